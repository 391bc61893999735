import type { WirePhoneNumber } from "../../../gateway/index.ts";
import { qualityCell } from "../../account/statuses.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { renderTable } from "../../output/table.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { PHONE_FIELDS } from "./fields.ts";

const DETAILS: CommandDetails = {
  description:
    "Lists the phone numbers of the account with their ids. Other commands require the id, not the number itself.",
  output: "A table: id, number, name, status, quality.",
  json: [
    "{ version: 1, phoneNumbers: [ { id, display_phone_number?, verified_name?,",
    "  quality_rating?, status?, ... } ] }",
    "Phone numbers are as sent by WhatsApp.",
  ],
  exitCodes: { 0: "listed, even if there are none", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot phone-numbers list --stack production", does: "the account of stacks/production.yaml" },
    { run: "mycobot phone-numbers list --json | jq -r '.phoneNumbers[].id'", does: "the ids, for scripts" },
  ],
};

/** `mycobot phone-numbers list` */
export default function phoneNumberListCommand(context: Context) {
  return accountCommand(DETAILS).action((options) =>
    runRequest(context, options, {
      plan: async ({ account }) => ({ ...(await account()), fields: PHONE_FIELDS }),
      send: async (gateway, call) => {
        const found: WirePhoneNumber[] = [];
        for await (const number of gateway.phoneNumbers.list(call)) found.push(number);
        return found;
      },
      show: (phoneNumbers) => {
        if (context.json) return context.printJson({ phoneNumbers });
        if (phoneNumbers.length === 0) return context.note("No phone numbers.");
        const rows = phoneNumbers.map(
          ({ id, display_phone_number = "", verified_name = "", status = "", quality_rating }) => [
            id,
            display_phone_number,
            verified_name,
            status,
            qualityCell(quality_rating),
          ],
        );
        const head = ["id", "number", "name", "status", "quality"];
        context.print(renderTable({ head, rows }, context.tableWidth, context.paint));
      },
    }),
  );
}
