// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { describe } from "vitest";
import { type Case, TEMPLATES, testEach, VALID } from "./bad-input.ts";
import { ACCOUNT, template } from "./project.ts";

const CASES: Case[] = [
  {
    what: "a kind of button without a value",
    dev: template("body: Hello there\nbuttons: [{ ‸quick_reply }]"),
    code: "wrong-type",
    message: /`quick_reply` must be text, but is empty/,
  },
  {
    what: "a URL button that is only its address",
    dev: template("body: Hello there\nbuttons: [{ url: ‸'https://example.com' }]"),
    code: "wrong-type",
    message: /`url` must be a map, but is the text `'?https:\/\/example\.com/,
    hint: /`url: \{ text: Track order, url: "https:\/\/example\.com\/t\/\{\{1\}\}", example: A-1042 \}`/,
  },
  {
    what: "an unknown key of the file",
    dev: `${VALID}‸conections: {}\n`,
    code: "unknown-key",
    message: /`conections`/,
    hint: /Did you mean `connections`/,
  },
  {
    what: "an unknown setting",
    dev: `${VALID}settings: { ‸namePrefx: dev_ }\n`,
    code: "unknown-key",
    message: /`namePrefx`/,
    hint: /`namePrefix`/,
  },
  {
    what: "an unknown key of a template",
    dev: `${ACCOUNT}templates:\n  hello:\n    ‸categry: UTILITY\n    languages: { en_US: { body: Hello there } }\n`,
    code: "unknown-key",
    message: /template `hello`/,
    hint: /`category`/,
  },
  {
    what: "a language's key in a template",
    dev: template("body: Hello there", "    ‸footer: Bye\n"),
    code: "unknown-key",
    message: /`footer`/,
    hint: /templates\.hello\.languages\.en_US\.footer/,
  },
  {
    what: "an unknown key of a language",
    dev: template("body: Hello there\n‸foter: Bye"),
    code: "unknown-key",
    message: /language `en_US` of template `hello`/,
    hint: /`footer`/,
  },
  {
    what: "an unknown kind of button",
    dev: template("body: Hello there\nbuttons: [{ ‸quick_replay: Yes }]"),
    code: "unknown-key",
    message: /`quick_replay`/,
    hint: /`quick_reply`/,
  },
  {
    what: "an unknown kind of header",
    dev: template("header: { ‸imge: a.jpg }\nbody: Hello there"),
    code: "unknown-key",
    message: /`imge`/,
    hint: /`image`/,
  },
  { what: "no account", dev: `‸${TEMPLATES}`, code: "missing-key", message: /account/ },
  {
    what: "an account without waba",
    dev: `‸account: { app: "1" }\n${TEMPLATES}`,
    code: "missing-key",
    message: /waba/,
  },
  {
    what: "a template without languages",
    dev: `${ACCOUNT}templates:\n  ‸hello: { category: UTILITY }\n`,
    code: "missing-key",
    message: /languages/,
  },
  {
    what: "a button without a label",
    dev: template("body: Hello there\nbuttons:\n  - ‸url: { url: https://example.com }"),
    code: "missing-key",
    message: /text/,
  },
  {
    what: "a number for text",
    dev: template("body: ‸2024"),
    code: "wrong-type",
    message: /`body` must be text, but is the number 2024/,
    hint: /"2024"/,
  },
  {
    what: "text for a flag",
    dev: `${VALID}settings: { protect: ‸yes }\n`,
    code: "wrong-type",
    message: /`protect` must be true or false/,
  },
  {
    what: "a list for a map",
    dev: `${ACCOUNT}templates: ‸[hello]\n`,
    code: "wrong-type",
    message: /must be a map, but is a list/,
  },
  {
    what: "an unknown option",
    dev: `${VALID}settings: { onRemove: ‸retian }\n`,
    code: "wrong-value",
    message: /`delete`, `retain`/,
    hint: /`retain`/,
  },
  {
    what: "an invalid share of deletes",
    dev: `${VALID}settings: { maxDeletes: ‸many }\n`,
    code: "wrong-value",
    message: /percentage/,
  },
  {
    what: "a prefix with capitals",
    dev: `${VALID}settings: { namePrefix: ‸Dev_ }\n`,
    code: "wrong-value",
    message: /a-z/,
  },
  {
    what: "two kinds of header",
    dev: template("‸header: { image: a.jpg, video: b.mp4 }\nbody: Hello there"),
    code: "wrong-value",
    message: /one of image, video, document, not several/,
  },
  {
    what: "a connection with app and id",
    dev: `${VALID}connections: { ‸shop: { app: whatsapp-business, id: x } }\n`,
    code: "wrong-value",
    message: /one of app, id/,
  },
  {
    what: "a flow by id and name",
    dev: template('body: Hello there\nbuttons: [{ ‸flow: { text: Book, id: "1", name: x } }]'),
    code: "wrong-value",
    message: /by id or by name/,
  },
  {
    what: "a key without a value",
    dev: template("body: Hello there\n‸footer:"),
    code: "empty-key",
    message: /`footer` has no value/,
  },
];

describe("keys and types", () => testEach(CASES));
