import type { OrderDetails } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { headedCommand } from "../interactive/interactive-command.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "ask to pay for an order (Brazil, India, Singapore)",
  description:
    "Sends an order with a button to review and pay it. Amounts are { value, offset }: 1100 with the offset 100 is 11.00. How payments are set up differs by country: those fields travel as they are.",
  sections: [
    {
      title: "Data: WhatsApp's parameters of the action",
      lines: [
        '{ "reference_id": "order-17", "type": "physical-goods",',
        '  "currency": "INR", "total_amount": { "value": 1100, "offset": 100 },',
        '  "order": { "status": "pending", "items": [',
        '    { "name": "Mug", "amount": { "value": 1100, "offset": 100 },',
        '      "quantity": 1 } ],',
        '    "subtotal": { "value": 1100, "offset": 100 } },',
        '  "payment_settings": [...] }',
      ],
    },
  ],
  examples: [
    {
      run: 'mycobot send order-details --to 919812345678 --body "Your order" \\\n      --data @order.json',
      does: "the order of a file",
    },
  ],
};

/** `mycobot send order-details` */
export function orderDetailsCommand(context: Context) {
  return headedCommand("order-details", DETAILS)
    .requiredOption("--data <json>", "the order: JSON, @FILE, or @- for stdin")
    .action(async (options) => {
      const { addresseeOf, deliver, headerOf, headerSource, readObject } = await import("../outgoing/index.ts");
      const { orderDetailsMessage } = await import("../../../../model/message/index.ts");
      const parameters = await readObject<OrderDetails>(options.data, context.io);
      const { body, footer } = options;
      const header = headerSource(options, context.io);
      await deliver(context, options, {
        files: header.files,
        message: (idOf) =>
          orderDetailsMessage({ ...addresseeOf(options), header: headerOf(header, idOf), body, footer, parameters }),
      });
    });
}
