import type { WireFlow } from "../../../gateway/index.ts";
import { rowOf } from "../../../model/text/index.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import type { Color } from "../../output/paint.ts";
import { renderTable } from "../../output/table.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";

const DETAILS: CommandDetails = {
  description: "Lists the flows of the account.",
  output: "A table: id, name, status, categories, number of validation errors.",
  json: [
    "{ version: 1, flows: [ { id, name, status, categories?,",
    "  validation_errors?, json_version?, endpoint_uri?, ... } ] }",
    "Flows are as sent by WhatsApp.",
  ],
  exitCodes: { 0: "listed, even if there are none", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot flow list --stack production", does: "the account of stacks/production.yaml" },
    { run: "mycobot flow list --json | jq '.flows[].name'", does: "the names, for scripts" },
  ],
};

/** Other statuses are red. */
const COLORS: Readonly<Record<string, Color>> = { PUBLISHED: "green", DRAFT: "yellow", DEPRECATED: "reset" };

/** `mycobot flow list` */
export default function flowListCommand(context: Context) {
  return accountCommand(DETAILS).action((options) =>
    runRequest(context, options, {
      plan: ({ account }) => account(),
      send: async (gateway, call) => {
        const found: WireFlow[] = [];
        for await (const flow of gateway.flows.list(call)) found.push(flow);
        return found;
      },
      show: (flows) => {
        if (context.json) return context.printJson({ flows });
        if (flows.length === 0) return context.note("No flows.");
        const rows = flows.map(({ id, name, status, categories = [], validation_errors: errors = [] }) => [
          id,
          name,
          { text: status, color: rowOf(COLORS, status) ?? "red" },
          categories.join(", "),
          errors.length === 0 ? "" : String(errors.length),
        ]);
        const head = ["id", "name", "status", "categories", "errors"];
        context.print(renderTable({ head, rows }, context.tableWidth, context.paint));
      },
    }),
  );
}
