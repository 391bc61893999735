import type { Context } from "../../../context.ts";
import { oneOf } from "../../../input/option-values.ts";
import { UsageError } from "../../../usage-error.ts";
import type { MessageDetails } from "../outgoing/message-command.ts";
import { headedCommand } from "./interactive-command.ts";

const DETAILS: MessageDetails = {
  summary: "a text with a button that opens a flow",
  description:
    "Sends a text with a button that opens a flow of the account, by its id or its name. --screen names the first screen, --data what it starts with.",
  examples: [
    {
      run: 'mycobot send flow --to 491701234567 --body "Book a table" --button Book \\\n      --flow 1234567890 --screen TIME',
      does: "opens the flow at the screen TIME",
    },
    {
      run: 'mycobot send flow --to 491701234567 --body "Book" --button Book \\\n      --flow-name booking --mode draft',
      does: "tries a flow that is not published yet",
    },
  ],
};

/** `mycobot send flow` */
export function flowCommand(context: Context) {
  return headedCommand("flow", DETAILS)
    .requiredOption("--button <text>", "the button's text: up to 30 characters, no emoji")
    .option("--flow <id>", "the flow's id")
    .option("--flow-name <name>", "the flow's name, instead of its id")
    .option("--token <text>", "comes back with the answers")
    .option("--mode <mode>", "draft or published (WhatsApp's default)", oneOf(["draft", "published"]))
    .option("--action <action>", "navigate or data_exchange", oneOf(["navigate", "data_exchange"]))
    .option("--screen <name>", "the first screen")
    .option("--data <json>", "the screen's data: JSON, @FILE, or @- for stdin")
    .action(async (options) => {
      const { body, footer, button, flow: flowId, flowName, token, mode, screen } = options;
      if ((flowId === undefined) === (flowName === undefined)) {
        throw new UsageError("The flow is named once.", "Give --flow ID or --flow-name NAME.");
      }
      if (options.data !== undefined && screen === undefined) {
        throw new UsageError("--data needs the screen that it is for.", "Give --screen NAME.");
      }
      const { addresseeOf, deliver, headerOf, headerSource, readObject } = await import("../outgoing/index.ts");
      const { flowMessage } = await import("../../../../model/message/index.ts");
      const data =
        options.data === undefined
          ? undefined
          : await readObject<Readonly<Record<string, unknown>>>(options.data, context.io);
      // A first screen is only looked at by this action.
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
