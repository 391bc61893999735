import type { ListRow, ListSection } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { UsageError } from "../../../usage-error.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { type Pair, pairs } from "../outgoing/pair.ts";
import { interactiveCommand } from "./interactive-command.ts";

const DETAILS: MessageDetails = {
  summary: "a text with a list to choose from",
  description:
    "Sends a text with a button that opens a list of up to 10 rows. Options make a list of one section; --data takes up to 10 sections. The id of the chosen row comes back in a webhook.",
  sections: [
    {
      title: "Data: WhatsApp's list of sections",
      lines: [
        '[ { "title": "Today", "rows": [',
        '    { "id": "t1", "title": "10:00", "description": "With Ana" } ] } ]',
      ],
    },
  ],
  examples: [
    {
      run: `mycobot send list --to 491701234567 --body "When?" --button Times \\\n      --row 'am=10:00|With Ana' --row pm=15:00`,
      does: "one section of two rows, the first with a description",
    },
    {
      run: 'mycobot send list --to 491701234567 --body "When?" --button Times \\\n      --data @sections.json',
      does: "the sections of a file",
    },
  ],
};

/** `ID=TITLE|DESCRIPTION` */
function rowOf({ name, value }: Pair): ListRow {
  const at = value.indexOf("|");
  if (at < 0) return { id: name, title: value };
  return { id: name, title: value.slice(0, at), description: value.slice(at + 1) };
}

interface SectionFlags {
  row?: Pair[] | undefined;
  section?: string | undefined;
  data?: string | undefined;
}

async function sectionsOf({ row, section, data }: SectionFlags, context: Context): Promise<readonly ListSection[]> {
  if ((row === undefined) === (data === undefined)) {
    throw new UsageError("The list's rows are given once.", "Give --row, or all sections with --data.");
  }
  if (row !== undefined) return [{ ...(section === undefined ? {} : { title: section }), rows: row.map(rowOf) }];
  const { readList } = await import("../outgoing/index.ts");
  return readList(data ?? "", "list of sections", context.io);
}

/** `mycobot send list` */
export function listCommand(context: Context) {
  return interactiveCommand("list", DETAILS)
    .option("--header <text>", "text above, up to 60 characters")
    .requiredOption("--button <text>", "what opens the list, up to 20 characters")
    .option("--row <id=title|description>", "a row, its description optional; repeatable", pairs)
    .option("--section <title>", "title of the section")
    .option("--data <json>", "the sections: JSON, @FILE, or @- for stdin")
    .action(async (options) => {
      const sections = await sectionsOf(options, context);
      const { addresseeOf, deliver } = await import("../outgoing/index.ts");
      const { listMessage } = await import("../../../../model/message/index.ts");
      const { header, body, footer, button } = options;
      const message = () => listMessage({ ...addresseeOf(options), header, body, footer, button, sections });
      await deliver(context, options, { message });
    });
}
