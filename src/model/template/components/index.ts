import { isObject } from "../../text/index.ts";
import type { ComponentKind } from "../kinds.ts";
import { body } from "./body.ts";
import { buttons } from "./buttons.ts";
import { callPermissionRequest } from "./call-permission-request.ts";
import { carousel } from "./carousel.ts";
import { footer } from "./footer.ts";
import { header } from "./header.ts";
import { limitedTimeOffer } from "./limited-time-offer.ts";

const KINDS = [header, body, footer, carousel, limitedTimeOffer, callPermissionRequest, buttons] as const;

export type ComponentType = (typeof KINDS)[number]["type"];

/** Every kind of component that create accepts. Source: Meta, template components. */
export const TEMPLATE_COMPONENTS: readonly ComponentKind[] = KINDS;

const BY_TYPE: ReadonlyMap<unknown, ComponentKind> = new Map(TEMPLATE_COMPONENTS.map((kind) => [kind.type, kind]));

/** The kind of a type in upper case. */
export function componentKind(type: unknown): ComponentKind | undefined {
  return BY_TYPE.get(type);
}

/** Components of an unknown kind come before the footer. */
const OTHER_PLACE = 5;

/** Components in the order in which WhatsApp returns them. */
export function inWhatsAppOrder(components: readonly unknown[]): unknown[] {
  const place = (component: unknown) =>
    (isObject(component) ? componentKind(component.type)?.place : undefined) ?? OTHER_PLACE;
  return components.toSorted((a, b) => place(a) - place(b));
}
