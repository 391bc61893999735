import type { FlowCreateBody } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, DRY_RUN_JSON, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { confirm } from "../../input/confirm.ts";
import { repeated } from "../../input/option-values.ts";
import { fieldLines } from "../../output/fields.ts";
import { visibleLine } from "../../output/visible.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { UsageError } from "../../usage-error.ts";
import { readFlowJson, reportValidation } from "./flow-json.ts";

const DETAILS: CommandDetails = {
  description:
    "Creates a flow as a draft, or publishes it at once with --publish. A published flow cannot change: create a new one with --clone and publish that. " +
    "WhatsApp validates the flow JSON; with errors the flow remains a draft. If it is unclear whether the request took effect, it is not repeated.",
  output: "The id, name and status of the new flow. Validation errors are printed on stderr.",
  json: ["{ version: 1, flow: { id, name, status, validation_errors } }", DRY_RUN_JSON],
  exitCodes: {
    0: "created",
    ...REQUEST_EXIT_CODES,
    3: "usage error, wrong id, or errors in the flow JSON of the new draft",
    6: "not confirmed (--publish)",
  },
  examples: [
    { run: "mycobot flow create --name booking --category OTHER --file flow.json", does: "creates a draft" },
    { run: "mycobot flow create --name booking_2 --clone 1234567890", does: "copies a flow of the account" },
    {
      run: "mycobot flow create --name booking --category OTHER --file flow.json \\\n      --publish --yes",
      does: "publishes it, without confirmation",
    },
  ],
};

interface FlowFlags {
  name: string;
  category?: string[] | undefined;
  file?: string | undefined;
  endpoint?: string | undefined;
  clone?: string | undefined;
  publish?: true | undefined;
}

async function flowBody(flags: FlowFlags, context: Context): Promise<FlowCreateBody> {
  const { name, category, file, endpoint, clone, publish } = flags;
  if (category === undefined && clone === undefined) {
    throw new UsageError("No category specified.", "Specify --category, such as OTHER, at least once.");
  }
  if (publish === true && file === undefined && clone === undefined) {
    throw new UsageError("--publish requires flow JSON.", "Specify --file FILE.");
  }
  return {
    name,
    ...(category === undefined ? {} : { categories: category.map((each) => each.toUpperCase()) }),
    ...(clone === undefined ? {} : { clone_flow_id: clone }),
    ...(endpoint === undefined ? {} : { endpoint_uri: endpoint }),
    ...(file === undefined ? {} : { flow_json: await readFlowJson(file, context) }),
    ...(publish === true ? { publish } : {}),
  };
}

/** `mycobot flow create` */
export default function flowCreateCommand(context: Context) {
  return accountCommand(DETAILS)
    .requiredOption("--name <name>", "name, unique in the account; users do not see it")
    .option("--category <category>", "SIGN_UP, SURVEY, OTHER, ...; repeatable", repeated)
    .option("--file <file>", "flow JSON; - for stdin")
    .option("--endpoint <url>", "endpoint of a flow that exchanges data")
    .option("--clone <id>", "flow of the account to copy")
    .option("--publish", "publish the flow; not reversible")
    .option("--dry-run", "print the request, send nothing")
    .option("--yes", "do not ask for confirmation")
    .action(async (options) => {
      const body = await flowBody(options, context);
      await runRequest(context, options, {
        plan: async ({ account, dryRun }) => {
          const call = { ...(await account()), body };
          if (body.publish === true && options.yes !== true && !dryRun) {
            await confirm(
              `Publish the flow ${visibleLine(body.name)}? It cannot be changed afterwards.`,
              context,
              "created",
            );
          }
          return call;
        },
        send: async (gateway, call) => {
          const { id, validationErrors } = await gateway.flows.create(call);
          const { body: _, wabaId: __, ...proxy } = call;
          const status = body.publish === true ? (await gateway.flows.get({ ...proxy, flowId: id })).status : "DRAFT";
          return { id, status, validationErrors };
        },
        show: ({ id, status, validationErrors }) => {
          const { name } = body;
          reportValidation(validationErrors, "the flow is a draft", context);
          if (context.json) {
            return context.printJson({ flow: { id, name, status, validation_errors: validationErrors } });
          }
          const fields: [string, string][] = [
            ["id", id],
            ["name", name],
            ["status", status],
          ];
          context.print(fieldLines(fields, context.width, context.paint));
        },
      });
    });
}
