import { lintMessage, preparedMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { plannedConnection, printPlannedRequest } from "../../../target/dry-run.ts";
import { requirePhone } from "../../../target/ids.ts";
import { type Target, withTarget } from "../../../target/target.ts";
import type { TargetFlags } from "../../../target/target-flags.ts";
import { checkLocalMedia } from "../../media/check-local-media.ts";
import { type LocalMedia, placeholderId } from "../../media/local-media.ts";
import { uploadLocalMedia } from "../../media/upload-local-media.ts";
import { checkMessage } from "./check-message.ts";
import type { Draft, IdOf } from "./draft.ts";
import { printSent } from "./print-sent.ts";

export interface DeliveryFlags extends TargetFlags {
  dryRun?: boolean | undefined;
  validate: boolean;
}

async function settledMessage(draft: Draft, target: Target, validate: boolean, context: Context) {
  const settled = await draft.settled?.(target);
  if (settled !== undefined && validate) checkMessage(settled.issues, context);
  return settled?.message ?? draft.message;
}

/**
 * Checks a message, then sends it, files first; with `--dry-run` prints the request instead. Nothing is sent twice: where it is
 * not certain whether WhatsApp has it, the error says so.
 */
export function deliver(context: Context, flags: DeliveryFlags, draft: Draft): Promise<void> {
  const { validate, dryRun = false } = flags;
  return withTarget(context, flags, async (target) => {
    const phoneNumberId = requirePhone(target.sources);
    const { files = [] } = draft;
    if (validate) checkMessage(lintMessage(preparedMessage(draft.message(placeholderId))), context);
    const summaries: string[] = [];
    for (const file of files) summaries.push(await checkLocalMedia(file, validate, context));
    // From here on an interruption is told by the request that it hits: only it knows whether the message may be out.
    context.endsItself = true;
    const messageOf = await settledMessage(draft, target, validate, context);
    if (dryRun) {
      for (const summary of summaries) context.note(`note: it would upload ${summary} first.`);
      const call = { phoneNumberId, connection: plannedConnection(target.sources, context) };
      const message = messageOf(placeholderId);
      return printPlannedRequest(context, (gateway) => gateway.messages.send({ ...call, message, validate: false }));
    }
    const call = await target.phone();
    const ids = new Map<LocalMedia, string>();
    for (const file of files) {
      ids.set(file, await uploadLocalMedia(file, target.gateway, call, context, validate));
    }
    const idOf: IdOf = (file) => ids.get(file) ?? placeholderId(file);
    const sent = await target.gateway.messages.send({ ...call, message: messageOf(idOf), validate: false });
    printSent(sent, context);
  });
}
