import { exact, filled, required, text } from "../../graph/shape.ts";
import { objectOf } from "../../json.ts";
import { findInbound, findSent, isWamid } from "../../store/messages.ts";
import { isOneEmoji } from "../../text/characters.ts";
import { DETAILS, messageError, statusError } from "../message-error.ts";
import type { MessageKind } from "./message-kind.ts";

const shape = exact({ message_id: required(filled), emoji: required(text()) });

/** `reaction`: one emoji, or an empty text that removes the reaction. */
export const reaction: MessageKind = {
  check: (_, value, path) => {
    shape(value, path);
    const { message_id: id, emoji } = objectOf(value);
    if (!isWamid(String(id))) throw messageError("value", DETAILS.invalidMessageId);
    if (emoji !== "" && !isOneEmoji(String(emoji))) throw messageError("value", "Reaction must be a single emoji");
  },
  // Documented: WhatsApp accepts a reaction to a message that does not exist.
  laterFailure: ({ emulator, phone }, { message_id }) => {
    const id = String(message_id);
    const exists = findInbound(emulator.state, phone.id, id) ?? findSent(emulator.state, phone.id, id);
    return exists === undefined ? statusError("value", DETAILS.invalidMessageId) : undefined;
  },
};
