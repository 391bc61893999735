import type { Context } from "../../../context.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "one product of a catalog",
  description: "Sends one product of the account's catalog, by its id there (SKU).",
  examples: [
    {
      run: "mycobot send product --to 491701234567 --catalog 367025965434465 \\\n      --product mug-blue",
      does: "the product alone; --body adds a text",
    },
  ],
};

/** `mycobot send product` */
export function productCommand(context: Context) {
  return messageCommand("product", DETAILS)
    .requiredOption("--catalog <id>", "the catalog")
    .requiredOption("--product <id>", "the product's id in the catalog")
    .option("--body <text>", "text below the product")
    .option("--footer <text>", "small text below, up to 60 characters")
    .action(async (options) => {
      const { addresseeOf, deliver } = await import("../outgoing/index.ts");
      const { productMessage } = await import("../../../../model/message/index.ts");
      const { catalog: catalogId, product: productId, body, footer } = options;
      const message = () => productMessage({ ...addresseeOf(options), catalogId, productId, body, footer });
      await deliver(context, options, { message });
    });
}
