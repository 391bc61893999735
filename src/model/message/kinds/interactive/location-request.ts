import type { z } from "zod";
import { object, word } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

export const locationRequestKind = interactiveKind("location_request_message", object({ name: word("send_location") }));

type Content = z.infer<typeof locationRequestKind.schema>;

/** Asks for the recipient's location. */
export function locationRequestMessage(message: InteractiveTexts): InteractiveEnvelope<Content> {
  return interactiveMessage<Content>(message, "location_request_message", { name: "send_location" });
}
