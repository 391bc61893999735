import { notOneOf } from "../../../graph/errors.ts";
import { exact, loose, optional, requiredAt, text, within } from "../../../graph/shape.ts";
import { type Json, type JsonObject, objectOf, rowOf, upperOf } from "../../../json.ts";
import { messageError } from "../../message-error.ts";
import type { MessageKind, SendContext } from "../message-kind.ts";
import { button } from "./button.ts";
import { callPermissionRequest, voiceCall } from "./calls.ts";
import { carousel } from "./carousel.ts";
import { ctaUrl } from "./cta-url.ts";
import { flow } from "./flow.ts";
import { checkBody, checkFooter, checkHeader, INTERACTIVE, type InteractiveKind } from "./interactive-kind.ts";
import { list } from "./list.ts";
import { orderDetails, orderStatus } from "./orders.ts";
import { catalogMessage, product, productList } from "./products.ts";
import { addressMessage, locationRequestMessage, requestContactInfo } from "./requests.ts";

type Kinds = Readonly<Record<string, InteractiveKind>>;

/** Kinds of interactive messages, by `type`. Source: the reference page of each. */
const KINDS: Kinds = {
  address_message: addressMessage,
  button,
  call_permission_request: callPermissionRequest,
  carousel,
  catalog_message: catalogMessage,
  cta_url: ctaUrl,
  flow,
  list,
  location_request_message: locationRequestMessage,
  order_details: orderDetails,
  order_status: orderStatus,
  product,
  product_list: productList,
  request_contact_info: requestContactInfo,
  voice_call: voiceCall,
};

/** The kinds that Direct Send accepts, with its rules for their actions. */
const DIRECT_KINDS: Kinds = Object.fromEntries(
  Object.entries(KINDS).flatMap(([type, { directAction, ...kind }]) =>
    directAction === undefined ? [] : [[type, { ...kind, action: directAction }]],
  ),
);

const anyText = optional(loose({ text: optional(text()) }));
const envelope = exact({
  type: optional(text()),
  header: optional(loose()),
  body: anyText,
  footer: anyText,
  action: optional(loose()),
});

/** The kind that `type` names, in any letter case: BUTTON and LIST are in use. */
function kindOf(message: JsonObject, path: string, kinds: Kinds): InteractiveKind {
  const type = requiredAt(message, "type", path);
  const kind = rowOf(kinds, upperOf(type).toLowerCase());
  if (kind === undefined) throw notOneOf(within(path, "type"), Object.keys(kinds), type);
  return kind;
}

function checkAs(kinds: Kinds, context: SendContext, value: Json, path: string): void {
  envelope(value, path);
  const message = objectOf(value);
  const {
    action,
    headers = [],
    requiresHeader = false,
    body: { max, isOptional = false } = { max: INTERACTIVE.body },
  } = kindOf(message, path, kinds);
  if (!isOptional || message.body !== undefined) checkBody(message, path, max);
  if (requiresHeader && message.header === undefined) {
    throw messageError("missing", `${within(path, "header")} is required for this type`);
  }
  checkHeader(context, message, path, headers);
  checkFooter(context, message, path);
  action(context, requiredAt(message, "action", path), within(path, "action"));
}

/** `interactive`: header, body, footer, and the action of its kind. */
export const interactive: MessageKind = {
  check: (context, value, path) => checkAs(KINDS, context, value, path),
};

export function checkDirectInteractive(context: SendContext, value: Json, path: string): void {
  checkAs(DIRECT_KINDS, context, value, path);
}
