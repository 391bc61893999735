import { readReceipt, typingIndicator } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { type CommandDetails, DRY_RUN_JSON, REQUEST_EXIT_CODES } from "../../../help/details.ts";
import { requestCommand } from "../outgoing/message-command.ts";
import { sendReceipt } from "../outgoing/send-receipt.ts";

const DETAILS: CommandDetails = {
  description:
    "Marks a received message and all earlier ones as read: the sender sees blue check marks. With --typing, the sender also sees a typing indicator for 25 seconds or until a message is sent. The message must not be older than 30 days.",
  output: "One line with the id of the message.",
  json: ["{ version: 1, message: { id }, read: true, typing: true | false }", DRY_RUN_JSON],
  exitCodes: { 0: "marked", ...REQUEST_EXIT_CODES },
  examples: [
    { run: "mycobot send read wamid.HBgL... --typing", does: "marks it and shows a typing indicator" },
    { run: "mycobot send read wamid.HBgL... --dry-run", does: "prints the request; needs no key" },
  ],
};

/** `mycobot send read MESSAGE-ID` */
export default function sendReadCommand(context: Context) {
  return requestCommand(DETAILS)
    .argument("<message-id>", "id of the message in its webhook: wamid....")
    .option("--typing", "also show a typing indicator")
    .action(async (messageId, options) => {
      const receipt = options.typing === true ? typingIndicator({ messageId }) : readReceipt({ messageId });
      await sendReceipt(context, options, { ...receipt });
    });
}
