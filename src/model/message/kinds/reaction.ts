import type { z } from "zod";
import { error } from "../../issue.ts";
import { quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import { type Addressee, envelopeOf, type MessageEnvelope } from "../envelope.ts";
import { filled, object, rule, text } from "../shape.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Longer than any single emoji, in UTF-16 units. */
const LONGEST_EMOJI = 64;

// A bare heart (U+2764) is not an emoji by its presentation, but it is what most clients send.
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\u20e3|\p{Regional_Indicator}{2}/u;

const emoji = text.check(
  rule(function* (value) {
    const found = Array.from(graphemes.segment(value.slice(0, LONGEST_EMOJI)), ({ segment }) => segment);
    if (value === "" || (found.length === 1 && EMOJI.test(value))) return;
    yield error({
      code: "reaction-not-one-emoji",
      path: "",
      message: `the reaction ${quote(value)} is not a single emoji`,
      hint: 'Use one emoji, or "" to remove a reaction.',
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    });
  }),
);

const messageId = filled("The id of the message to react to").check(
  rule(function* (value) {
    if (value.trim() === "" || /^wamid\.\S+$/.test(value)) return;
    yield error({
      code: "message-id-invalid",
      path: "",
      message: `${quote(value)} is not the id of a message`,
      hint: "Use the id from the message's webhook or answer: it begins with wamid.",
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    });
  }),
);

export const reactionContent = object({
  /** Of a message that is at most 30 days old. */
  message_id: messageId,
  /** One emoji; `""` removes the reaction. */
  emoji,
});

export interface ReactionMessage extends MessageEnvelope {
  type: "reaction";
  reaction: z.infer<typeof reactionContent>;
}

/** One emoji on a message that is at most 30 days old; `""` removes the reaction. */
export function reactionMessage(message: Addressee & { messageId: string; emoji: string }): ReactionMessage {
  const reaction = { message_id: message.messageId, emoji: message.emoji };
  return { ...envelopeOf(message), type: "reaction", reaction };
}
