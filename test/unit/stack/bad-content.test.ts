// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { describe, expect, test } from "vitest";
import { checkStack } from "../../../src/stack/index.ts";
import { type Case, testEach, VALID } from "./bad-input.ts";
import { ACCOUNT, project, template } from "./project.ts";

const CASES: Case[] = [
  {
    what: "an undeclared variable",
    dev: template("variables: { first_name: Ana }\nbody: Hi {{first_name}} and ‸{{frist_name}}, hello", ""),
    code: "undeclared-variable",
    message: /\{\{frist_name\}\}/,
    hint: /`first_name`/,
  },
  {
    what: "a variable in a block of text",
    dev: template("body: |\n  Hello,\n  dear ‸{{who}} over there"),
    code: "undeclared-variable",
    message: /who/,
    hint: /Declare it/,
  },
  {
    what: "a variable that no text uses",
    dev: template("variables: { ‸first_name: Ana }\nbody: Hello there"),
    code: "unused-variable",
    message: /`first_name`/,
  },
  {
    what: "a template's variable that no language uses",
    dev: template("body: Hello there", "    variables: { ‸first_name: Ana }\n"),
    code: "unused-variable",
    message: /`first_name`/,
  },
  {
    what: "a number without samples",
    dev: template("body: ‸Hi {{1}}, hello there"),
    code: "examples-missing",
    message: /\{\{1\}\}/,
  },
  {
    what: "too few samples",
    dev: template("body: Hi {{1}} and {{2}}, hello there\nexamples: ‸[Ana]"),
    code: "examples-do-not-fit",
    message: /has 1 for 2/,
  },
  {
    what: "samples without a number",
    dev: template("body: Hello there\nexamples: ‸[Ana]"),
    code: "examples-do-not-fit",
    message: /has 1 for 0/,
  },
  {
    what: "components with short keys",
    dev: template("components: [{ type: BODY, text: Hello there }]\n‸footer: Bye"),
    code: "components-beside-short-form",
    message: /`footer`.*`components`/,
  },
  {
    what: "components with short keys after merging",
    dev: `extends: base.yaml\n${template("components: [{ type: BODY, text: Hello there }]")}`,
    more: { "stacks/base.yaml": "templates:\n  hello:\n    languages:\n      en_US:\n        ‸body: Hello there\n" },
    code: "components-beside-short-form",
    message: /`body`/,
  },
  {
    what: "authentication with a footer",
    dev: template("authentication: { button: { copy_code: Copy } }\n‸footer: Bye"),
    code: "authentication-beside-other-parts",
    message: /`footer`/,
  },
  {
    what: "a language that does not exist",
    dev: `${ACCOUNT}templates:\n  hello:\n    category: UTILITY\n    languages: { ‸en-US: { body: Hello there } }\n`,
    code: "language-unknown",
    message: /en-US/,
  },
  {
    what: "a template name with capitals",
    dev: `${ACCOUNT}templates:\n  ‸Hello:\n    category: UTILITY\n    languages: { en_US: { body: Hello there } }\n`,
    code: "name-format",
    message: /Hello/,
  },
  {
    what: "an explicit name with capitals",
    dev: template("body: Hello there", "    name: ‸Hello\n"),
    code: "name-format",
    message: /Hello/,
  },
  {
    what: "a footer that is too long",
    dev: template(`body: Hello there\nfooter: ‸${"x".repeat(61)}`),
    code: "footer-too-long",
    message: /61/,
  },
  {
    what: "a footer that is too long by a value",
    dev: `values: { long: ${"x".repeat(61)} }\n${template('body: Hello there\nfooter: ‸"${long}"')}`,
    code: "footer-too-long",
    message: /61/,
    hint: /`\$\{long\}` is set at stacks\/dev\.yaml:1:17/,
  },
  {
    what: "a button label that is too long",
    dev: template(`body: Hello there\nbuttons:\n  - quick_reply: ‸${"x".repeat(26)}`),
    code: "button-label-too-long",
    message: /26/,
  },
  {
    what: "text that is too long in own components",
    dev: template(`components:\n  - type: BODY\n    text: Hello there\n  - type: FOOTER\n    text: ‸${"x".repeat(61)}`),
    code: "footer-too-long",
    message: /61/,
  },
  {
    what: "a profile's line that is too long",
    dev: `${VALID}profiles:\n  "1":\n    about: ‸${"x".repeat(140)}\n`,
    code: "about-too-long",
    message: /140/,
  },
  {
    what: "an older version that is not older",
    dev: template(
      "body: Hello there",
      "    version: 2\n    previous: { ‸2: { languages: { en_US: { body: Hi } } } }\n",
    ),
    code: "bad-version",
    message: /not older/,
  },
  {
    what: "an older version that is the same as the current one",
    dev: template(
      "body: Hello there",
      "    version: 2\n    previous: { ‸1: { category: UTILITY, languages: { en_US: { body: Hello there } } } }\n",
    ),
    code: "version-unchanged",
    message: /version 1 under `previous` has the same content as the current version, 2/,
    hint: /Edit the current version, or remove version 1/,
  },
  {
    what: "a version that goes back",
    dev: template(
      "body: Hello there",
      "    version: 2\n    previous: { ‸3: { category: UTILITY, languages: { en_US: { body: Hi to all } } } }\n",
    ),
    code: "bad-version",
    message: /version 3 under `previous` is not older than the current version, 2/,
    hint: /version: 4/,
  },
  {
    what: "an older version without a version",
    dev: template("body: Hello there", "    previous: { ‸1: { languages: { en_US: { body: Hi } } } }\n"),
    code: "bad-version",
    message: /current version, 1/,
    hint: /version: 2/,
  },
];

describe("content that WhatsApp refuses", () => testEach(CASES));

test.each([
  [
    "named",
    "variables: { first_name: Ana }\nbody: Hi {{ first_name }}, your order is on its way to you.",
    "Write {{first_name}}.",
  ],
  ["numbered", "examples: [Ana]\nbody: Hi {{1 }}, your order is on its way to you.", "Write {{1}}."],
])("spaces inside the braces of a %s variable are one error", async (_, text, hint) => {
  const { root } = await project({ "stacks/dev.yaml": template(text) });
  const { issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues).toMatchObject([
    { code: "variable-malformed", message: expect.stringContaining("contains a space"), hint },
  ]);
});

test("buttons that desktops do not show are a note: they are often intended", async () => {
  const replies = ["A", "B", "C", "D"].map((label) => `{ quick_reply: ${label} }`).join(", ");
  const { root } = await project({ "stacks/dev.yaml": template(`body: Hello there\nbuttons: [${replies}]`) });
  const { issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues).toMatchObject([{ severity: "note", code: "buttons-on-desktop" }]);
});
