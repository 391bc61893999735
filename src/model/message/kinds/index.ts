import type { z } from "zod";
import { ENVELOPE_LIMITS } from "../envelope.ts";
import { byType } from "../shape.ts";
import { audioContent } from "./audio.ts";
import { CONTACTS_LIMITS, contactsContent } from "./contacts.ts";
import { documentContent } from "./document.ts";
import { imageContent } from "./image.ts";
import { addressKind } from "./interactive/address.ts";
import { BUTTON_LIMITS, buttonKind } from "./interactive/button.ts";
import { callPermissionKind } from "./interactive/call-permission.ts";
import { CAROUSEL_LIMITS, carouselKind } from "./interactive/carousel.ts";
import { catalogKind } from "./interactive/catalog.ts";
import { contactInfoRequestKind } from "./interactive/contact-info-request.ts";
import { CTA_URL_LIMITS, ctaUrlKind } from "./interactive/cta-url.ts";
import { FLOW_LIMITS, flowKind } from "./interactive/flow.ts";
import { LIST_LIMITS, listKind } from "./interactive/list.ts";
import { locationRequestKind } from "./interactive/location-request.ts";
import { ORDER_DETAILS_LIMITS, orderDetailsKind } from "./interactive/order-details.ts";
import { ORDER_STATUS_LIMITS, orderStatusKind } from "./interactive/order-status.ts";
import { productKind } from "./interactive/product.ts";
import { PRODUCT_LIST_LIMITS, productListKind } from "./interactive/product-list.ts";
import { VOICE_CALL_LIMITS, voiceCallKind } from "./interactive/voice-call.ts";
import { INTERACTIVE_LIMITS, type InteractiveEnvelope, type InteractiveKind } from "./interactive.ts";
import { LOCATION_LIMITS, locationContent } from "./location.ts";
import { MEDIA_LIMITS } from "./media.ts";
import { reactionContent } from "./reaction.ts";
import { stickerContent } from "./sticker.ts";
import { TEMPLATE_NAME_LIMITS, templateContent } from "./template.ts";
import { PARAMETER_LIMITS } from "./template-parameter.ts";
import { TEXT_LIMITS, textContent } from "./text.ts";
import { videoContent } from "./video.ts";

/** Values of `interactive.type`. Source: Meta, guides of the single kinds. */
const INTERACTIVE = {
  button: buttonKind,
  list: listKind,
  cta_url: ctaUrlKind,
  flow: flowKind,
  location_request_message: locationRequestKind,
  request_contact_info: contactInfoRequestKind,
  address_message: addressKind,
  product: productKind,
  product_list: productListKind,
  catalog_message: catalogKind,
  carousel: carouselKind,
  order_details: orderDetailsKind,
  order_status: orderStatusKind,
  call_permission_request: callPermissionKind,
  voice_call: voiceCallKind,
};

type InteractiveType = keyof typeof INTERACTIVE;

function mapKinds<T>(each: (kind: (typeof INTERACTIVE)[InteractiveType]) => T): Record<InteractiveType, T> {
  const entries = Object.entries(INTERACTIVE).map(([type, kind]) => [type, each(kind)]);
  // The keys are those of the table.
  return Object.fromEntries(entries) as Record<InteractiveType, T>;
}

/** What each kind of interactive message requires of header, body and footer. */
export const INTERACTIVE_KINDS: Readonly<Record<string, InteractiveKind>> = mapKinds(({ kind }) => kind);

/** What is below the header, by kind, and the parts around it. */
export type Interactive = z.infer<(typeof INTERACTIVE)[InteractiveType]["schema"]>;

export type InteractiveMessage<Kind extends InteractiveType = InteractiveType> = InteractiveEnvelope<
  Extract<Interactive, { type: Kind }>
>;

/** The schema of the field that is named like the message's type. */
export const MESSAGE_KINDS: Readonly<Record<string, z.ZodType>> = {
  text: textContent,
  template: templateContent,
  image: imageContent,
  document: documentContent,
  video: videoContent,
  audio: audioContent,
  sticker: stickerContent,
  location: locationContent,
  contacts: contactsContent,
  interactive: byType(
    "The type of the interactive message",
    mapKinds<z.ZodType>(({ schema }) => schema),
  ),
  reaction: reactionContent,
};

/** Values of a message's `type`. Source: Meta, message API reference. */
export const MESSAGE_TYPES: readonly string[] = Object.keys(MESSAGE_KINDS);

/**
 * Limits of messages: texts in characters, the rest in numbers of things.
 * Source: Meta, Cloud API message types (pages of 2025-12 to 2026-03) and the OpenAPI description v23.0.
 */
export const MESSAGE_LIMITS = {
  ...ENVELOPE_LIMITS,
  ...TEXT_LIMITS,
  ...MEDIA_LIMITS,
  ...LOCATION_LIMITS,
  ...CONTACTS_LIMITS,
  ...INTERACTIVE_LIMITS,
  ...BUTTON_LIMITS,
  ...LIST_LIMITS,
  ...CTA_URL_LIMITS,
  ...FLOW_LIMITS,
  ...PRODUCT_LIST_LIMITS,
  ...CAROUSEL_LIMITS,
  ...ORDER_DETAILS_LIMITS,
  ...ORDER_STATUS_LIMITS,
  ...VOICE_CALL_LIMITS,
  ...TEMPLATE_NAME_LIMITS,
  ...PARAMETER_LIMITS,
} as const;
