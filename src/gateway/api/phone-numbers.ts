import type { Call } from "../http/call.ts";
import { listAt, objectAt, textAt } from "../http/shape.ts";
import type { AccountCall, PhoneCall } from "../types/call-options.ts";
import type { WirePhoneNumber } from "../types/phone-number.ts";
import { checkedId } from "./ids.ts";
import { nextCursorOf, pagesOf } from "./paging.ts";
import { proxyRequest } from "./proxy-request.ts";

/** What is asked for unless the caller names fields: WhatsApp's defaults, and how the number stands. */
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
  /** Beyond `id`; an unknown one is an error (code 100). Default: what tells how the number stands. */
  fields?: readonly string[];
}

export type PhoneNumberListCall = AccountCall & Fields;

export type PhoneNumberGetCall = PhoneCall & Fields;

/**
 * Phone numbers of an account. Source: Meta's phone number pages, v21.0 and later. Count against the account's quota of
 * management calls. All throw {@link GatewayError}.
 */
export interface PhoneNumbers {
  /** All of the account, page by page. */
  list(call: PhoneNumberListCall): AsyncGenerator<WirePhoneNumber, void, undefined>;
  /** One by its id. An unknown one and one without permission are the same error: 400, code 100, subcode 33. */
  get(call: PhoneNumberGetCall): Promise<WirePhoneNumber>;
}

export function phoneNumbersApi(call: Call): PhoneNumbers {
  return {
    async *list(options) {
      const segments = [checkedId("number", options.wabaId, "WhatsApp Business account's id"), "phone_numbers"];
      const pages = pagesOf("phone numbers", (after) =>
        call(
          proxyRequest(options, {
            method: "GET",
            segments,
            query: { fields: fieldsOf(options), limit: 100, after },
            management: true,
          }),
          readPage,
        ),
      );
      for await (const page of pages) yield* page.numbers;
    },
    get: (options) =>
      call(
        proxyRequest(options, {
          method: "GET",
          segments: [checkedId("number", options.phoneNumberId, "phone number's id")],
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

function readPage(body: unknown): { numbers: WirePhoneNumber[]; nextCursor: string | undefined } {
  const numbers = listAt(body, "data").map((value, index) => readPhoneNumber(value, `data[${index}]`));
  return { numbers, nextCursor: nextCursorOf(body) };
}

function readPhoneNumber(value: unknown, where: string): WirePhoneNumber {
  const number = objectAt(value, where);
  return { ...number, id: textAt(number, "id", where) };
}
