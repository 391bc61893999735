import { describe } from "vitest";
import { type Case, testEach, VALID } from "./bad-input.ts";
import { ACCOUNT, template } from "./project.ts";

const CASES: Case[] = [
  { what: "an empty file", dev: "‸", code: "file-empty", message: /empty/ },
  { what: "a file of comments", dev: "‸# nothing yet\n", code: "file-empty", message: /empty/ },
  { what: "a list", dev: "‸- account\n", code: "not-a-map", message: /map of keys/ },
  { what: "a plain word", dev: "‸account\n", code: "not-a-map", message: /map of keys/ },
  { what: "a tab", dev: "account:\n‸\twaba: x\n", code: "tab-indentation", message: /tab/, hint: /spaces/ },
  { what: "a second document", dev: `${VALID}‸---\na: 1\n`, code: "several-documents", message: /one YAML document/ },
  {
    what: "a duplicate key",
    dev: `${VALID}‸account: {}\n`,
    code: "duplicate-key",
    message: /`account`.*first used in line 1/,
  },
  {
    what: "a duplicate key deep inside",
    dev: `${ACCOUNT}templates:\n  hello:\n    category: UTILITY\n    languages: { en_US: { body: a, ‸body: b } }\n`,
    code: "duplicate-key",
    message: /`body`/,
  },
  {
    what: "a bare variable at the start of a value",
    dev: template("body: {{first_name}} ‸hello"),
    code: "yaml-syntax",
    message: /\{\{first_name\}\} hello/,
    hint: /quotes/,
  },
  {
    what: "an alias without an anchor",
    dev: `${VALID}values: ‸*none\n`,
    code: "unknown-alias",
    message: /alias|anchor/,
  },
  { what: "an unclosed bracket", dev: 'account: { waba: "1"\n‸', code: "bad-indentation", message: /end with a }/ },
  { what: "a tag", dev: `${VALID}values: { a: ‸!made_up x }\n`, code: "yaml-tag", message: /tag/ },
  { what: "a merge key", dev: `${VALID}values:\n  ‸<<: { a: b }\n`, code: "merge-key", message: /`<<`/ },
  {
    what: "a map as a key",
    dev: `${VALID}values:\n  ? ‸{ a: b }\n  : c\n`,
    code: "key-not-text",
    message: /key must be text/,
  },
];

describe("invalid YAML", () => testEach(CASES));
