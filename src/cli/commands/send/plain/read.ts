import type { Context } from "../../../context.ts";
import type { CommandDetails } from "../../../help/details.ts";
import { DRY_RUN_JSON } from "../../../help/dry-run.ts";
import { REQUEST_EXIT_CODES } from "../../../help/exit-codes.ts";
import { requestCommand } from "../outgoing/message-command.ts";

const DETAILS: CommandDetails = {
  summary: "mark a received message as read",
  description:
    "Marks a message that was received as read, and those before it: the sender sees blue ticks. With --typing they also see that somebody writes, for 25 seconds or until a message is sent. The message must not be older than 30 days.",
  output: "One line: what was marked.",
  json: ["{ version: 1, message: { id }, read: true, typing: true | false }", DRY_RUN_JSON],
  exitCodes: { 0: "marked", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot send read wamid.HBgL... --typing", does: 'marks it, and shows "typing..."' },
    { run: "mycobot send read wamid.HBgL... --dry-run", does: "prints the request; needs no key" },
  ],
};

/** `mycobot send read MESSAGE-ID` */
export function readCommand(context: Context) {
  return requestCommand("read", DETAILS)
    .argument("<message-id>", "the message, as its webhook named it: wamid....")
    .option("--typing", 'also show "typing..."')
    .action(async (messageId, options) => {
      const { sendReceipt } = await import("../outgoing/send-receipt.ts");
      const { readReceipt, typingIndicator } = await import("../../../../model/message/index.ts");
      const receipt = options.typing === true ? typingIndicator({ messageId }) : readReceipt({ messageId });
      await sendReceipt(context, options, { ...receipt });
    });
}
