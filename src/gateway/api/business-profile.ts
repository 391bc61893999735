import { PROFILE_FIELD_NAMES } from "../../model/profile/index.ts";
import type { Call } from "../http/call.ts";
import { listAt, objectAt, ShapeError } from "../http/json.ts";
import { checkedId } from "./ids.ts";
import { type PhoneCall, proxyRequest, readSuccess } from "./proxy-request.ts";

/** `GET /{phone}/whatsapp_business_profile`, flat. Fields that were never set are absent. */
export interface WireBusinessProfile {
  about?: string;
  address?: string;
  description?: string;
  email?: string;
  /** WhatsApp appends a trailing slash on read. */
  websites?: string[];
  /** `UNDEFINED` or absent when never set. */
  vertical?: string;
  /** A link that changes over time. */
  profile_picture_url?: string;
  messaging_product?: string;
  [field: string]: unknown;
}

/** A patch: only the fields that are present change. `about` and `vertical` cannot be cleared. */
export interface BusinessProfilePatch {
  about?: string;
  address?: string;
  description?: string;
  email?: string;
  websites?: readonly string[];
  vertical?: string;
  /** From {@link Uploads.upload}. */
  profile_picture_handle?: string;
}

/** Without `fields` WhatsApp returns only a few. */
const READ_FIELDS = [...PROFILE_FIELD_NAMES, "profile_picture_url"];

/** "Something went wrong" is a final error here: a value is not allowed (an empty `about`). */
const INVALID_VALUE = 131000;

/**
 * The business profile of a phone number. Source: Meta's business profile pages and recorded answers.
 * All calls count against the management quota. All methods throw {@link GatewayError}.
 */
export interface BusinessProfiles {
  /** Fields that were never set are absent. */
  get(call: PhoneCall): Promise<WireBusinessProfile>;
  /** Changes only the fields that are present; `""` and `[]` clear, except `about` and `vertical`. Safe to repeat. */
  update(call: PhoneCall & { profile: BusinessProfilePatch }): Promise<void>;
}

export function businessProfileApi(call: Call): BusinessProfiles {
  return {
    get: (options) =>
      call(
        proxyRequest(options, {
          method: "GET",
          segments: profileOf(options),
          query: { fields: READ_FIELDS.join(",") },
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
          finalCodes: [INVALID_VALUE],
          management: true,
        }),
        readSuccess,
      ),
  };
}

function profileOf({ phoneNumberId }: PhoneCall): string[] {
  return [checkedId("phoneNumber", phoneNumberId), "whatsapp_business_profile"];
}

function readProfile(body: unknown): WireBusinessProfile {
  const [first] = listAt(body, "data");
  if (first === undefined) throw new ShapeError("with an empty list of profiles");
  return objectAt(first, "data[0]");
}
