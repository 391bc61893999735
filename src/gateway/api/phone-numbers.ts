import type { Call } from "../http/call.ts";
import { objectAt, textAt } from "../http/json.ts";
import { checkedId } from "./ids.ts";
import { itemsOf } from "./paging.ts";
import { type AccountCall, type PhoneCall, proxyRequest } from "./proxy-request.ts";

/**
 * A phone number of an account. Fields that were not requested, or are not set, are absent. Source: Meta's phone number
 * reference and recorded listings.
 */
export interface WirePhoneNumber {
  /** Digits: the `phoneNumberId` of other calls. */
  id: string;
  /** Formatted: `+1 631-555-5555`. */
  display_phone_number?: string;
  verified_name?: string;
  /** GREEN, YELLOW, RED, NA, UNKNOWN. */
  quality_rating?: string;
  /** VERIFIED, NOT_VERIFIED, EXPIRED. */
  code_verification_status?: string;
  /** CLOUD_API, ON_PREMISE, NOT_APPLICABLE. */
  platform_type?: string;
  /** `level`: STANDARD, HIGH, NOT_APPLICABLE. */
  throughput?: { level?: string };
  /** CONNECTED, PENDING, FLAGGED, RESTRICTED …: sources differ. */
  status?: string;
  /** APPROVED, AVAILABLE_WITHOUT_REVIEW, DECLINED, EXPIRED, PENDING_REVIEW, NONE. */
  name_status?: string;
  /** LIVE, SANDBOX. */
  account_mode?: string;
  [field: string]: unknown;
}

/** The default fields: WhatsApp's own default, and the number's status. */
const PHONE_NUMBER_FIELDS = [
  "id",
  "display_phone_number",
  "verified_name",
  "quality_rating",
  "code_verification_status",
  "platform_type",
  "throughput",
  "status",
  "name_status",
  "account_mode",
] as const;

interface Fields {
  /** Beyond `id`; an unknown one is an error (code 100). Default: those of {@link WirePhoneNumber}. */
  fields?: readonly string[];
}

export type PhoneNumberListCall = AccountCall & Fields;

export type PhoneNumberGetCall = PhoneCall & Fields;

/**
 * Phone numbers of an account. Source: Meta's phone number pages, v21.0 and later. All calls count against the account's
 * management quota. All methods throw {@link GatewayError}.
 */
export interface PhoneNumbers {
  /** All numbers of the account, fetched page by page. */
  list(call: PhoneNumberListCall): AsyncGenerator<WirePhoneNumber, void, undefined>;
  /** One number by id. An unknown id and a missing permission have the same error: 400, code 100, subcode 33. */
  get(call: PhoneNumberGetCall): Promise<WirePhoneNumber>;
}

export function phoneNumbersApi(call: Call): PhoneNumbers {
  return {
    list: (options) =>
      itemsOf(call, options, {
        what: "phone numbers",
        segments: [checkedId("account", options.wabaId), "phone_numbers"],
        query: { fields: fieldsOf(options) },
        read: readPhoneNumber,
      }),
    get: (options) =>
      call(
        proxyRequest(options, {
          method: "GET",
          segments: [checkedId("phoneNumber", options.phoneNumberId)],
          query: { fields: fieldsOf(options) },
          management: true,
        }),
        (body) => readPhoneNumber(body, "the answer"),
      ),
  };
}

function fieldsOf({ fields = PHONE_NUMBER_FIELDS }: Fields): string {
  return [...new Set(["id", ...fields])].join(",");
}

function readPhoneNumber(value: unknown, where: string): WirePhoneNumber {
  const number = objectAt(value, where);
  return { ...number, id: textAt(number, "id", where) };
}
