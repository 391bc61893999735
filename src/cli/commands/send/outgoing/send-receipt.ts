import { lintMessage, preparedMessage } from "../../../../model/message/index.ts";
import { field, type JsonObject } from "../../../../model/text/index.ts";
import type { Context } from "../../../context.ts";
import { runRequest } from "../../../scope/request.ts";
import { checkMessage } from "./check-message.ts";
import type { DeliveryFlags } from "./deliver.ts";

/** Marks a received message as read; with `--dry-run` prints the request instead. */
export function sendReceipt(context: Context, flags: DeliveryFlags, receipt: JsonObject): Promise<void> {
  return runRequest(context, flags, {
    plan: async (scope) => {
      if (flags.validate) checkMessage(lintMessage(preparedMessage(receipt)), context);
      return { ...(await scope.phone()), body: receipt };
    },
    send: (gateway, call) => gateway.messages.sendRaw(call),
    show: () => {
      const id = String(field(receipt, "message_id"));
      const typing = field(receipt, "typing_indicator") !== undefined;
      if (context.json) context.printJson({ message: { id }, read: true, typing });
      else context.print(`${id}: marked as read${typing ? ", typing indicator shown" : ""}.`);
    },
  });
}
