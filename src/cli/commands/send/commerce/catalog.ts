import type { Context } from "../../../context.ts";
import { interactiveCommand } from "../interactive/interactive-command.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "a text with a button that opens the catalog",
  description: "Sends a text with a button that opens the account's whole catalog.",
  examples: [
    {
      run: 'mycobot send catalog --to 491701234567 --body "All that we have" \\\n      --thumbnail mug-blue',
      does: "with the picture of one product",
    },
  ],
};

/** `mycobot send catalog` */
export function catalogCommand(context: Context) {
  return interactiveCommand("catalog", DETAILS)
    .option("--thumbnail <product-id>", "the product whose picture is shown; the first one otherwise")
    .action(async (options) => {
      const { addresseeOf, deliver } = await import("../outgoing/index.ts");
      const { catalogMessage } = await import("../../../../model/message/index.ts");
      const { body, footer, thumbnail: thumbnailProductId } = options;
      const message = () => catalogMessage({ ...addresseeOf(options), body, footer, thumbnailProductId });
      await deliver(context, options, { message });
    });
}
