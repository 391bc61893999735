import { compareTemplates, type TemplateComparison, type TemplateReport } from "../../../model/template/index.ts";
import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { newCommand } from "../../new-command.ts";
import { counted } from "../../output/phrases.ts";
import { changeText } from "../../output/template-changes.ts";
import { visibleLine } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";
import { UsageError } from "../../usage-error.ts";
import { readTemplateFile } from "./template-file.ts";

const DETAILS: CommandDetails = {
  description:
    "Compares two JSON files by meaning. Order and spelling that WhatsApp changes itself, samples and media are not differences. " +
    "WANTED is a body of the create call, OBSERVED an element of the list call's data. The files are not checked against WhatsApp's rules. " +
    "A different category is reported, but is not a difference: two files do not show whether WhatsApp changed it.",
  output:
    "One block per difference: its place (a JSON pointer into the canonical form), the wanted value, the observed value.",
  json: [
    "{ version: 1, equal,",
    "  changes: [ { path, wanted?, observed?,",
    '    kind: "added" | "removed" | "changed" } ],',
    "  reports: [ { code, path, kind, wanted?, observed?, message } ] }",
    "Reports are not differences (identity, category, samples, unknown fields).",
  ],
  exitCodes: {
    0: "equal in meaning",
    2: "different",
    3: "unreadable file, or a file without a template",
    130: "interrupted",
  },
  examples: [
    { run: "mycobot template diff order_shipped.json observed.json", does: "shows what an edit would change" },
    { run: "mycobot template diff --json wanted.json - < observed.json", does: "for scripts; - reads stdin" },
  ],
};

/** `mycobot template diff WANTED OBSERVED` */
export default function templateDiffCommand(context: Context) {
  return newCommand(DETAILS)
    .argument("<wanted>", "JSON file with the body of the create call; - for stdin")
    .argument("<observed>", "JSON file with an element of the list call's data; - for stdin")
    .action(async (wanted, observed) => {
      if (wanted === "-" && observed === "-") throw new UsageError("Only one of the two files can be stdin (-).");
      const bodies = [
        await readTemplateFile(wanted, context.io),
        await readTemplateFile(observed, context.io),
      ] as const;
      const { equal, changes, reports } = compareTemplates(...bodies);
      if (context.json) context.printJson({ equal, changes, reports });
      else context.print(diffText({ equal, changes, reports }, context));
      context.exitCode = equal ? EXIT.done : EXIT.differences;
    });
}

type Screen = Pick<Context, "paint" | "width">;

const SIDES = { wanted: "wanted", observed: "observed" };

/** One block per difference, then the reports. */
function diffText({ equal, changes, reports }: TemplateComparison, screen: Screen): string {
  const verdict = equal ? "Equal in meaning." : `${counted(changes.length, "difference")}.`;
  const blocks = [verdict, ...changes.map((change) => changeText(change, change.path, SIDES, screen))];
  if (reports.length > 0) blocks.push(reports.map((report) => reportText(report, screen)).join("\n"));
  return blocks.join("\n\n");
}

function reportText({ code, message }: TemplateReport, { paint, width }: Screen): string {
  return wrap(`${paint("cyan", "note")} ${code}: ${visibleLine(message)}`, width);
}
