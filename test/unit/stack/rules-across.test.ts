// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { describe } from "vitest";
import { type Case, TEMPLATES, testEach } from "./bad-input.ts";
import { ACCOUNT, template } from "./project.ts";

const CASES: Case[] = [
  {
    what: "one name twice",
    dev: `${template("body: Hello there")}  hi:\n    name: hello\n    category: UTILITY\n    languages: { ‸en_US: { body: Hi there } }\n`,
    code: "template-declared-twice",
    message: /hello\/en_US.*stacks\/dev\.yaml:6:7/,
  },
  {
    what: "a key that looks like another one's version",
    dev: `${template("body: Hello there", "    version: 2\n")}  hello@2:\n    name: hi\n    category: UTILITY\n    languages: { ‸en_US: { body: Hi there } }\n`,
    code: "template-declared-twice",
    message: /`hello@2\/en_US`.*stacks\/dev\.yaml:7:7/,
    hint: /another key/,
  },
  {
    what: "one name in two categories",
    dev: `${template("body: Hello there")}  hi:\n    name: hello\n    category: ‸MARKETING\n    languages: { es: { body: Hi there } }\n`,
    code: "categories-differ",
    message: /MARKETING.*UTILITY/,
  },
  {
    what: "one body twice",
    dev: `${template("body: Hello there")}  hi:\n    category: UTILITY\n    languages: { ‸en_US: { body: Hello there } }\n`,
    code: "duplicate-body",
    message: /`hi\/en_US`.*`hello\/en_US`/,
  },
  {
    what: "languages that differ",
    dev: `${template("body: Hello there\nfooter: Bye")}      ‸es: { body: Hola a todos }\n`,
    code: "languages-differ",
    message: /body, footer/,
  },
  { what: "no template", dev: `‸${ACCOUNT}`, code: "no-templates", message: /no template/, hint: /allowEmpty/ },
  {
    what: "an empty map of templates",
    dev: `${ACCOUNT}‸templates: {}\n`,
    code: "no-templates",
    message: /no template/,
  },
  {
    what: "an unknown connection",
    dev: `account: { waba: "1", connection: ‸shpo1 }\nconnections: { shop1: { app: whatsapp-business } }\n${TEMPLATES}`,
    code: "unknown-connection",
    message: /`shpo1`/,
    hint: /`shop1`/,
  },
];

describe("rules across templates", () => testEach(CASES));
