import { notOneOf } from "../../graph/errors.ts";
import { requiredAt, within } from "../../graph/shape.ts";
import { type JsonObject, objectOf, upperOf } from "../../json.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";
import { checkMediaObject, isMediaKind } from "../media-object.ts";
import { messageError } from "../message-error.ts";
import type { SendContext } from "../send-context.ts";
import { checkLength } from "./lengths.ts";

/** A header of one of the kinds that the message can carry; none at all is fine. */
export function checkHeader(
  context: SendContext,
  { header: value }: JsonObject,
  path: string,
  kinds: readonly string[],
): void {
  if (value === undefined || value === null) return;
  const header = objectOf(value);
  const headerPath = within(path, "header");
  const type = upperOf(requiredAt(header, "type", headerPath)).toLowerCase();
  if (!["text", "image", "video", "document"].includes(type)) {
    throw notOneOf(within(headerPath, "type"), ["document", "image", "text", "video"], header.type);
  }
  if (!kinds.includes(type)) throw messageError("value", `Header type ${type} is not allowed here`);
  if (isMediaKind(type)) {
    checkMediaObject(context, type, requiredAt(header, type, headerPath), within(headerPath, type));
    return;
  }
  // Recorded, word for word.
  if (typeof header.text !== "string") throw messageError("value", "Text cannot be null for header type text");
  checkLength("Header text", header.text, MESSAGE_LIMITS.headerText);
}
