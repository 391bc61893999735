export type { ButtonValue, VariableValues } from "../parameters/template-parameters.ts";
export {
  addressMessage,
  type FlowArguments,
  flowMessage,
  orderDetailsMessage,
  orderStatusMessage,
  voiceCallMessage,
} from "./actions.ts";
export type { Addressee } from "./envelope.ts";
export type { InteractiveTexts, OptionalBody } from "./interactive.ts";
export {
  audioMessage,
  type CaptionedSource,
  contactsMessage,
  documentMessage,
  imageMessage,
  type MediaSource,
  stickerMessage,
  videoMessage,
} from "./media.ts";
export { locationMessage, reactionMessage, readReceipt, textMessage, typingIndicator } from "./plain.ts";
export { preparedMessage } from "./prepared-message.ts";
export { type CardArguments, carouselMessage, catalogMessage, productListMessage, productMessage } from "./products.ts";
export {
  buttonsMessage,
  callPermissionMessage,
  ctaUrlMessage,
  listMessage,
  locationRequestMessage,
} from "./replies.ts";
export { type CardArgumentsOfTemplate, type TemplateArguments, templateMessage } from "./template.ts";
