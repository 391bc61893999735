import { type ListRow, type ListSection, listMessage, MESSAGE_LIMITS } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { type Pair, pairs } from "../../../input/option-values.ts";
import { UsageError } from "../../../usage-error.ts";
import { dataHelp, readList } from "../outgoing/data.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { HEADER_TEXT, interactiveCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends a text with a button that opens a list of up to ${MESSAGE_LIMITS.rows} rows. Options make a list of one section; --data accepts up to ${MESSAGE_LIMITS.sections} sections. The id of the selected row is returned in a webhook.`,
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
      does: "one section with two rows, the first with a description",
    },
    {
      run: 'mycobot send list --to 491701234567 --body "When?" --button Times \\\n      --data @sections.json',
      does: "the sections in a file",
    },
  ],
};

/** `mycobot send list` */
export default function sendListCommand(context: Context) {
  return interactiveCommand(DETAILS)
    .option("--header <text>", HEADER_TEXT)
    .requiredOption(
      "--button <text>",
      `text of the button that opens the list, up to ${MESSAGE_LIMITS.listButton} characters`,
    )
    .option("--row <id=title|description>", "row; the description is optional; repeatable", pairs)
    .option("--section <title>", "title of the section")
    .option("--data <json>", dataHelp("sections"))
    .action(async (options) => {
      const sections = await sectionsOf(options, context);
      const { header, body, footer, button } = options;
      const message = () => listMessage({ ...addresseeOf(options), header, body, footer, button, sections });
      await deliver(context, options, { message });
    });
}

interface SectionFlags {
  row?: Pair[] | undefined;
  section?: string | undefined;
  data?: string | undefined;
}

async function sectionsOf({ row, section, data }: SectionFlags, context: Context): Promise<readonly ListSection[]> {
  if ((row === undefined) === (data === undefined)) {
    throw new UsageError(
      row === undefined ? "No rows given." : "--row and --data are mutually exclusive.",
      "Specify --row, or all sections with --data.",
    );
  }
  if (row !== undefined) return [{ ...(section === undefined ? {} : { title: section }), rows: row.map(listRow) }];
  return readList(data ?? "", "list of sections", context.io);
}

/** `ID=TITLE|DESCRIPTION` */
function listRow({ name, value }: Pair): ListRow {
  const at = value.indexOf("|");
  if (at < 0) return { id: name, title: value };
  return { id: name, title: value.slice(0, at), description: value.slice(at + 1) };
}
