import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { newCommand } from "../../new-command.ts";
import { UsageError } from "../../usage-error.ts";

const DETAILS: CommandDetails = {
  summary: "compare a create body with what the API returned",
  description:
    "Compares two JSON files by meaning: order and spelling that WhatsApp changes by itself, samples and media are no difference. " +
    "WANTED is a body of the create call, OBSERVED one element of a list's data. Neither is checked against today's rules. " +
    "A differing category is reported and is no difference: two files cannot tell WhatsApp's own change from an edit.",
  output:
    "One block per difference: the place (a JSON pointer into the canonical form), what is wanted, what is observed.",
  json: [
    "{ version: 1, equal,",
    "  changes: [ { path, wanted?, observed?,",
    '    kind: "added" | "removed" | "changed" } ],',
    "  reports: [ { code, path, kind, wanted?, observed?, message } ] }",
    "reports are not differences (identity, category, samples, unknown fields).",
  ],
  exitCodes: {
    0: "equal in meaning",
    2: "different",
    3: "a file that cannot be read, or holds no template",
    130: "interrupted",
  },
  examples: [
    { run: "mycobot template diff order_shipped.json observed.json", does: "shows what an edit would have to send" },
    { run: "mycobot template diff --json wanted.json - < observed.json", does: "for scripts; - reads stdin" },
  ],
};

/** `mycobot template diff WANTED OBSERVED` */
export function diffCommand(context: Context) {
  return newCommand("diff", DETAILS)
    .argument("<wanted>", "JSON file: body of the create call; - for stdin")
    .argument("<observed>", "JSON file: one element of a list's data; - for stdin")
    .action(async (wanted, observed) => {
      if (wanted === "-" && observed === "-") throw new UsageError("stdin (-) can be only one of the two files.");
      const { readTemplate } = await import("./read-template.ts");
      const bodies = [await readTemplate(wanted, context.io), await readTemplate(observed, context.io)] as const;
      const { compareTemplates } = await import("../../../model/template/index.ts");
      const { equal, changes, reports } = compareTemplates(...bodies);
      if (context.json) context.printJson({ equal, changes, reports });
      else context.print((await import("./diff-text.ts")).diffText({ equal, changes, reports }, context));
      context.exitCode = equal ? EXIT.done : EXIT.differences;
    });
}
