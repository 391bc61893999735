import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { confirm } from "../../input/confirm.ts";
import { visibleLine } from "../../output/visible.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { FLOW_ARGUMENT, flowCall } from "./flow-of-account.ts";

const DETAILS: CommandDetails = {
  description:
    "Ends a published flow: it can no longer be sent. Not reversible. Users may still complete a flow that is already on their devices. Drafts are deleted instead.",
  output: "One line with the id of the flow.",
  json: ['{ version: 1, flow: { id, status: "DEPRECATED" } }'],
  exitCodes: { 0: "deprecated", ...REQUEST_EXIT_CODES, 6: "not confirmed" },
  examples: [
    { run: "mycobot flow deprecate booking --stack dev", does: "after confirmation on a terminal" },
    { run: "mycobot flow deprecate 1234567890 --yes", does: "without confirmation" },
  ],
};

/** `mycobot flow deprecate FLOW` */
export default function flowDeprecateCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<flow>", FLOW_ARGUMENT)
    .option("--yes", "do not ask for confirmation")
    .action((given, options) =>
      runRequest(context, options, {
        plan: async (scope) => {
          const call = await flowCall(given, scope);
          const question = `Deprecate the flow ${visibleLine(given)}? Templates and messages can no longer open it.`;
          if (options.yes !== true) await confirm(question, context, "deprecated");
          return call;
        },
        send: (gateway, call) => gateway.flows.deprecate(call),
        show: (_, { flowId: id }) => {
          if (context.json) context.printJson({ flow: { id, status: "DEPRECATED" } });
          else context.print(`${id}: deprecated`);
        },
      }),
    );
}
