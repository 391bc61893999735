import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { confirm } from "../../input/confirm.ts";
import { visibleLine } from "../../output/visible.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { FLOW_ARGUMENT, flowCall } from "./flow-of-account.ts";

const DETAILS: CommandDetails = {
  description:
    "Publishes a draft, so that messages can open it. Not reversible: a published flow can neither be changed nor deleted, only deprecated. " +
    "WhatsApp refuses a flow with validation errors, which flow get shows.",
  output: "One line with the id of the flow.",
  json: ['{ version: 1, flow: { id, status: "PUBLISHED" } }'],
  exitCodes: { 0: "published", ...REQUEST_EXIT_CODES, 6: "not confirmed" },
  examples: [
    { run: "mycobot flow publish booking --stack dev", does: "after confirmation on a terminal" },
    { run: "mycobot flow publish 1234567890 --yes", does: "without confirmation" },
  ],
};

/** `mycobot flow publish FLOW` */
export default function flowPublishCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<flow>", FLOW_ARGUMENT)
    .option("--yes", "do not ask for confirmation")
    .action((given, options) =>
      runRequest(context, options, {
        plan: async (scope) => {
          const call = await flowCall(given, scope);
          const question = `Publish the flow ${visibleLine(given)}? It cannot be changed afterwards.`;
          if (options.yes !== true) await confirm(question, context, "published");
          return call;
        },
        send: (gateway, call) => gateway.flows.publish(call),
        show: (_, { flowId: id }) => {
          if (context.json) context.printJson({ flow: { id, status: "PUBLISHED" } });
          else context.print(`${id}: published`);
        },
      }),
    );
}
