import { ADDRESS_COUNTRIES, type AddressParameters, addressMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { pairs } from "../../../input/option-values.ts";
import { dataHelp, readObject } from "../outgoing/data.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { HEADER_TEXT, interactiveCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description:
    "Sends a text with a button to enter an address. --value fills in a field in advance; --data accepts all parameters, such as saved addresses and validation errors.",
  sections: [
    {
      title: "Data: WhatsApp's parameters of the action, in addition to the options",
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
export default function sendAddressCommand(context: Context) {
  return interactiveCommand(DETAILS)
    .option("--header <text>", HEADER_TEXT)
    .requiredOption("--country <code>", ADDRESS_COUNTRIES.join(" or "))
    .option("--value <name=value>", "value of a field, such as name, city, in_pin_code; repeatable", pairs)
    .option("--data <json>", dataHelp("more parameters"))
    .action(async (options) => {
      const { header, body, footer, country, value } = options;
      const data =
        options.data === undefined ? {} : await readObject<Partial<AddressParameters>>(options.data, context.io);
      const values =
        value === undefined ? {} : { values: Object.fromEntries(value.map((each) => [each.name, each.value])) };
      const parameters = { country, ...values, ...data };
      const message = () => addressMessage({ ...addresseeOf(options), header, body, footer, parameters });
      await deliver(context, options, { message });
    });
}
