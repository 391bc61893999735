import { MESSAGE_LIMITS, productListMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { repeated } from "../../../input/option-values.ts";
import { UsageError } from "../../../usage-error.ts";
import { dataHelp, readList } from "../outgoing/data.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { HEADER_TEXT, interactiveCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends up to ${MESSAGE_LIMITS.products} products of the account's catalog in up to ${MESSAGE_LIMITS.sections} sections. Options make one section; --data accepts several.`,
  sections: [
    {
      title: "Data: WhatsApp's list of sections",
      lines: ['[ { "title": "Mugs", "product_items": [', '    { "product_retailer_id": "mug-blue" } ] } ]'],
    },
  ],
  examples: [
    {
      run: "mycobot send products --to 491701234567 --catalog 367025965434465 \\\n      --header Mugs --body New --product a --product b",
      does: "two products",
    },
    {
      run: "mycobot send products --to 491701234567 --catalog 367025965434465 \\\n      --header Mugs --body New --data @mugs.json",
      does: "the sections in a file",
    },
  ],
};

/** `mycobot send products` */
export default function sendProductsCommand(context: Context) {
  return interactiveCommand(DETAILS)
    .requiredOption("--catalog <id>", "catalog id")
    .requiredOption("--header <text>", HEADER_TEXT)
    .option("--product <id>", "product id in the catalog; repeatable", repeated)
    .option("--section <title>", "title of the section")
    .option("--data <json>", dataHelp("sections"))
    .action(async (options) => {
      const sections = await sectionsOf(options, context);
      const { catalog: catalogId, header, body, footer } = options;
      const message = () => {
        const list = productListMessage({ ...addresseeOf(options), header, body, footer, catalogId, sections: [] });
        return { ...list, interactive: { ...list.interactive, action: { catalog_id: catalogId, sections } } };
      };
      await deliver(context, options, { message });
    });
}

interface SectionFlags {
  product?: string[] | undefined;
  section?: string | undefined;
  data?: string | undefined;
}

async function sectionsOf({ product, section, data }: SectionFlags, context: Context): Promise<readonly unknown[]> {
  if ((product === undefined) === (data === undefined)) {
    throw new UsageError(
      product === undefined ? "No products given." : "--product and --data are mutually exclusive.",
      "Specify --product, or all sections with --data.",
    );
  }
  if (data !== undefined) return readList(data, "list of sections", context.io);
  const items = (product ?? []).map((id) => ({ product_retailer_id: id }));
  return [{ ...(section === undefined ? {} : { title: section }), product_items: items }];
}
