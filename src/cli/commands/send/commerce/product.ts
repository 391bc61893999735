import { productMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { FOOTER_TEXT, type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: "Sends a product of the account's catalog, by its id in the catalog (SKU).",
  examples: [
    {
      run: "mycobot send product --to 491701234567 --catalog 367025965434465 \\\n      --product mug-blue",
      does: "the product without a text; --body adds one",
    },
  ],
};

/** `mycobot send product` */
export default function sendProductCommand(context: Context) {
  return messageCommand(DETAILS)
    .requiredOption("--catalog <id>", "catalog id")
    .requiredOption("--product <id>", "product id in the catalog")
    .option("--body <text>", "text below the product")
    .option("--footer <text>", FOOTER_TEXT)
    .action(async (options) => {
      const { catalog: catalogId, product: productId, body, footer } = options;
      const message = () => productMessage({ ...addresseeOf(options), catalogId, productId, body, footer });
      await deliver(context, options, { message });
    });
}
