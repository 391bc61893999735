import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { phoneCommand } from "../../target/target-flags.ts";
import { UsageError } from "../../usage-error.ts";

const DETAILS: CommandDetails = {
  summary: "one phone number",
  description: "Shows one phone number by its id: name, quality, status and limits, as WhatsApp has them now.",
  output: "A line per field.",
  json: [
    "{ version: 1, phoneNumber: { id, display_phone_number?, verified_name?,",
    "  quality_rating?, status?, ... } }",
    "as WhatsApp sent it.",
  ],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot phone-numbers get 106540352242922", does: "by its id" },
    { run: "mycobot phone-numbers get --stack production", does: "the one that the stack declares" },
  ],
};

/** `mycobot phone-numbers get [ID]` */
export function getCommand(context: Context) {
  return phoneCommand("get", DETAILS)
    .argument("[id]", "the number's id; the same as --phone")
    .action(async (id, options) => {
      if (id !== undefined && options.phone !== undefined && id !== options.phone) {
        throw new UsageError(`Two phone numbers are named: ${id} and ${options.phone}.`, "Give one of them.");
      }
      const { withTarget } = await import("../../target/target.ts");
      const { PHONE_FIELDS, phoneLines } = await import("./phone-fields.ts");
      const phoneNumber = await withTarget(context, { ...options, phone: id ?? options.phone }, async (target) => {
        return target.gateway.phoneNumbers.get({ ...(await target.phone()), fields: PHONE_FIELDS });
      });
      if (context.json) return context.printJson({ phoneNumber });
      const { fieldLines } = await import("../../output/fields.ts");
      context.print(fieldLines(phoneLines(phoneNumber), context.width, context.paint));
    });
}
