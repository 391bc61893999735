import { FLOW_MESSAGE_ACTIONS, FLOW_MODES, flowMessage, MESSAGE_LIMITS } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { oneOf } from "../../../input/option-values.ts";
import { UsageError } from "../../../usage-error.ts";
import { dataHelp, readObject } from "../outgoing/data.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { headerOf, headerSource } from "../outgoing/media-source.ts";
import { headedCommand, type MessageDetails } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description:
    "Sends a text with a button that opens a flow of the account, by its id or name. --screen specifies the first screen, --data its input.",
  examples: [
    {
      run: 'mycobot send flow --to 491701234567 --body "Book a table" --button Book \\\n      --flow 1234567890 --screen TIME',
      does: "opens the flow at the screen TIME",
    },
    {
      run: 'mycobot send flow --to 491701234567 --body "Book" --button Book \\\n      --flow-name booking --mode draft',
      does: "tests an unpublished flow",
    },
  ],
};

/** `mycobot send flow` */
export default function sendFlowCommand(context: Context) {
  return headedCommand(DETAILS)
    .requiredOption("--button <text>", `button text: up to ${MESSAGE_LIMITS.flowButton} characters, no emoji`)
    .option("--flow <id>", "id of the flow")
    .option("--flow-name <name>", "name of the flow, instead of its id")
    .option("--token <text>", "returned with the answers")
    .option("--mode <mode>", `${FLOW_MODES.join(" or ")} (WhatsApp's default)`, oneOf(FLOW_MODES))
    .option("--action <action>", FLOW_MESSAGE_ACTIONS.join(" or "), oneOf(FLOW_MESSAGE_ACTIONS))
    .option("--screen <name>", "first screen")
    .option("--data <json>", dataHelp("input of the screen"))
    .action(async (options) => {
      const { body, footer, button, flow: flowId, flowName, token, mode, screen } = options;
      if ((flowId === undefined) === (flowName === undefined)) {
        throw new UsageError(
          flowId === undefined ? "No flow specified." : "--flow and --flow-name are mutually exclusive.",
          "Specify --flow ID or --flow-name NAME.",
        );
      }
      if (options.data !== undefined && screen === undefined) {
        throw new UsageError("--data requires --screen.", "Specify --screen NAME.");
      }
      const data =
        options.data === undefined
          ? undefined
          : await readObject<Readonly<Record<string, unknown>>>(options.data, context.io);
      // WhatsApp uses the first screen with this action only.
      const action = options.action ?? (screen === undefined ? undefined : "navigate");
      const header = headerSource(options, context.io);
      await deliver(context, options, {
        files: header.files,
        message: (idOf) =>
          flowMessage({
            ...addresseeOf(options),
            ...{ header: headerOf(header, idOf), body, footer, button, flowId, flowName },
            ...{ token, mode, action, screen, data },
          }),
      });
    });
}
