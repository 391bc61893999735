import type { StackIssue } from "../../../stack/types.ts";

/** What `validate` found out about one file; the files of its issues are relative to the working folder where they lie below it. */
export interface CheckedStack {
  stack: string;
  /** No errors: warnings and notes are possible. */
  ok: boolean;
  issues: StackIssue[];
  /** How many templates it declares; undefined where it is too broken to tell, or only a fragment. */
  templates?: number;
}
