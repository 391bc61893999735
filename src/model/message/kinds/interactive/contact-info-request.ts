import type { z } from "zod";
import { object, word } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

export const contactInfoRequestKind = interactiveKind(
  "request_contact_info",
  object({ name: word("request_contact_info") }),
);

type Content = z.infer<typeof contactInfoRequestKind.schema>;

/** Asks for the recipient's phone number, for example when only the user id is known. */
export function contactInfoRequestMessage(message: InteractiveTexts): InteractiveEnvelope<Content> {
  return interactiveMessage<Content>(message, "request_contact_info", { name: "request_contact_info" });
}
