import { expect, test } from "vitest";
import { checkStack } from "../../../src/stack/index.ts";
import { ACCOUNT, project } from "./project.ts";

export interface Case {
  what: string;
  /** stacks/dev.yaml, with ‸ where the issue is expected. */
  dev: string;
  /** Other files of the project. */
  more?: Record<string, string>;
  code: string;
  message: RegExp;
  hint?: RegExp;
}

export const TEMPLATES =
  "templates:\n  hello:\n    category: UTILITY\n    languages: { en_US: { body: Hello there } }\n";
export const VALID = `${ACCOUNT}${TEMPLATES}`;

/** Each case is reported at its mark, with its code, the offending text and a hint; with an error, the stack is not loaded. */
export function testEach(cases: readonly Case[]): void {
  test.each(cases)("$what", async ({ dev, more, code, message, hint }) => {
    const { root, marks } = await project({ "stacks/dev.yaml": dev, ...more });
    const { issues, stack } = await checkStack("dev", { projectRoot: root, cwd: root });
    const found = issues.find((issue) => issue.code === code && message.test(issue.message));
    expect(found, JSON.stringify(issues, null, 1)).toBeDefined();
    expect(found).toMatchObject(marks[0] ?? {});
    expect(found?.hint).toMatch(hint ?? /./);
    if (found?.severity === "error") expect(stack).toBeUndefined();
  });
}
