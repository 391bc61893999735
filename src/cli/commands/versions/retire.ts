import { MycobotError } from "../../../errors/index.ts";
import type { RetireEdit } from "../../../stack/index.ts";
import { templateStatusCell } from "../../account/statuses.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { wholeNumber } from "../../input/option-values.ts";
import { newCommand } from "../../new-command.ts";
import { visibleLine } from "../../output/visible.ts";
import { withScope } from "../../scope/scope.ts";
import { patchLines, patchText } from "./patch.ts";
import { type VersionInUse, versionsInUse } from "./versions-in-use.ts";

const DETAILS: CommandDetails = {
  description:
    "Takes an older version of a template out of previous, in a stack file; the next pulumi up deletes it from the account. " +
    "Everything else in the file stays as it is, comments included. Reads the account first, of every stack that reads the file, " +
    "and refuses while the old version is what senders get in one of its languages. --force skips that, and needs no key.",
  output: "The changed lines of the file.",
  json: ["{ version: 1, template, file, retired, diff: [ line ], stacks: [ name ] }", "retired: the version."],
  exitCodes: {
    0: "written",
    ...REQUEST_EXIT_CODES,
    3: "usage error, unknown template or version, or a file that cannot be edited",
    6: "senders still get the old version",
  },
  examples: [
    { run: "mycobot retire summer_sale --stack dev", does: "takes out the oldest version" },
    { run: "mycobot retire summer_sale --stack dev --version 2", does: "takes out version 2" },
  ],
};

const MAX_VERSION = 1_000_000;

/** `mycobot retire NAME --stack STACK` */
export default function retireCommand(context: Context) {
  return newCommand(DETAILS)
    .argument("<name>", "key of the template in the stack file")
    .requiredOption("--stack <stack>", "name or path of the stack file")
    .option("--version <number>", "version to take out (default: the oldest)", wholeNumber(1, MAX_VERSION))
    .option("--connection <id>", "Maton connection")
    .option("--force", "do not read the account, and take the version out in any case")
    .action(async (name, { stack, version, connection, force = false }) => {
      const { retireEdit, writeStackEdit } = await import("../../../stack/index.ts");
      const edit = await retireEdit(stack, name, version, { cwd: context.io.cwd });
      if (!force) await refuseInUse(name, edit, connection, context);
      await writeStackEdit(edit);
      const { file, version: retired } = edit;
      if (context.json) {
        const stacks = edit.stacks.map((each) => each.name);
        context.printJson({ template: name, file, retired, diff: patchLines(edit), stacks });
        return;
      }
      context.print(patchText(edit, context.paint));
      const next = `${visibleLine(name)} has no version ${retired} any more. The next pulumi up removes it as onRemove says.`;
      context.note(next);
    });
}

/** @throws MYCO_VERSION_IN_USE */
async function refuseInUse(
  name: string,
  edit: RetireEdit,
  connection: string | undefined,
  context: Context,
): Promise<void> {
  for (const { name: stackName, file } of edit.stacks) {
    const used = await withScope(context, { stack: file, connection }, (scope) =>
      versionsInUse(scope, name, edit.version, context),
    );
    if (used.length > 0) throw inUse(name, edit.version, stackName, used);
  }
}

function inUse(name: string, version: number, stack: string, used: readonly VersionInUse[]): MycobotError {
  const reasons = used.map(({ language, newer }) => {
    const others = newer.map((each) => `version ${each.version} is ${templateStatusCell(each.status).text}`).join(", ");
    return `${language} (${others === "" ? "no newer version has this language" : others})`;
  });
  return new MycobotError(
    "MYCO_VERSION_IN_USE",
    `In the account of the stack ${stack}, version ${version} of ${name} is what senders get in ${reasons.join("; ")}.`,
    {
      hint: `Wait until a newer version is APPROVED: mycobot wait ${stack}. To take it out in any case: --force.`,
    },
  );
}
