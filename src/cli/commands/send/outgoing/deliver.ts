import type { SentMessage } from "../../../../gateway/index.ts";
import type { Issue } from "../../../../model/issue.ts";
import { type Addressee, lintMessage, type Message, preparedMessage } from "../../../../model/message/index.ts";
import { isGroupId, isUserId } from "../../../../model/phone-number/index.ts";
import { type JsonObject, rowOf } from "../../../../model/text/index.ts";
import type { Context } from "../../../context.ts";
import { fieldLines } from "../../../output/fields.ts";
import { requirePhone } from "../../../scope/ids.ts";
import { type RequestFlags, runRequest } from "../../../scope/request.ts";
import type { Scope } from "../../../scope/scope.ts";
import { checkLocalMedia, type LocalMedia, placeholderId, uploadLocalMedia } from "../../media/local-media.ts";
import { checkMessage } from "./check-message.ts";
import type { IdOf } from "./media-source.ts";

export interface AddresseeFlags {
  to: string;
  replyTo?: string | undefined;
  callbackData?: string | undefined;
}

/** The addressee of `--to`: a phone number, a group or a user, distinguished by their form. */
export function addresseeOf({ to, replyTo, callbackData }: AddresseeFlags): Addressee {
  const whom = isGroupId(to) ? { group: to } : isUserId(to) ? { userId: to } : { to };
  return { ...whom, replyTo, callbackData };
}

/** A message, and the files to upload before it is sent. */
export interface Draft {
  files?: readonly LocalMedia[];
  message(idOf: IdOf): Message | JsonObject;
  /** Completes the message with what the scope knows. Called after the draft itself has passed its checks. */
  settled?(scope: Scope): Promise<SettledDraft>;
}

export interface SettledDraft extends Pick<Draft, "message"> {
  issues: readonly Issue[];
}

export interface DeliveryFlags extends RequestFlags {
  validate: boolean;
}

/**
 * Checks a message, then uploads its files and sends it; with `--dry-run` prints the request instead. A message is never
 * sent twice: if it is unclear whether WhatsApp received it, the error says so.
 */
export function deliver(context: Context, flags: DeliveryFlags, draft: Draft): Promise<void> {
  return runRequest(context, flags, {
    plan: async (scope) => {
      requirePhone(scope.sources);
      const { messageOf, summaries } = await checkedDraft(draft, scope, flags.validate, context);
      if (scope.dryRun) for (const summary of summaries) context.note(`note: ${summary} would be uploaded first.`);
      const call = await scope.phone();
      const ids = new Map<LocalMedia, string>();
      for (const file of scope.dryRun ? [] : (draft.files ?? [])) {
        ids.set(file, await uploadLocalMedia(file, scope.gateway, call, context, flags.validate));
      }
      const message = messageOf((file) => ids.get(file) ?? placeholderId(file));
      return { ...call, body: { ...message } };
    },
    send: (gateway, call) => gateway.messages.sendRaw(call),
    show: (sent) => printSent(sent, context),
  });
}

interface CheckedDraft {
  messageOf: Draft["message"];
  /** One per file. */
  summaries: readonly string[];
}

async function checkedDraft(draft: Draft, scope: Scope, validate: boolean, context: Context): Promise<CheckedDraft> {
  if (validate) checkMessage(lintMessage(preparedMessage(draft.message(placeholderId))), context);
  const summaries: string[] = [];
  for (const file of draft.files ?? []) summaries.push(await checkLocalMedia(file, validate, context));
  // From here on the interrupted request reports the interruption: only it knows whether the message may be sent.
  context.endsItself = true;
  const settled = await draft.settled?.(scope);
  if (settled !== undefined && validate) checkMessage(settled.issues, context);
  return { messageOf: settled?.message ?? draft.message, summaries };
}

/** WhatsApp returns a status only if it is a different one. */
const ACCEPTED = "accepted";

const HELD: Readonly<Record<string, string>> = {
  held_for_quality_assessment:
    "WhatsApp holds the message while it assesses the template's quality; it may be dropped.",
  paused: "WhatsApp does not send the message: the template is paused.",
};

function printSent({ id, status = ACCEPTED, contacts }: SentMessage, context: Context): void {
  const held = rowOf(HELD, status);
  if (held !== undefined) context.note(`note: ${held}`);
  if (context.json) {
    const wire = contacts.map(({ input, waId }) => ({ input, wa_id: waId }));
    context.printJson({ message: { id, status, contacts: wire } });
    return;
  }
  const fields = [
    ["message", id],
    ["status", status],
    ["to", contacts.map(({ input, waId }) => waId ?? input).join(", ")],
  ] as const;
  context.print(fieldLines(fields, context.width, context.paint));
}
