import { notOneOf } from "../../graph/errors.ts";
import { exact, loose, optional, requiredAt, type Shape, text, within } from "../../graph/shape.ts";
import { type Json, type JsonObject, objectOf, upperOf } from "../../json.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";
import { messageError } from "../message-error.ts";
import type { SendContext } from "../send-context.ts";
import { checkDirectButtons, checkReplyButtons } from "./button.ts";
import { checkCarousel } from "./carousel.ts";
import { checkHeader } from "./header.ts";
import { checkBody, checkFooter } from "./lengths.ts";
import { checkList } from "./list.ts";
import {
  addressAction,
  callPermissionAction,
  catalogAction,
  contactInfoAction,
  ctaUrlAction,
  flowAction,
  locationRequestAction,
  orderDetailsAction,
  orderStatusAction,
  productAction,
  voiceCallAction,
} from "./parameters.ts";
import { checkProductList } from "./product-list.ts";

interface InteractiveKind {
  action: (context: SendContext, action: Json, path: string) => void;
  /** Types of header that it can carry; none by default. */
  headers?: readonly string[];
  needsHeader?: boolean;
  body?: { most: number; optional?: boolean };
}

function shaped(shape: Shape) {
  return (_: SendContext, action: Json, path: string) => shape(action, path);
}

function ruled(check: (action: JsonObject, path: string) => void) {
  return (_: SendContext, action: Json, path: string): void => {
    loose()(action, path);
    check(objectOf(action), path);
  };
}

function checkFlow(_: SendContext, action: Json, path: string): void {
  flowAction(action, path);
  const { flow_id: id, flow_name: name } = objectOf(objectOf(action).parameters);
  if (id === undefined && name === undefined) throw messageError("missing", "Either flow_id or flow_name is required");
}

const ANY = ["text", "image", "video", "document"];

const ctaUrl: InteractiveKind = { action: shaped(ctaUrlAction), headers: ANY };

/** Kinds of interactive messages, by `type`. Source: the reference page of each. */
const KINDS: Readonly<Record<string, InteractiveKind>> = {
  address_message: { action: shaped(addressAction), headers: ANY },
  button: { action: ruled(checkReplyButtons), headers: ANY },
  call_permission_request: {
    action: shaped(callPermissionAction),
    headers: ANY,
    body: { most: MESSAGE_LIMITS.body, optional: true },
  },
  carousel: { action: (context, action, path) => checkCarousel(context, objectOf(action), path) },
  catalog_message: { action: shaped(catalogAction), headers: ANY },
  cta_url: ctaUrl,
  flow: { action: checkFlow, headers: ANY },
  list: { action: ruled(checkList), headers: ["text"], body: { most: MESSAGE_LIMITS.listBody } },
  location_request_message: { action: shaped(locationRequestAction), headers: ANY },
  order_details: { action: shaped(orderDetailsAction), headers: ANY },
  order_status: { action: shaped(orderStatusAction), headers: ANY },
  product: { action: shaped(productAction), body: { most: MESSAGE_LIMITS.body, optional: true } },
  product_list: { action: ruled(checkProductList), headers: ["text"], needsHeader: true },
  request_contact_info: { action: shaped(contactInfoAction), headers: ANY },
  voice_call: { action: shaped(voiceCallAction), headers: ANY },
};

/** The kinds that Direct Send takes; its buttons can be links too. */
export const DIRECT_SEND_KINDS: Readonly<Record<string, InteractiveKind>> = {
  button: { action: ruled(checkDirectButtons), headers: ANY },
  cta_url: ctaUrl,
};

const anyText = optional(loose({ text: optional(text()) }));
const envelope = exact({
  type: optional(text()),
  header: optional(loose()),
  body: anyText,
  footer: anyText,
  action: optional(loose()),
});

/** Letter case of `type` does not count: BUTTON and LIST are in use. */
function kindOf(interactive: JsonObject, path: string, kinds: typeof KINDS): InteractiveKind {
  const type = requiredAt(interactive, "type", path);
  const kind = kinds[upperOf(type).toLowerCase()];
  if (kind === undefined) throw notOneOf(within(path, "type"), Object.keys(kinds), type);
  return kind;
}

export function checkInteractive(context: SendContext, value: Json, path: string, kinds = KINDS): void {
  envelope(value, path);
  const interactive = objectOf(value);
  const {
    action,
    headers = [],
    needsHeader = false,
    body = { most: MESSAGE_LIMITS.body },
  } = kindOf(interactive, path, kinds);
  if (!body.optional || interactive.body !== undefined) checkBody(interactive, path, body.most);
  if (needsHeader && interactive.header === undefined) {
    throw messageError("missing", `${within(path, "header")} is required for this type`);
  }
  checkHeader(context, interactive, path, headers);
  checkFooter(interactive, path, MESSAGE_LIMITS.footer);
  action(context, requiredAt(interactive, "action", path), within(path, "action"));
}
