import { lintMessage, preparedMessage } from "../../../../model/message/index.ts";
import { field, type JsonObject } from "../../../../model/text/index.ts";
import type { Context } from "../../../context.ts";
import { plannedConnection, printPlannedRequest } from "../../../target/dry-run.ts";
import { requirePhone } from "../../../target/ids.ts";
import { withTarget } from "../../../target/target.ts";
import { checkMessage } from "./check-message.ts";
import type { DeliveryFlags } from "./deliver.ts";

/** Marks a received message as read, or with `--dry-run` prints the request. */
export function sendReceipt(context: Context, flags: DeliveryFlags, receipt: JsonObject): Promise<void> {
  return withTarget(context, flags, async (target) => {
    if (flags.validate) checkMessage(lintMessage(preparedMessage(receipt)), context);
    if (flags.dryRun === true) {
      const call = { phoneNumberId: requirePhone(target.sources), message: receipt, validate: false };
      const connection = plannedConnection(target.sources, context);
      return printPlannedRequest(context, (gateway) => gateway.messages.send({ ...call, connection }));
    }
    await target.gateway.messages.send({ ...(await target.phone()), message: receipt, validate: false });
    const id = String(field(receipt, "message_id"));
    const typing = field(receipt, "typing_indicator") !== undefined;
    if (context.json) return context.printJson({ message: { id }, read: true, typing });
    context.print(`${id} is marked as read${typing ? '; "typing..." is shown' : ""}.`);
  });
}
