import type { z } from "zod";
import { field, isObject, type JsonObject, rowOf } from "../../../text/index.ts";
import { INTERACTIVE_KINDS } from "../../tables/index.ts";
import { object, oneOf } from "../values.ts";
import { callAction, flowAction, linkAction } from "./links.ts";
import { addressAction, orderDetailsAction, orderStatusAction } from "./orders.ts";
import { carouselAction, catalogAction, productAction, productListAction } from "./products.ts";
import { buttonAction, listAction } from "./replies.ts";
import { named, textShapes } from "./texts.ts";

const ACTIONS: Readonly<Record<string, z.ZodType>> = {
  button: buttonAction,
  list: listAction,
  cta_url: linkAction,
  flow: flowAction,
  location_request_message: object({ name: named("send_location") }),
  address_message: addressAction,
  product: productAction,
  product_list: productListAction,
  catalog_message: catalogAction,
  carousel: carouselAction,
  order_details: orderDetailsAction,
  order_status: orderStatusAction,
  call_permission_request: object({ name: named("call_permission_request") }),
  voice_call: callAction,
};

const type = oneOf("The type of the interactive message", Object.keys(INTERACTIVE_KINDS), { anyCase: true });

const SHAPES: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(INTERACTIVE_KINDS).flatMap(([name, kind]) => {
    const action = rowOf(ACTIONS, name);
    return action === undefined ? [] : [[name, object({ type, ...textShapes(kind), action })] as const];
  }),
);

const unknownKind = object({ type });

/** The shape of `interactive`, by its type in any letter case (`BUTTON` is in use). */
export function interactiveShape(body: JsonObject): z.ZodType {
  const interactive = field(body, "interactive");
  const kind = isObject(interactive) ? field(interactive, "type") : undefined;
  return (typeof kind === "string" ? SHAPES.get(kind.toLowerCase()) : undefined) ?? unknownKind;
}
