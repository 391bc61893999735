import type { Context } from "../../../context.ts";
import { repeated } from "../../../input/repeated.ts";
import { UsageError } from "../../../usage-error.ts";
import { interactiveCommand } from "../interactive/interactive-command.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "several products of a catalog",
  description:
    "Sends up to 30 products of the account's catalog in up to 10 sections. Options make one section; --data takes several.",
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
      does: "the sections of a file",
    },
  ],
};

interface SectionFlags {
  product?: string[] | undefined;
  section?: string | undefined;
  data?: string | undefined;
}

async function sectionsOf({ product, section, data }: SectionFlags, context: Context): Promise<readonly unknown[]> {
  if ((product === undefined) === (data === undefined)) {
    throw new UsageError("The products are given once.", "Give --product, or all sections with --data.");
  }
  if (data !== undefined) {
    const { readList } = await import("../outgoing/index.ts");
    return readList(data, "list of sections", context.io);
  }
  const items = (product ?? []).map((id) => ({ product_retailer_id: id }));
  return [{ ...(section === undefined ? {} : { title: section }), product_items: items }];
}

/** `mycobot send products` */
export function productsCommand(context: Context) {
  return interactiveCommand("products", DETAILS)
    .requiredOption("--catalog <id>", "the catalog")
    .requiredOption("--header <text>", "text above, up to 60 characters")
    .option("--product <id>", "a product's id in the catalog; repeatable", repeated)
    .option("--section <title>", "title of the section")
    .option("--data <json>", "the sections: JSON, @FILE, or @- for stdin")
    .action(async (options) => {
      const sections = await sectionsOf(options, context);
      const { addresseeOf, deliver } = await import("../outgoing/index.ts");
      const { productListMessage } = await import("../../../../model/message/index.ts");
      const { catalog: catalogId, header, body, footer } = options;
      const message = () => {
        const list = productListMessage({ ...addresseeOf(options), header, body, footer, catalogId, sections: [] });
        return { ...list, interactive: { ...list.interactive, action: { catalog_id: catalogId, sections } } };
      };
      await deliver(context, options, { message });
    });
}
