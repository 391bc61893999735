import { filled, list, loose, oneOf, optional, required } from "../../../graph/shape.ts";
import { ANY_HEADER, type InteractiveKind, named, shaped } from "./interactive-kind.ts";

/** Countries whose addresses can be requested. */
const ADDRESS_COUNTRIES = ["IN", "SG"];

/** `address_message`: asks for a delivery address. */
export const addressMessage: InteractiveKind = {
  headers: ANY_HEADER,
  action: shaped(
    loose({
      name: named("address_message"),
      parameters: required(
        loose({
          country: required(oneOf(...ADDRESS_COUNTRIES)),
          values: optional(loose()),
          saved_addresses: optional(list(loose({ id: required(filled), value: required(loose()) }))),
        }),
      ),
    }),
  ),
};

/** `location_request_message`: asks for the user's location. */
export const locationRequestMessage: InteractiveKind = {
  headers: ANY_HEADER,
  action: shaped(loose({ name: named("send_location") })),
};

/** `request_contact_info`: asks for the user's phone number. */
export const requestContactInfo: InteractiveKind = {
  headers: ANY_HEADER,
  action: shaped(loose({ name: named("request_contact_info") })),
};
