import type { z } from "zod";
import { error, type Issue } from "../issue.ts";
import { isGroupId, isUserId, normalizePhoneNumber } from "../phone-number/index.ts";
import { field, isObject, type JsonObject, quote } from "../text/index.ts";
import { MESSAGE_ANSWERS } from "./answers.ts";
import { filled, object, oneOf, text, upTo, word } from "./shape.ts";

export const ENVELOPE_LIMITS = { callbackData: 512 } as const;

export const product = word("whatsapp");

/** The fields that a message of any kind has. */
export const envelopeFields = {
  messaging_product: product,
  /** Default: `individual`. */
  recipient_type: oneOf("recipient_type", ["individual", "group"]).optional(),
  /** Digits of the phone number, or the id of a group. */
  to: text.optional(),
  /** A business-scoped user id (`US.1349…`), when the phone number is not known. `to` wins when both are set. */
  recipient: filled("recipient").optional(),
  /** The message that this one replies to. */
  context: object({ message_id: filled("The id of the message to reply to") }).optional(),
  /** Comes back in the webhooks of this message; see {@link ENVELOPE_LIMITS}. */
  biz_opaque_callback_data: upTo("biz_opaque_callback_data", ENVELOPE_LIMITS.callbackData).optional(),
  /** Sends only while the recipient's identity has this key. */
  recipient_identity_key_hash: text.optional(),
};

const envelopeSchema = object(envelopeFields);

/** The recipient, and the other fields that a message of any kind has. */
export interface MessageEnvelope extends z.infer<typeof envelopeSchema> {}

/** The recipient of a message: one of `to`, `group` and `userId`. */
export interface Addressee {
  /** Phone number, in any spelling: `+`, spaces and punctuation are removed. */
  to?: string | undefined;
  /** Id of a group. */
  group?: string | undefined;
  /** Business-scoped user id. */
  userId?: string | undefined;
  /** Id of the message (`wamid.…`) that this one replies to. */
  replyTo?: string | undefined;
  /** Comes back in the webhooks of the message. */
  callbackData?: string | undefined;
}

export function envelopeOf({ to, group, userId, replyTo, callbackData }: Addressee): MessageEnvelope {
  return {
    messaging_product: "whatsapp",
    recipient_type: group === undefined ? "individual" : "group",
    ...(group !== undefined ? { to: group } : to !== undefined ? { to: spelledForWhatsApp(to) } : {}),
    ...given({ recipient: userId }),
    ...(replyTo === undefined ? {} : { context: { message_id: replyTo } }),
    ...given({ biz_opaque_callback_data: callbackData }),
  };
}

/** A number's digits; a text that is not a phone number is unchanged, so that the check can report it. */
function spelledForWhatsApp(to: string): string {
  return normalizePhoneNumber(to).number ?? to;
}

/** The fields that are set: undefined ones are left out. */
export type Given<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

export function given<T extends object>(fields: T): Given<T> {
  // The filter does what the type declares.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}

/**
 * A body as it is sent: with `messaging_product`, and `to` as digits unless the recipient is a group. Everything else is
 * unchanged, unknown keys included; the input is not modified.
 */
export function preparedMessage<T extends object>(body: T): T & { messaging_product: "whatsapp" } {
  const fields = isObject(body) ? body : {};
  const to = field(fields, "to");
  const respelled = typeof to === "string" && field(fields, "recipient_type") !== "group";
  return {
    // First, so that the body's own value wins: the check reports a wrong one.
    messaging_product: "whatsapp",
    ...body,
    ...(respelled ? { to: spelledForWhatsApp(to) } : {}),
  };
}

/** A message has a recipient: a possible phone number, the id of a group, or a user id. */
export function* recipientIssues(body: JsonObject): Iterable<Issue> {
  const to = field(body, "to");
  const recipient = field(body, "recipient");
  const type = field(body, "recipient_type");
  const isGroup = typeof type === "string" && type.toLowerCase() === "group";
  if (to === undefined && (recipient === undefined || isGroup))
    yield error({
      code: "recipient-missing",
      path: "",
      message: isGroup ? "the message has no group" : "the message has no recipient",
      hint: isGroup
        ? 'Add "to" with the id of the group.'
        : 'Add "to" with a phone number, or "recipient" with a user id.',
      whatsapp: MESSAGE_ANSWERS.invalidParameter,
    });
  if (to === undefined && !isGroup && typeof recipient === "string" && recipient.trim() !== "" && !isUserId(recipient))
    yield error({
      code: "recipient-invalid",
      path: "/recipient",
      message: `recipient ${quote(recipient)} is not a business-scoped user id`,
      hint: 'Write it like US.13491208655302741918, or use "to" for a phone number.',
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    });
  if (typeof to !== "string") return;
  if (!isGroup && (isGroupId(to) || isUserId(to)))
    yield error({
      code: "recipient-type-mismatch",
      path: "/to",
      message: `"to" is the id of a ${isGroupId(to) ? "group" : "user"}, but the message is addressed to a phone number`,
      hint: isGroupId(to) ? 'Add "recipient_type": "group".' : 'Use "recipient" for user ids.',
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    });
  else if (!isGroup) for (const issue of normalizePhoneNumber(to).issues) yield { ...issue, path: "/to" };
  else if (to.trim() === "")
    yield error({
      code: "recipient-missing",
      path: "/to",
      message: "the id of the group is empty",
      hint: "Use the id that the groups API returned.",
      whatsapp: MESSAGE_ANSWERS.invalidParameter,
    });
}
