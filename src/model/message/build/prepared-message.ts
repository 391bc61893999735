import { field, isObject } from "../../text/index.ts";
import { spelledForWhatsApp } from "./envelope.ts";

/**
 * A body as it goes out: with `messaging_product`, and `to` as digits unless a group gets it. Everything else stays as it is,
 * unknown keys included; the input is not changed.
 */
export function preparedMessage<T extends object>(body: T): T & { messaging_product: "whatsapp" } {
  const fields = isObject(body) ? body : {};
  const to = field(fields, "to");
  const respelled = typeof to === "string" && field(fields, "recipient_type") !== "group";
  return {
    // First, and overridden by the body's own: a wrong one is for the check to name.
    messaging_product: "whatsapp",
    ...body,
    ...(respelled ? { to: spelledForWhatsApp(to) } : {}),
  };
}
