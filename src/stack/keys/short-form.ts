import { authentication } from "./authentication.ts";
import { body, examples } from "./body.ts";
import { buttons } from "./buttons.ts";
import { callPermissionRequest } from "./call-permission-request.ts";
import { carousel } from "./carousel.ts";
import { footer } from "./footer.ts";
import { header, headerExample } from "./header.ts";
import { limitedTimeOffer } from "./limited-time-offer.ts";
import type { ShortKey } from "./short-key.ts";

/** The keys of a language that become components, in the order of the components. */
export const SHORT_FORM: Readonly<Record<string, ShortKey>> = {
  header,
  header_example: headerExample,
  body,
  examples,
  footer,
  buttons,
  authentication,
  limited_time_offer: limitedTimeOffer,
  carousel,
  call_permission_request: callPermissionRequest,
};

/** Keys of a language that cannot be combined with `components`. */
export const SHORT_KEYS: readonly string[] = [...Object.keys(SHORT_FORM), "variables"];
