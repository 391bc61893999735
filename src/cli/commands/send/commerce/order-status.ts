import type { Context } from "../../../context.ts";
import { interactiveCommand } from "../interactive/interactive-command.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "tell how an order stands",
  description:
    "Sends the status of an order whose details were sent: pending, processing, partially_shipped, shipped, completed or canceled.",
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
export function orderStatusCommand(context: Context) {
  return interactiveCommand("order-status", DETAILS)
    .requiredOption("--order <reference-id>", "reference_id of the order details")
    .requiredOption("--status <status>", "how the order stands")
    .option("--description <text>", "why, up to 120 characters")
    .option("--data <json>", "more parameters: JSON, @FILE, or @- for stdin")
    .action(async (options) => {
      const { addresseeOf, deliver, readObject } = await import("../outgoing/index.ts");
      const { orderStatusMessage } = await import("../../../../model/message/index.ts");
      const more = options.data === undefined ? {} : await readObject(options.data, context.io);
      const { body, footer, status, description } = options;
      const order = { status, ...(description === undefined ? {} : { description }) };
      const parameters = { reference_id: options.order, order, ...more };
      const message = () => orderStatusMessage({ ...addresseeOf(options), body, footer, parameters });
      await deliver(context, options, { message });
    });
}
