import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { wholeTargetCommand } from "../../target/target-flags.ts";

const DETAILS: CommandDetails = {
  summary: "find out what does not work, and what to do",
  description:
    "Looks at everything that Mycobot needs, and says what to do about what does not work. It only reads, but for one session for uploads that it opens and leaves empty. " +
    "What nobody named (account, phone number) and what needs something that failed is skipped.",
  output:
    "A checklist: \u2713 works, ! should be looked at, \u2717 does not work, - was skipped, each with what was found and what to do.",
  json: [
    "{ version: 1, ok, checks: [",
    '  { name, status: "ok" | "warning" | "failed" | "skipped",',
    "    message, hint?, exitCode? } ] }",
    "name: settings, app name, gateway, key, connection, grant, account, phone,",
    "uploads, categories, engine, node, api version, clock: all of them, in this",
    "order. categories never fails: it tells whether template lint --live works.",
    "ok is false when one failed. For a skipped one, message says why.",
  ],
  exitCodes: {
    0: "all that was looked at works (warnings are possible)",
    1: "first failure: gateway, grant or uploads",
    3: "first failure: settings, app name, connection, ids, engine or Node.js",
    4: "first failure: the key",
    130: "interrupted",
  },
  examples: [
    { run: "mycobot doctor --stack production", does: "everything that the stack needs" },
    { run: "mycobot doctor --json", does: "for scripts; the account and phone are skipped unless named" },
  ],
};

/** `mycobot doctor` */
export function doctorCommand(context: Context) {
  return wholeTargetCommand("doctor", DETAILS).action(async (options) => {
    const { idSources } = await import("../../target/target.ts");
    const { examine } = await import("./examine.ts");
    const { checklistText } = await import("./checklist-text.ts");
    const checks = await examine(context, await idSources(context, options));
    const first = checks.find(({ status }) => status === "failed");
    if (context.json) context.printJson({ ok: first === undefined, checks });
    else context.print(checklistText(checks, context));
    context.exitCode = first?.exitCode ?? EXIT.done;
  });
}
