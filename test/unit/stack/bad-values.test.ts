// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { describe } from "vitest";
import { type Case, testEach, VALID } from "./bad-input.ts";
import { ACCOUNT, template } from "./project.ts";

const CASES: Case[] = [
  {
    what: "a missing value",
    dev: `values: { shop_url: https://example.com }\n${template("body: Hello there\nfooter: See ‸${shp_url} today")}`,
    code: "unknown-value",
    message: /`\$\{shp_url\}` has no value/,
    hint: /Did you mean `shop_url`/,
  },
  {
    what: "a value in a template's key",
    dev: `values: { who: you }\n${ACCOUNT}templates:\n  ‸hello_\${who}:\n    category: UTILITY\n    languages: { en_US: { body: Hello there } }\n`,
    code: "name-format",
    message: /hello_\$\{who\}/,
  },
  {
    what: "a missing value in a block of text",
    dev: template("body: |\n  Hello there,\n  look at ‸${nothing} today"),
    code: "unknown-value",
    message: /nothing/,
  },
  {
    what: "a missing value in an extended file",
    dev: `extends: base.yaml\n${ACCOUNT}`,
    more: {
      "stacks/base.yaml":
        'templates:\n  hello:\n    category: UTILITY\n    languages: { en_US: { body: "Hello ‸${who} there" } }\n',
    },
    code: "unknown-value",
    message: /who/,
  },
  {
    what: "a reference without an end",
    dev: template('body: "Hello ‸${there my friend"'),
    code: "bad-reference",
    message: /does not name one of the `values`/,
  },
  {
    what: "a reference without a name",
    dev: template("body: Hello ‸${} friend"),
    code: "bad-reference",
    message: /does not name one of the `values`/,
  },
  {
    what: "values that refer to each other",
    dev: `values:\n  a: "${"$"}{b}"\n  b: "‸${"$"}{a}"\n${VALID}`,
    code: "value-cycle",
    message: /refers to itself/,
  },
  {
    what: "a nested value",
    dev: `values: { shop: ‸{ url: x } }\n${VALID}`,
    code: "wrong-type",
    message: /`shop` must be text/,
  },
  { what: "a list among the values", dev: `values: { shop: ‸[x] }\n${VALID}`, code: "wrong-type", message: /`shop`/ },
];

describe("references to values", () => testEach(CASES));
