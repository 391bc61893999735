import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { confirmedStepCommand } from "./confirmed-step.ts";

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
  return confirmedStepCommand(context, {
    details: DETAILS,
    question: (flow) => `Deprecate the flow ${flow}? Templates and messages can no longer open it.`,
    done: "deprecated",
    send: (gateway, call) => gateway.flows.deprecate(call),
    outcome: () => "deprecated",
    json: () => ({ status: "DEPRECATED" }),
  });
}
