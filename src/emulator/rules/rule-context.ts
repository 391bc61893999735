import type { Switches } from "../faults/schema.ts";

/** What the rules of components depend on besides the components. */
export interface RuleContext {
  category: string;
  parameterFormat: "NAMED" | "POSITIONAL";
  /** Major version of the Graph API that was called. */
  version: number;
  switches: Switches;
  /** MIME types of the media handles that this emulator issued. */
  handles: Readonly<Record<string, string>>;
}
