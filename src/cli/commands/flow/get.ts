import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { fieldLines } from "../../output/fields.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { validationErrorText } from "./flow-json.ts";
import { FLOW_ARGUMENT, flowCall } from "./flow-of-account.ts";

const FIELDS = [
  "categories",
  "validation_errors",
  "json_version",
  "data_api_version",
  "endpoint_uri",
  "preview",
  "health_status",
];

const DETAILS: CommandDetails = {
  description:
    "Shows a flow: its status, what WhatsApp finds wrong with its flow JSON, a public preview, and where to download the flow JSON.",
  output:
    "One line per field: id, name, status, categories, versions, endpoint, health, preview and its expiry, flow JSON; then one per validation error with line and column.",
  json: [
    "{ version: 1, flow: { id, name, status, categories?,",
    "  validation_errors?, preview?, health_status?, ... },",
    "  assets: [ { name, asset_type, download_url } ] }",
    "Flow and assets are as sent by WhatsApp.",
  ],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES, 1: "no such flow, or a failed request" },
  examples: [
    { run: "mycobot flow get booking --stack dev", does: "by name; an id needs no account" },
    {
      run: "mycobot flow get booking --json | jq -r '.assets[0].download_url'",
      does: "the address of the flow JSON, for curl",
    },
  ],
};

/** `mycobot flow get FLOW` */
export default function flowGetCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<flow>", FLOW_ARGUMENT)
    .action((given, options) =>
      runRequest(context, options, {
        plan: (scope) => flowCall(given, scope),
        send: async (gateway, call) => ({
          flow: await gateway.flows.get({ ...call, fields: FIELDS }),
          assets: await gateway.flows.assets(call),
        }),
        show: ({ flow, assets }) => {
          if (context.json) return context.printJson({ flow, assets });
          const fields: [string, string | undefined][] = [
            ["id", flow.id],
            ["name", flow.name],
            ["status", flow.status],
            ["categories", flow.categories?.join(", ")],
            ["JSON version", flow.json_version],
            ["data API", flow.data_api_version],
            ["endpoint", flow.endpoint_uri],
            ["health", flow.health_status?.can_send_message],
            ["preview", flow.preview?.preview_url],
            ["expires", flow.preview?.expires_at],
            ...assets.map(({ name, download_url: url }): [string, string] => [name, url]),
            ...(flow.validation_errors ?? []).map((error): [string, string] => ["error", validationErrorText(error)]),
          ];
          context.print(fieldLines(fields, context.tableWidth, context.paint));
        },
      }),
    );
}
