import { MycobotError } from "../../errors/index.ts";
import { redactedLine } from "../redact.ts";

const DIGITS = { pattern: /^\d{1,20}$/, form: "digits" };

/**
 * The form of ids. Ids come from stack files and are part of paths and headers: any other text is rejected, so that no file can
 * address an endpoint other than the intended one.
 */
const IDS = {
  account: { name: "WhatsApp Business account id", ...DIGITS },
  phoneNumber: { name: "phone number id", ...DIGITS },
  template: { name: "template id", ...DIGITS },
  flow: { name: "flow id", ...DIGITS },
  business: { name: "business id", ...DIGITS },
  media: { name: "media id", ...DIGITS },
  object: { name: "object id", ...DIGITS },
  app: { name: "app id", pattern: /^(app|\d{1,20})$/, form: "digits, or `app`" },
  connection: { name: "connection id", pattern: /^[A-Za-z0-9_-]{1,128}$/, form: "letters, digits, `-` and `_`" },
  upload: {
    name: "upload session id",
    pattern: /^upload:[A-Za-z0-9+/=_-]+(\?sig=[A-Za-z0-9_-]+)?$/,
    form: "`upload:…`",
  },
} as const;

/** The id, if it has the form of its kind. @throws MYCO_USAGE */
export function checkedId(kind: keyof typeof IDS, id: string): string {
  const { name, pattern, form } = IDS[kind];
  if (typeof id === "string" && pattern.test(id)) return id;
  const shown = redactedLine(JSON.stringify(id) ?? "undefined").slice(0, 80);
  throw new MycobotError("MYCO_USAGE", `Invalid ${name} ${shown}: expected ${form}`, { hint: `Check the ${name}.` });
}
