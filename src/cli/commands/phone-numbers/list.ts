import type { WirePhoneNumber } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { accountCommand } from "../../target/target-flags.ts";

const DETAILS: CommandDetails = {
  summary: "the account's phone numbers",
  description:
    "Lists the phone numbers of the account, with their ids: other commands want the id, not the number itself.",
  output: "A table: id, number, name, status, quality.",
  json: [
    "{ version: 1, phoneNumbers: [ { id, display_phone_number?, verified_name?,",
    "  quality_rating?, status?, ... } ] }",
    "as WhatsApp sent them.",
  ],
  exitCodes: { 0: "listed, even when there is none", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot phone-numbers list --stack production", does: "the account of stacks/production.yaml" },
    { run: "mycobot phone-numbers list --json | jq -r '.phoneNumbers[].id'", does: "the ids, for scripts" },
  ],
};

/** `mycobot phone-numbers list` */
export function listCommand(context: Context) {
  return accountCommand("list", DETAILS).action(async (options) => {
    const { withTarget } = await import("../../target/target.ts");
    const { PHONE_FIELDS } = await import("./phone-fields.ts");
    const phoneNumbers = await withTarget(context, options, async ({ gateway, account }) => {
      const call = { ...(await account()), fields: PHONE_FIELDS };
      const found: WirePhoneNumber[] = [];
      for await (const number of gateway.phoneNumbers.list(call)) found.push(number);
      return found;
    });
    if (context.json) return context.printJson({ phoneNumbers });
    if (phoneNumbers.length === 0) return context.note("No phone numbers.");
    const { renderTable } = await import("../../output/table.ts");
    const { qualityCell } = await import("../../account/template-cells.ts");
    const rows = phoneNumbers.map(
      ({ id, display_phone_number = "", verified_name = "", status = "", quality_rating }) => [
        id,
        display_phone_number,
        verified_name,
        status,
        qualityCell(quality_rating === undefined ? {} : { quality_score: { score: quality_rating } }),
      ],
    );
    context.print(
      renderTable({ head: ["id", "number", "name", "status", "quality"], rows }, context.width, context.paint),
    );
  });
}
