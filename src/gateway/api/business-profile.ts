import type { Call } from "../http/call.ts";
import { listAt, objectAt, ShapeError } from "../http/shape.ts";
import type { BusinessProfilePatch, WireBusinessProfile } from "../types/business-profile.ts";
import type { PhoneCall } from "../types/call-options.ts";
import { checkedId } from "./ids.ts";
import { proxyRequest, readSuccess } from "./proxy-request.ts";

/** Without `fields` WhatsApp returns little. */
const PROFILE_FIELDS = ["about", "address", "description", "email", "profile_picture_url", "websites", "vertical"];

/** Here "something went wrong" is a value that is not allowed (an empty `about`), for good. */
const REFUSED_VALUE = 131000;

/**
 * The business profile of a phone number. Source: Meta's business profile pages and recorded answers.
 * Counts against the management quota. All throw {@link GatewayError}.
 */
export interface BusinessProfiles {
  /** Fields that were never set are absent. */
  get(call: PhoneCall): Promise<WireBusinessProfile>;
  /** A patch: only the fields that are there change; `""` and `[]` clear, except `about` and `vertical`. Safe to repeat. */
  update(call: PhoneCall & { profile: BusinessProfilePatch }): Promise<void>;
}

export function businessProfileApi(call: Call): BusinessProfiles {
  return {
    get: (options) =>
      call(
        proxyRequest(options, {
          method: "GET",
          segments: profileOf(options),
          query: { fields: PROFILE_FIELDS.join(",") },
          management: true,
        }),
        readProfile,
      ),
    update: (options) =>
      call(
        proxyRequest(options, {
          method: "POST",
          segments: profileOf(options),
          json: { messaging_product: "whatsapp", ...options.profile },
          idempotent: true,
          finalCodes: [REFUSED_VALUE],
          management: true,
        }),
        readSuccess,
      ),
  };
}

function profileOf({ phoneNumberId }: PhoneCall): string[] {
  return [checkedId("number", phoneNumberId, "phone number's id"), "whatsapp_business_profile"];
}

function readProfile(body: unknown): WireBusinessProfile {
  const [first] = listAt(body, "data");
  if (first === undefined) throw new ShapeError("with an empty list of profiles");
  return objectAt(first, "data[0]");
}
