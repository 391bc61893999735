import type { AddressParameters } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { pairs } from "../outgoing/pair.ts";
import { interactiveCommand } from "./interactive-command.ts";

const DETAILS: MessageDetails = {
  summary: "ask for an address (India, Singapore)",
  description:
    "Sends a text with a button by which the recipient fills in an address. --value fills in a field beforehand; --data takes all parameters, such as saved addresses and validation errors.",
  sections: [
    {
      title: "Data: WhatsApp's parameters of the action, beside --country and --value",
      lines: [
        '{ "values": { "name": "Ana", "in_pin_code": "400063" },',
        '  "saved_addresses": [ { "id": "home", "value": {...} } ],',
        '  "validation_errors": { "in_pin_code": "We do not deliver there." } }',
      ],
    },
  ],
  examples: [
    {
      run: 'mycobot send address --to 919812345678 --body "Where to?" --country IN \\\n      --value name=Ana',
      does: "a form with the name filled in",
    },
  ],
};

/** `mycobot send address` */
export function addressCommand(context: Context) {
  return interactiveCommand("address", DETAILS)
    .option("--header <text>", "text above, up to 60 characters")
    .requiredOption("--country <code>", "IN or SG")
    .option("--value <name=value>", "a field's value, such as name, city, in_pin_code; repeatable", pairs)
    .option("--data <json>", "more parameters: JSON, @FILE, or @- for stdin")
    .action(async (options) => {
      const { header, body, footer, country, value } = options;
      const { addresseeOf, deliver, readObject } = await import("../outgoing/index.ts");
      const { addressMessage } = await import("../../../../model/message/index.ts");
      const data =
        options.data === undefined ? {} : await readObject<Partial<AddressParameters>>(options.data, context.io);
      const values =
        value === undefined ? {} : { values: Object.fromEntries(value.map((each) => [each.name, each.value])) };
      const parameters = { country, ...values, ...data };
      const message = () => addressMessage({ ...addresseeOf(options), header, body, footer, parameters });
      await deliver(context, options, { message });
    });
}
