import { exact, flag, needed, optional, text } from "../../graph/shape.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";

/** `text`: a body, with or without a preview of its first link. */
export const textShape = exact({
  body: needed(text({ least: 1, most: MESSAGE_LIMITS.text })),
  preview_url: optional(flag),
});
