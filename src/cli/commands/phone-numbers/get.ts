import type { WirePhoneNumber } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { fieldLines } from "../../output/fields.ts";
import { argumentOrOption, phoneCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { PHONE_FIELD_TITLES, PHONE_FIELDS } from "./fields.ts";

const DETAILS: CommandDetails = {
  description: "Shows the current name, quality, status and limits of a phone number.",
  output: "One line per field.",
  json: [
    "{ version: 1, phoneNumber: { id, display_phone_number?, verified_name?,",
    "  quality_rating?, status?, ... } }",
    "The phone number is as sent by WhatsApp.",
  ],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot phone-numbers get 106540352242922", does: "by its id" },
    { run: "mycobot phone-numbers get --stack production", does: "the number declared in the stack" },
  ],
};

function valueText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "object" && "level" in value) return String(value.level);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function phoneLines(number: WirePhoneNumber): [string, string | undefined][] {
  return PHONE_FIELDS.map((field) => [PHONE_FIELD_TITLES[field], valueText(number[field])]);
}

/** `mycobot phone-numbers get [ID]` */
export default function phoneNumberGetCommand(context: Context) {
  return phoneCommand(DETAILS)
    .argument("[id]", "phone number id; same as --phone")
    .action(async (id, options) => {
      const phone = argumentOrOption("phone number", id, options.phone);
      await runRequest(
        context,
        { ...options, phone },
        {
          plan: async (scope) => ({ ...(await scope.phone()), fields: PHONE_FIELDS }),
          send: (gateway, call) => gateway.phoneNumbers.get(call),
          show: (phoneNumber) => {
            if (context.json) context.printJson({ phoneNumber });
            else context.print(fieldLines(phoneLines(phoneNumber), context.width, context.paint));
          },
        },
      );
    });
}
