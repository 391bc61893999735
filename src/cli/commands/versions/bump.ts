import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { newCommand } from "../../new-command.ts";
import { visibleLine } from "../../output/visible.ts";
import { patchLines, patchText } from "./patch.ts";

const DETAILS: CommandDetails = {
  description:
    "Makes a new version of a template in a stack file: the present content is copied to previous, under its number, and version goes up. " +
    "Everything else in the file stays as it is, comments included. Edit the content of the new version, then run pulumi up: " +
    "WhatsApp reviews the new version, and the old one can still be sent. Offline, without a key.",
  output: "The changed lines of the file.",
  json: [
    "{ version: 1, template, file, from, to, diff: [ line ], stacks: [ name ] }",
    "from and to: the version before and after; stacks: those that read the file.",
  ],
  sections: [
    {
      title: "Not edited",
      lines: [
        "A file that does not validate; a template with anchors or aliases; a template",
        "that another file declares (the error names it) or that several files declare",
        "in parts. Until the new version is edited, validate reports that it is",
        "unchanged.",
      ],
    },
  ],
  exitCodes: { 0: "written", 3: "usage error, unknown template, or a file that cannot be edited", 130: "interrupted" },
  examples: [{ run: "mycobot bump summer_sale --stack dev", does: "the next version of summer_sale" }],
};

/** `mycobot bump NAME --stack STACK` */
export default function bumpCommand(context: Context) {
  return newCommand(DETAILS)
    .argument("<name>", "key of the template in the stack file")
    .requiredOption("--stack <stack>", "name or path of the stack file")
    .action(async (name, { stack }) => {
      const { bumpEdit, writeStackEdit } = await import("../../../stack/index.ts");
      const edit = await bumpEdit(stack, name, { cwd: context.io.cwd });
      await writeStackEdit(edit);
      const { file, from, to } = edit;
      if (context.json) {
        const stacks = edit.stacks.map((each) => each.name);
        context.printJson({ template: name, file, from, to, diff: patchLines(edit), stacks });
        return;
      }
      context.print(patchText(edit, context.paint));
      const next = `${visibleLine(name)} is version ${to} now, with the content of version ${from}. Edit its content in ${visibleLine(file)}, then run pulumi up.`;
      context.note(next);
    });
}
