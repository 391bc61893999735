import type { z } from "zod";
import { anyFields, filled, listOf, object, oneOf, word } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

/** Countries in which address messages are available. */
export const ADDRESS_COUNTRIES: readonly string[] = ["IN", "SG"];

const parameters = object({
  /** One of {@link ADDRESS_COUNTRIES}. */
  country: oneOf("The country of the address", ADDRESS_COUNTRIES),
  values: anyFields.optional(),
  saved_addresses: listOf(object({ id: filled("The address's id"), value: anyFields }), "addresses").optional(),
  validation_errors: anyFields.optional(),
});

export interface AddressParameters extends z.infer<typeof parameters> {}

export const addressKind = interactiveKind("address_message", object({ name: word("address_message"), parameters }));

type Content = z.infer<typeof addressKind.schema>;

/** Asks for an address; see {@link ADDRESS_COUNTRIES}. */
export function addressMessage(
  message: InteractiveTexts & { parameters: AddressParameters },
): InteractiveEnvelope<Content> {
  return interactiveMessage<Content>(message, "address_message", {
    name: "address_message",
    parameters: message.parameters,
  });
}
