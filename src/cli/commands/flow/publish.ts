import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { confirmedStepCommand } from "./confirmed-step.ts";

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
  return confirmedStepCommand(context, {
    details: DETAILS,
    question: (flow) => `Publish the flow ${flow}? It cannot be changed afterwards.`,
    done: "published",
    send: (gateway, call) => gateway.flows.publish(call),
    outcome: () => "published",
    json: () => ({ status: "PUBLISHED" }),
  });
}
