import type { InteractiveMessage, ListSection } from "../types/index.ts";
import { type InteractiveTexts, interactiveMessage } from "./interactive.ts";

/** Up to 3 reply buttons, their titles of up to 20 characters all different. */
export function buttonsMessage(
  message: InteractiveTexts & { buttons: readonly { id: string; title: string }[] },
): InteractiveMessage<"button"> {
  const buttons = message.buttons.map(({ id, title }) => ({ type: "reply" as const, reply: { id, title } }));
  return interactiveMessage(message, "button", { buttons });
}

/** A list behind `button`: up to 10 sections, up to 10 rows in all. */
export function listMessage(
  message: InteractiveTexts & { button: string; sections: readonly ListSection[] },
): InteractiveMessage<"list"> {
  const { button, sections } = message;
  return interactiveMessage(message, "list", { button, sections });
}

/** One button that opens `url`. */
export function ctaUrlMessage(
  message: InteractiveTexts & { displayText: string; url: string },
): InteractiveMessage<"cta_url"> {
  const parameters = { display_text: message.displayText, url: message.url };
  return interactiveMessage(message, "cta_url", { name: "cta_url", parameters });
}

/** Asks where the recipient is. */
export function locationRequestMessage(message: InteractiveTexts): InteractiveMessage<"location_request_message"> {
  return interactiveMessage(message, "location_request_message", { name: "send_location" });
}

/** Asks for leave to call. */
export function callPermissionMessage(message: InteractiveTexts): InteractiveMessage<"call_permission_request"> {
  return interactiveMessage(message, "call_permission_request", { name: "call_permission_request" });
}
