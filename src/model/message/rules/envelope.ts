import { z } from "zod";
import type { Issue } from "../../issue.ts";
import { normalizePhoneNumber } from "../../phone-number/index.ts";
import { field, type JsonObject, pointer } from "../../text/index.ts";
import { MESSAGE_ANSWERS, MESSAGE_LIMITS } from "../tables/index.ts";
import { filled, object, oneOf, text, words } from "./values.ts";

export const product = z.literal("whatsapp", { error: '"whatsapp"' });

/** What goes along with any kind of message. */
export const envelopeShape = {
  messaging_product: product,
  recipient_type: oneOf("recipient_type", ["individual", "group"]).optional(),
  to: text.optional(),
  recipient: filled("recipient").optional(),
  type: text.optional(),
  context: object({ message_id: filled("The id of the message to reply to") }).optional(),
  biz_opaque_callback_data: words("biz_opaque_callback_data", MESSAGE_LIMITS.callbackData).optional(),
  recipient_identity_key_hash: text.optional(),
};

/** Somebody has to get it; a phone number has to be one. */
export function* recipientIssues(body: JsonObject): Iterable<Issue> {
  const to = field(body, "to");
  const isGroup = field(body, "recipient_type") === "group";
  if (to === undefined && (field(body, "recipient") === undefined || isGroup))
    yield {
      severity: "error",
      code: "recipient-missing",
      path: "",
      message: isGroup ? "the message names no group" : "the message names no recipient",
      hint: isGroup
        ? 'Add "to" with the id of the group.'
        : 'Add "to" with a phone number, or "recipient" with a user id.',
      whatsapp: MESSAGE_ANSWERS.invalidParameter,
    };
  if (typeof to !== "string") return;
  const path = pointer("", "to");
  if (!isGroup) for (const issue of normalizePhoneNumber(to).issues) yield { ...issue, path };
  else if (to.trim() === "")
    yield {
      severity: "error",
      code: "recipient-missing",
      path,
      message: "the id of the group is empty",
      hint: "Write the id as the groups API gave it.",
      whatsapp: MESSAGE_ANSWERS.invalidParameter,
    };
}
