import { MESSAGE_LIMITS, ORDER_STATES, orderStatusMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { dataHelp, readObject } from "../outgoing/data.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { interactiveCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: `Sends the status of an order whose details were sent: ${ORDER_STATES.join(", ")}.`,
  sections: [
    {
      title: "Data: more of WhatsApp's parameters of the action",
      lines: ['{ "payment": { "status": "captured", "timestamp": 1722445231 } }'],
    },
  ],
  examples: [
    {
      run: 'mycobot send order-status --to 919812345678 --body "On its way" \\\n      --order order-17 --status shipped',
      does: "the order is shipped",
    },
  ],
};

/** `mycobot send order-status` */
export default function sendOrderStatusCommand(context: Context) {
  return interactiveCommand(DETAILS)
    .requiredOption("--order <reference-id>", "reference_id of the order details")
    .requiredOption("--status <status>", "status of the order")
    .option("--description <text>", `explanation, up to ${MESSAGE_LIMITS.orderStatusDescription} characters`)
    .option("--data <json>", dataHelp("more parameters"))
    .action(async (options) => {
      const more = options.data === undefined ? {} : await readObject(options.data, context.io);
      const { body, footer, status, description } = options;
      const order = { status, ...(description === undefined ? {} : { description }) };
      const parameters = { reference_id: options.order, order, ...more };
      const message = () => orderStatusMessage({ ...addresseeOf(options), body, footer, parameters });
      await deliver(context, options, { message });
    });
}
