// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { describe } from "vitest";
import { type Case, TEMPLATES, testEach, VALID } from "./bad-input.ts";
import { template } from "./project.ts";

const CASES: Case[] = [
  {
    what: "a waba as a number",
    dev: `account: { waba: ‸102290129340398 }\n${TEMPLATES}`,
    code: "number-loses-digits",
    message: /102290129340398/,
    hint: /"102290129340398"/,
  },
  {
    what: "an app as a number",
    dev: `account: { waba: "1", app: ‸670843887433847 }\n${TEMPLATES}`,
    code: "number-loses-digits",
    message: /670843887433847/,
  },
  {
    what: "a phone number id as a number",
    dev: `${VALID}profiles:\n  ‸106540352242922: { about: Herbs }\n`,
    code: "number-loses-digits",
    message: /106540352242922/,
  },
  {
    what: "a flow id as a number",
    dev: template("body: Hello there\nbuttons: [{ flow: { text: Book, id: ‸841912174823 } }]"),
    code: "number-loses-digits",
    message: /841912174823/,
  },
  {
    what: "a phone number as a number",
    dev: template("body: Hello there\nbuttons: [{ phone: { text: Call, number: ‸+16505551234 } }]"),
    code: "number-loses-digits",
    message: /\+16505551234/,
  },
  {
    what: "a long number in components",
    dev: template("components: [{ type: BODY, text: Hello there, x: ‸12345678901234567890 }]"),
    code: "number-loses-digits",
    message: /12345678901234567890/,
  },
  { what: "letters in an id", dev: `account: { waba: ‸"12a" }\n${TEMPLATES}`, code: "wrong-value", message: /digits/ },
  {
    what: "a name for a phone number id",
    dev: `${VALID}profiles: { ‸shop: { about: Herbs } }\n`,
    code: "wrong-value",
    message: /`shop`/,
  },
];

describe("ids that would lose digits", () => testEach(CASES));
