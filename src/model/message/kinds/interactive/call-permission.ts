import type { z } from "zod";
import { object, word } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

export const callPermissionKind = interactiveKind(
  "call_permission_request",
  object({ name: word("call_permission_request") }),
  { bodyOptional: true },
);

type Content = z.infer<typeof callPermissionKind.schema>;

/** Asks for permission to call. */
export function callPermissionMessage(message: InteractiveTexts): InteractiveEnvelope<Content> {
  return interactiveMessage<Content>(message, "call_permission_request", { name: "call_permission_request" });
}
