import { MycobotError } from "../../errors/index.ts";
import { redactedLine } from "../redact/index.ts";

/**
 * What ids look like. They come from stack files and go into paths and headers: nothing else may pass, so that no file can
 * reach another endpoint than the one it is for.
 */
const FORMS = {
  number: { pattern: /^\d{1,20}$/, form: "digits" },
  app: { pattern: /^(app|\d{1,20})$/, form: "digits, or `app`" },
  connection: { pattern: /^[A-Za-z0-9_-]{1,128}$/, form: "letters, digits, `-` and `_`" },
  upload: { pattern: /^upload:[A-Za-z0-9+/=_-]+(\?sig=[A-Za-z0-9_-]+)?$/, form: "an id of an upload session" },
} as const;

/** @throws MYCO_USAGE; `name` says whose id it is, for the message */
export function checkedId(kind: keyof typeof FORMS, id: string, name: string): string {
  const { pattern, form } = FORMS[kind];
  if (typeof id === "string" && pattern.test(id)) return id;
  const shown = redactedLine(JSON.stringify(id) ?? "nothing").slice(0, 80);
  throw new MycobotError("MYCO_USAGE", `The ${name} is not ${form}: ${shown}`, { hint: `Check the ${name}.` });
}
