import { exact, needed, text } from "../../graph/shape.ts";
import { type Json, objectOf } from "../../json.ts";
import { DETAILS } from "../../tables/message-errors.ts";
import { isOneEmoji } from "../../text/characters.ts";
import { messageError } from "../message-error.ts";
import { isWamid } from "../wamid.ts";

const shape = exact({ message_id: needed(text({ least: 1 })), emoji: needed(text()) });

/** One emoji, or none to take the reaction back. */
export function checkReaction(value: Json, path: string): void {
  shape(value, path);
  const { message_id: id, emoji } = objectOf(value);
  if (!isWamid(String(id))) throw messageError("value", DETAILS.invalidMessageId);
  if (emoji !== "" && !isOneEmoji(String(emoji))) throw messageError("value", "Reaction must be a single emoji");
}
