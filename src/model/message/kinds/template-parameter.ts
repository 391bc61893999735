import { z } from "zod";
import { error, type Issue } from "../../issue.ts";
import { TEMPLATE_BUTTONS, TEMPLATE_LIMITS } from "../../template/index.ts";
import { quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import {
  absent,
  anyFields,
  byType,
  chosen,
  filled,
  listOf,
  number,
  object,
  oneOf,
  openObject,
  position,
  rule,
  text,
  webAddress,
  words,
} from "../shape.ts";
import { documentContent } from "./document.ts";
import { imageContent } from "./image.ts";
import { orderDetails } from "./interactive/order-details.ts";
import { productSections } from "./interactive/product-list.ts";
import { locationContent } from "./location.ts";
import { videoContent } from "./video.ts";

/** `buttonIndex` is the last position among a template's buttons. */
export const PARAMETER_LIMITS = {
  buttonIndex: TEMPLATE_LIMITS.buttons - 1,
  couponCode: TEMPLATE_LIMITS.copyCode,
} as const;

/** WhatsApp refuses white space that would break the template's layout. */
function* oneLine(value: string): Iterable<Issue> {
  const found = /[\r\n]/.test(value) ? "a line break" : /\t/.test(value) ? "a tab" : undefined;
  const what = found ?? (/ {5,}/.test(value) ? "more than four consecutive spaces" : undefined);
  if (what !== undefined)
    yield error({
      code: "parameter-white-space",
      path: "",
      message: `the parameter ${quote(value)} contains ${what}, which WhatsApp does not allow there`,
      hint: "Write it on one line, with single spaces.",
      whatsapp: MESSAGE_ANSWERS.parameterText,
    });
}

/** A text that appears in the message. */
function shown(subject: string) {
  return filled(subject).check(rule(oneLine));
}

/** Set when the template's variables have names. */
const named = { parameter_name: filled("parameter_name").optional() };

const action = openObject({
  thumbnail_product_retailer_id: text.optional(),
  sections: productSections.optional(),
  flow_token: text.optional(),
  flow_action_data: anyFields.optional(),
  order_details: orderDetails.partial().optional(),
});

const minutes = z.union([number, z.string().regex(/^\d+$/)], { error: "a number of minutes" });

/** One schema per parameter type. */
const PARAMETERS = {
  text: object({ type: chosen("text"), ...named, text: shown("The parameter's text") }),
  currency: object({
    type: chosen("currency"),
    ...named,
    currency: object({ fallback_value: shown("fallback_value"), code: filled("The currency"), amount_1000: number }),
  }),
  date_time: object({
    type: chosen("date_time"),
    ...named,
    date_time: object({ fallback_value: shown("fallback_value") }),
  }),
  image: object({ type: chosen("image"), image: imageContent }),
  video: object({ type: chosen("video"), video: videoContent }),
  document: object({ type: chosen("document"), document: documentContent }),
  location: object({ type: chosen("location"), location: locationContent }),
  payload: object({ type: chosen("payload"), payload: text }),
  coupon_code: object({
    type: chosen("coupon_code"),
    coupon_code: words("The coupon code", PARAMETER_LIMITS.couponCode),
  }),
  action: object({ type: chosen("action"), action }),
  product: object({
    type: chosen("product"),
    product: object({ product_retailer_id: filled("The product's id"), catalog_id: filled("The catalog's id") }),
  }),
  limited_time_offer: object({
    type: chosen("limited_time_offer"),
    limited_time_offer: object({ expiration_time_ms: number }),
  }),
  tap_target_configuration: object({
    type: chosen("tap_target_configuration"),
    tap_target_configuration: listOf(object({ url: webAddress("The URL"), title: text }), "tap targets"),
  }),
  ttl_minutes: object({ type: chosen("ttl_minutes"), ttl_minutes: minutes }),
  gif: object({ type: chosen("gif"), gif: videoContent }),
  order_status: object({ type: chosen("order_status"), order_status: openObject({}) }),
};

const parameters = listOf(byType("The type of the parameter", PARAMETERS), "parameters");

/** The value of a variable, or of a header or button. */
export type TemplateParameter = z.infer<(typeof PARAMETERS)[keyof typeof PARAMETERS]>;

/** Types of parameters. */
export const PARAMETER_TYPES: readonly string[] = Object.keys(PARAMETERS);

/** Sub-types that WhatsApp lists in its own error, of buttons that no template can be created with. */
const OTHER_SUB_TYPES = ["BOOKING_CONFIRMATION", "REMINDER"];

/** `sub_type` of a button's parameters: each kind of template button knows its own. */
export const BUTTON_SUB_TYPES: readonly string[] = [
  ...new Set([
    ...OTHER_SUB_TYPES,
    ...TEMPLATE_BUTTONS.flatMap(({ send }) => send?.subTypes ?? []).map((type) => type.toUpperCase()),
  ]),
].sort();

// Declared as required, and optional when it is checked: so both missing fields of a button are reported.
const subType = oneOf("The sub_type of the button", BUTTON_SUB_TYPES).optional() as unknown as z.ZodType<string>;

const button = object({
  type: chosen("button"),
  /** One of {@link BUTTON_SUB_TYPES}, in any letter case. */
  sub_type: subType,
  /** The button's position among all buttons of the template, from 0. */
  index: position.optional(),
  parameters: parameters.optional(),
}).check(
  rule(function* ({ sub_type, index }: { sub_type: string | undefined; index?: number | string | undefined }) {
    if (sub_type === undefined) yield absent("the button", "sub_type", 'Add "sub_type": url, quick_reply, copy_code …');
    // Meta's own sample of a call button has no index.
    if (index === undefined && sub_type?.toLowerCase() !== "voice_call")
      yield absent("the button", "index", 'Add "index": its position among all buttons, from 0.');
    if (index !== undefined && Number(index) > PARAMETER_LIMITS.buttonIndex)
      yield error({
        code: "button-index",
        path: "/index",
        message: `the button's index is ${quote(String(index))}; the last possible index is ${PARAMETER_LIMITS.buttonIndex}`,
        hint: "Use its position among all buttons of the template, from 0.",
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      });
  }),
);

export interface ButtonParameters extends z.infer<typeof button> {}

function part<Type extends string>(type: Type) {
  return object({ type: chosen(type), parameters: parameters.optional() });
}

/** The components of a card. */
const CARD_PARTS = {
  header: part("header"),
  body: part("body"),
  footer: part("footer"),
  button,
  limited_time_offer: part("limited_time_offer"),
  tap_target_configuration: part("tap_target_configuration"),
  order_status: part("order_status"),
  call_permission_request: part("call_permission_request"),
};

const card = object({
  /** The card's position, from 0. */
  card_index: number,
  components: listOf(byType("The type of the component", CARD_PARTS), "components"),
});

export interface CardParameters extends z.infer<typeof card> {}

const PARTS = {
  ...CARD_PARTS,
  carousel: object({ type: chosen("carousel"), cards: listOf(card, "cards").optional() }),
};

/** The parameters of one component of a template. */
export type TemplateComponentParameters = z.infer<(typeof PARTS)[keyof typeof PARTS]>;

/** Components that take parameters. Source: Meta, sending templates and the guides of the single kinds. */
export const PARAMETER_COMPONENTS: readonly string[] = Object.keys(PARTS);

export const componentParameters = listOf(byType("The type of the component", PARTS), "components");
