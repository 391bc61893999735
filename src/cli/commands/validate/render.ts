import type { Context } from "../../context.ts";
import { jsonText } from "../../output/json.ts";
import { packageVersion } from "../../version.ts";
import type { CheckedStack } from "./checked-stack.ts";
import { distinctIssues } from "./distinct-issues.ts";
import type { Format } from "./formats.ts";
import { githubText } from "./github.ts";
import { sarifLog } from "./sarif.ts";
import { validateText } from "./text.ts";

function stackJson({ stack, ok, issues }: CheckedStack): object {
  return {
    stack,
    ok,
    issues: issues.map(({ severity, code, file, line, column, message, hint }) => {
      return { severity, code, file, line, column, message, hint };
    }),
  };
}

const RENDERERS: Readonly<Record<Format, (stacks: readonly CheckedStack[], context: Context) => void>> = {
  text: (stacks, context) => context.print(validateText(stacks, context)),
  json: (stacks, context) => {
    context.printJson({ ok: stacks.every((each) => each.ok), stacks: stacks.map(stackJson) });
  },
  github: (stacks, context) => {
    const text = githubText(distinctIssues(stacks));
    if (text !== "") context.print(text);
  },
  sarif: (stacks, context) => context.print(jsonText(sarifLog(distinctIssues(stacks), packageVersion()))),
};

/** Writes what was found to stdout. */
export function render(stacks: readonly CheckedStack[], format: Format, context: Context): void {
  RENDERERS[format](stacks, context);
}
