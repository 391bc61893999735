import { catalogMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { interactiveCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: "Sends a text with a button that opens the account's catalog.",
  examples: [
    {
      run: 'mycobot send catalog --to 491701234567 --body "All our products" \\\n      --thumbnail mug-blue',
      does: "with the image of one product",
    },
  ],
};

/** `mycobot send catalog` */
export default function sendCatalogCommand(context: Context) {
  return interactiveCommand(DETAILS)
    .option("--thumbnail <product-id>", "product whose image is shown (default: the first one)")
    .action(async (options) => {
      const { body, footer, thumbnail: thumbnailProductId } = options;
      const message = () => catalogMessage({ ...addresseeOf(options), body, footer, thumbnailProductId });
      await deliver(context, options, { message });
    });
}
