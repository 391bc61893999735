import type { Severity } from "../../model/issue.ts";
import type { Place } from "./place.ts";

/** An issue on its way to becoming a `StackIssue`: its place is still the place object of the value or key it is about. */
export interface Finding {
  severity: Severity;
  code: string;
  /** The value's or the key's own place object: the JSON pointer is found by it. */
  at: Place;
  /** A more exact place inside of the value's text. */
  exact?: Place;
  message: string;
  hint: string;
  whatsapp?: { code: number; subcode?: number };
}

type Unweighed = Omit<Finding, "severity">;

export function error(finding: Unweighed): Finding {
  return { severity: "error", ...finding };
}

export function warning(finding: Unweighed): Finding {
  return { severity: "warning", ...finding };
}

export function note(finding: Unweighed): Finding {
  return { severity: "note", ...finding };
}
