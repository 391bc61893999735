import type { FlowCall, Gateway } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { confirm } from "../../input/confirm.ts";
import { visibleLine } from "../../output/visible.ts";
import { accountCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";
import { FLOW_ARGUMENT, flowCall } from "./flow-of-account.ts";

/** A step in the life of a flow that cannot be taken back. */
interface ConfirmedStep<Result> {
  details: CommandDetails;
  question: (flow: string) => string;
  /** What a refusal says did not happen: `published`. */
  done: string;
  send: (gateway: Gateway, call: FlowCall) => Promise<Result>;
  /** What the outcome is called on the line of the flow. */
  outcome: (result: Result) => string;
  /** The flow of the JSON output, without its id. */
  json: (result: Result) => Readonly<Record<string, unknown>>;
}

/** A command for one flow that asks for confirmation, unless `--yes` is given. */
export function confirmedStepCommand<Result>(context: Context, step: ConfirmedStep<Result>) {
  return accountCommand(step.details)
    .argument("<flow>", FLOW_ARGUMENT)
    .option("--yes", "do not ask for confirmation")
    .action((given, options) =>
      runRequest(context, options, {
        plan: async (scope) => {
          const call = await flowCall(given, scope);
          if (options.yes !== true) await confirm(step.question(visibleLine(given)), context, step.done);
          return call;
        },
        send: step.send,
        show: (result, { flowId: id }) => {
          if (context.json) context.printJson({ flow: { id, ...step.json(result) } });
          else context.print(`${id}: ${step.outcome(result)}`);
        },
      }),
    );
}
