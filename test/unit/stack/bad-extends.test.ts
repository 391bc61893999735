import { describe } from "vitest";
import { type Case, TEMPLATES, testEach, VALID } from "./bad-input.ts";
import { ACCOUNT } from "./project.ts";

const CASES: Case[] = [
  {
    what: "an extended file that is missing",
    dev: `extends: ‸bsae.yaml\n${VALID}`,
    more: { "stacks/base.yaml": TEMPLATES },
    code: "file-missing",
    message: /`bsae.yaml`/,
    hint: /Did you mean `base.yaml`/,
  },
  {
    what: "an extended file without its ending",
    dev: `extends: ‸base\n${VALID}`,
    more: { "stacks/base.yaml": TEMPLATES },
    code: "file-missing",
    message: /`base`/,
    hint: /Did you mean `base.yaml`/,
  },
  {
    what: "one of a list of files",
    dev: `extends: [‸none.yaml]\n${VALID}`,
    code: "file-missing",
    message: /none.yaml/,
  },
  {
    what: "a file that extends itself",
    dev: `extends: ‸dev.yaml\n${VALID}`,
    code: "extends-cycle",
    message: /dev\.yaml → dev\.yaml/,
  },
  {
    what: "a cycle of three",
    dev: `extends: a.yaml\n${VALID}`,
    more: { "stacks/a.yaml": "extends: b.yaml\n", "stacks/b.yaml": "extends: ‸dev.yaml\n" },
    code: "extends-cycle",
    message: /dev\.yaml → a\.yaml → b\.yaml → dev\.yaml/,
  },
  { what: "extends of a number", dev: `extends: ‸5\n${VALID}`, code: "wrong-type", message: /`extends`/ },
  {
    what: "an extended file with a mistake",
    dev: `extends: base.yaml\n${ACCOUNT}`,
    more: {
      "stacks/base.yaml":
        "templates:\n  hello:\n    category: UTILITY\n    languages: { en_US: { ‸bdoy: Hello there } }\n",
    },
    code: "unknown-key",
    message: /`bdoy`/,
  },
];

describe("extends", () => testEach(CASES));
