import type { ContactsMessage } from "./contacts.ts";
import type { InteractiveMessage } from "./interactive.ts";
import type { AudioMessage, DocumentMessage, ImageMessage, StickerMessage, VideoMessage } from "./media.ts";
import type { LocationMessage, ReactionMessage, TextMessage } from "./plain.ts";
import type { TemplateMessage } from "./template.ts";

export type * from "./contacts.ts";
export type * from "./envelope.ts";
export type * from "./interactive.ts";
export type * from "./interactive-actions.ts";
export type * from "./media.ts";
export type * from "./orders.ts";
export type * from "./plain.ts";
export type * from "./template.ts";

/** A body of `POST /{phone}/messages` that is a message. Unknown keys may be added: they travel on. */
export type Message =
  | TextMessage
  | ImageMessage
  | VideoMessage
  | DocumentMessage
  | AudioMessage
  | StickerMessage
  | LocationMessage
  | ContactsMessage
  | ReactionMessage
  | InteractiveMessage
  | TemplateMessage;
