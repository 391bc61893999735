import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { confirmedStepCommand } from "./confirmed-step.ts";

const DETAILS: CommandDetails = {
  description: "Deletes a draft. A published flow cannot be deleted, only deprecated.",
  output: "One line with the id of the deleted flow.",
  json: ['{ version: 1, flow: { id, result: "deleted" | "absent" } }'],
  exitCodes: { 0: "deleted", ...REQUEST_EXIT_CODES, 6: "not confirmed" },
  examples: [{ run: "mycobot flow delete booking --stack dev --yes", does: "without confirmation" }],
};

/** `mycobot flow delete FLOW` */
export default function flowDeleteCommand(context: Context) {
  return confirmedStepCommand(context, {
    details: DETAILS,
    question: (flow) => `Delete the flow ${flow}?`,
    done: "deleted",
    send: (gateway, call) => gateway.flows.delete(call),
    outcome: (result) => (result === "deleted" ? "deleted" : "already deleted"),
    json: (result) => ({ result }),
  });
}
