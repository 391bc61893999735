import type { FlowUpdateBody, FlowValidationError } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { repeated } from "../../input/option-values.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { UsageError } from "../../usage-error.ts";
import { readFlowJson, reportValidation } from "./flow-json.ts";
import { FLOW_ARGUMENT, flowCall } from "./flow-of-account.ts";

const DETAILS: CommandDetails = {
  description:
    "Changes a draft: its name, categories or endpoint, and with --file its flow JSON. WhatsApp saves flow JSON with errors, too. " +
    "A published flow cannot change: copy it with flow create --clone.",
  output: "One line with the id of the flow and what changed. Validation errors are printed on stderr.",
  json: [
    "{ version: 1, flow: { id, changed: [ field ], validation_errors? } }",
    "with --dry-run: { version: 1, request: { method, url, headers, body? } },",
    "the first of two requests if --file is used with other options",
  ],
  exitCodes: {
    0: "changed",
    ...REQUEST_EXIT_CODES,
    3: "usage error, wrong id, or errors in the flow JSON, which is saved",
  },
  examples: [
    { run: "mycobot flow update booking --file flow.json --stack dev", does: "uploads flow JSON to a draft" },
    { run: "mycobot flow update 1234567890 --endpoint https://example.com/flow", does: "sets the endpoint" },
  ],
};

interface FlowFlags {
  name?: string | undefined;
  category?: string[] | undefined;
  endpoint?: string | undefined;
}

function changesOf({ name, category, endpoint }: FlowFlags): FlowUpdateBody {
  return {
    ...(name === undefined ? {} : { name }),
    ...(category === undefined ? {} : { categories: category.map((each) => each.toUpperCase()) }),
    ...(endpoint === undefined ? {} : { endpoint_uri: endpoint }),
  };
}

/** `mycobot flow update FLOW` */
export default function flowUpdateCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<flow>", FLOW_ARGUMENT)
    .option("--name <name>", "new name")
    .option("--category <category>", "replaces the current categories; repeatable", repeated)
    .option("--endpoint <url>", "endpoint of a flow that exchanges data")
    .option("--file <file>", "flow JSON; - for stdin")
    .option("--dry-run", "print the request, send nothing")
    .action(async (given, options) => {
      const body = changesOf(options);
      const changed = [...Object.keys(body), ...(options.file === undefined ? [] : ["flow_json"])];
      if (changed.length === 0) {
        throw new UsageError("No change specified.", "Specify --file, --name, --category or --endpoint.");
      }
      const json = options.file === undefined ? undefined : await readFlowJson(options.file, context);
      await runRequest(context, options, {
        plan: (scope) => flowCall(given, scope),
        send: async (gateway, call): Promise<FlowValidationError[] | undefined> => {
          if (Object.keys(body).length > 0) await gateway.flows.update({ ...call, body });
          return json === undefined ? undefined : gateway.flows.uploadJson({ ...call, json });
        },
        show: (errors, { flowId: id }) => {
          reportValidation(errors ?? [], "it was saved", context);
          if (context.json) {
            const validation = errors === undefined ? {} : { validation_errors: errors };
            return context.printJson({ flow: { id, changed, ...validation } });
          }
          context.print(`${id}: changed ${changed.join(", ")}.`);
        },
        plansOnline: !/^\d+$/.test(given),
      });
    });
}
