import { type OrderDetails, orderDetailsMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { dataHelp, readObject } from "../outgoing/data.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { headerOf, headerSource } from "../outgoing/media-source.ts";
import { headedCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description:
    "Sends an order with a button to review and pay it. An amount has a value and an offset: 1100 with offset 100 is 11.00. Payment settings differ by country and are sent unchanged.",
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
      does: "the order in a file",
    },
  ],
};

/** `mycobot send order-details` */
export default function sendOrderDetailsCommand(context: Context) {
  return headedCommand(DETAILS)
    .requiredOption("--data <json>", dataHelp("order"))
    .action(async (options) => {
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
