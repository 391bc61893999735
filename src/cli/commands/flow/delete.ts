import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { confirm } from "../../input/confirm.ts";
import { visibleLine } from "../../output/visible.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { FLOW_ARGUMENT, flowCall } from "./flow-of-account.ts";

const DETAILS: CommandDetails = {
  description: "Deletes a draft. A published flow cannot be deleted, only deprecated.",
  output: "One line with the id of the deleted flow.",
  json: ['{ version: 1, flow: { id, result: "deleted" | "absent" } }'],
  exitCodes: { 0: "deleted", ...REQUEST_EXIT_CODES, 6: "not confirmed" },
  examples: [{ run: "mycobot flow delete booking --stack dev --yes", does: "without confirmation" }],
};

/** `mycobot flow delete FLOW` */
export default function flowDeleteCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<flow>", FLOW_ARGUMENT)
    .option("--yes", "do not ask for confirmation")
    .action((given, options) =>
      runRequest(context, options, {
        plan: async (scope) => {
          const call = await flowCall(given, scope);
          if (options.yes !== true) await confirm(`Delete the flow ${visibleLine(given)}?`, context);
          return call;
        },
        send: (gateway, call) => gateway.flows.delete(call),
        show: (result, { flowId: id }) => {
          if (context.json) context.printJson({ flow: { id, result } });
          else context.print(`${id}: ${result === "deleted" ? "deleted" : "already deleted"}`);
        },
      }),
    );
}
