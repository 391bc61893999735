import type { AudioMessage } from "./kinds/audio.ts";
import type { ContactsMessage } from "./kinds/contacts.ts";
import type { DocumentMessage } from "./kinds/document.ts";
import type { ImageMessage } from "./kinds/image.ts";
import type { InteractiveMessage } from "./kinds/index.ts";
import type { LocationMessage } from "./kinds/location.ts";
import type { ReactionMessage } from "./kinds/reaction.ts";
import type { StickerMessage } from "./kinds/sticker.ts";
import type { TemplateMessage } from "./kinds/template.ts";
import type { TextMessage } from "./kinds/text.ts";
import type { VideoMessage } from "./kinds/video.ts";

export { MESSAGE_ANSWERS } from "./answers.ts";
export { type Addressee, type MessageEnvelope, preparedMessage } from "./envelope.ts";
export { type AudioMedia, type AudioMessage, audioMessage } from "./kinds/audio.ts";
export {
  type Contact,
  type ContactAddress,
  type ContactName,
  type ContactsMessage,
  contactsMessage,
} from "./kinds/contacts.ts";
export { type DocumentMedia, type DocumentMessage, documentMessage } from "./kinds/document.ts";
export { type ImageMessage, imageMessage } from "./kinds/image.ts";
export {
  INTERACTIVE_KINDS,
  type Interactive,
  type InteractiveMessage,
  MESSAGE_LIMITS,
  MESSAGE_TYPES,
} from "./kinds/index.ts";
export { ADDRESS_COUNTRIES, type AddressParameters, addressMessage } from "./kinds/interactive/address.ts";
export { buttonsMessage, type ReplyButton } from "./kinds/interactive/button.ts";
export { callPermissionMessage } from "./kinds/interactive/call-permission.ts";
export {
  type CardArguments,
  type CarouselAction,
  type CarouselCard,
  carouselMessage,
} from "./kinds/interactive/carousel.ts";
export { catalogMessage } from "./kinds/interactive/catalog.ts";
export { contactInfoRequestMessage } from "./kinds/interactive/contact-info-request.ts";
export { ctaUrlMessage } from "./kinds/interactive/cta-url.ts";
export {
  FLOW_MESSAGE_ACTIONS,
  FLOW_MODES,
  type FlowAction,
  type FlowArguments,
  flowMessage,
} from "./kinds/interactive/flow.ts";
export { type ListAction, type ListRow, type ListSection, listMessage } from "./kinds/interactive/list.ts";
export { locationRequestMessage } from "./kinds/interactive/location-request.ts";
export {
  type Amount,
  GOODS,
  type OrderDetails,
  type OrderItem,
  orderDetailsMessage,
} from "./kinds/interactive/order-details.ts";
export { ORDER_STATES, type OrderStatus, orderStatusMessage } from "./kinds/interactive/order-status.ts";
export { productMessage } from "./kinds/interactive/product.ts";
export { productListMessage } from "./kinds/interactive/product-list.ts";
export { voiceCallMessage } from "./kinds/interactive/voice-call.ts";
export {
  HEADER_TYPES,
  type InteractiveHeader,
  type InteractiveKind,
  type InteractiveTexts,
  type OptionalBody,
} from "./kinds/interactive.ts";
export { type Location, type LocationMessage, locationMessage } from "./kinds/location.ts";
export type { CaptionedMedia, CaptionedSource, MediaReference, MediaSource } from "./kinds/media.ts";
export { type ReactionMessage, reactionMessage } from "./kinds/reaction.ts";
export { type ReadReceipt, readReceipt, typingIndicator } from "./kinds/receipt.ts";
export { type StickerMessage, stickerMessage } from "./kinds/sticker.ts";
export {
  type CardArgumentsOfTemplate,
  type TemplateArguments,
  type TemplateMessage,
  templateMessage,
} from "./kinds/template.ts";
export {
  BUTTON_SUB_TYPES,
  type ButtonParameters,
  type CardParameters,
  PARAMETER_COMPONENTS,
  PARAMETER_TYPES,
  type TemplateComponentParameters,
  type TemplateParameter,
} from "./kinds/template-parameter.ts";
export { type TextMessage, textMessage } from "./kinds/text.ts";
export { type VideoMessage, videoMessage } from "./kinds/video.ts";
export { lintMessage } from "./lint-message.ts";
export { checkTemplateParameters } from "./parameters/check-template-parameters.ts";
export type { ButtonValue, VariableValues } from "./parameters/template-parameters.ts";

/** A body of `POST /{phone}/messages` that is a message. Unknown keys may be added: they are sent as they are. */
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
