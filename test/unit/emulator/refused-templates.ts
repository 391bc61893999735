import type { JsonObject } from "../../../src/emulator/json.ts";
import { textTemplate, withBody, withButtons } from "./gateway-client.ts";

export const body = { type: "BODY", text: "Your parcel has left our house." };
function parts(...components: JsonObject[]): JsonObject {
  return textTemplate({ components });
}

export function authentication(...components: JsonObject[]): JsonObject {
  return textTemplate({ category: "AUTHENTICATION", components });
}

export const otp = { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] };
function text(length: number): string {
  return "a".repeat(length);
}

function imageCard(...more: JsonObject[]): JsonObject {
  return {
    components: [
      { type: "HEADER", format: "IMAGE", example: { header_handle: ["4::abc"] } },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "More" }] },
      ...more,
    ],
  };
}

/** Creates that WhatsApp refuses. `code` is 100 unless given; `says` is the sentence or a part of it. */
export const REFUSED: { what: string; sent: JsonObject; subcode?: number; code?: number; says?: string | RegExp }[] = [
  {
    what: "capitals in the name",
    sent: textTemplate({ name: "Parcel" }),
    subcode: 2388046,
    says: "The message template name can only have lowercase letters and underscores.",
  },
  { what: "a name of 513 characters", sent: textTemplate({ name: text(513) }), subcode: 2388040 },
  { what: "the name of a sample", sent: textTemplate({ name: "hello_world" }), subcode: 2388155 },
  { what: "an unknown language", sent: textTemplate({ language: "en-US" }), subcode: 2388049 },
  {
    what: "a retired category",
    sent: textTemplate({ category: "TRANSACTIONAL" }),
    says: '(#100) Param category must be one of {AUTHENTICATION, MARKETING, UTILITY} - got "TRANSACTIONAL".',
  },
  {
    what: "an unknown parameter format",
    sent: textTemplate({ parameter_format: "CURLY" }),
    says: /^\(#100\) Param parameter_format must be one of/,
  },
  {
    what: "an unknown sub category",
    sent: textTemplate({ sub_category: "CUSTOM" }),
    says: /Param sub_category must be one of/,
  },
  {
    what: "a time to live outside the category's range",
    sent: textTemplate({ category: "MARKETING", message_send_ttl_seconds: "120" }),
    says: /message_send_ttl_seconds/,
  },
  {
    what: "no components",
    sent: { name: "a", language: "en", category: "UTILITY" },
    says: "(#100) The parameter components is required.",
  },
  {
    what: "an unknown component",
    sent: parts({ type: "BANNER" }),
    says: /Param components\[0\]\['type'\] must be one of/,
  },
  { what: "two bodies", sent: parts(body, body), says: /more than one component of type BODY/ },
  { what: "no body", sent: parts({ type: "FOOTER", text: "Bye" }), subcode: 2388043 },
  {
    what: "a body without text",
    sent: parts({ type: "BODY" }),
    subcode: 2388043,
    says: "component of type BODY is missing expected field(s) (text)",
  },
  {
    what: "a field that bodies do not have",
    sent: parts({ ...body, format: "TEXT" }),
    subcode: 2388042,
    says: "component of type BODY has unexpected field(s) (format)",
  },
  { what: "a body of 1025 characters", sent: withBody(text(1025)), subcode: 2388040 },
  { what: "three newlines in a row", sent: withBody("One\n\n\ntwo"), subcode: 2388072 },
  { what: "eleven emojis", sent: withBody(`Look ${"🌱".repeat(11)} here`), subcode: 2388072 },
  { what: "only variables", sent: withBody("{{1}}", { body_text: [["a"]] }), subcode: 2388072 },
  {
    what: "a gap in the numbers",
    sent: withBody("It costs {{1}} and comes by {{3}} to your house", { body_text: [["a", "b"]] }),
    subcode: 2388072,
  },
  {
    what: "a named variable among positional ones",
    sent: withBody("It costs {{price}} for all of it", { body_text: [["a"]] }),
    subcode: 2388072,
  },
  {
    what: "no sample",
    sent: withBody("It costs {{1}} for all of it"),
    subcode: 2388043,
    says: "component of type BODY is missing expected field(s) (example)",
  },
  { what: "an empty sample", sent: withBody("It costs {{1}} for all of it", { body_text: [[""]] }), subcode: 2388043 },
  {
    what: "fewer samples than variables",
    sent: withBody("It costs {{1}} and weighs about {{2}} in all", { body_text: [["a"]] }),
    subcode: 2388043,
  },
  { what: "samples without variables", sent: withBody("It costs nothing", { body_text: [["a"]] }), subcode: 2388042 },
  {
    what: "a named variable without its sample",
    sent: {
      ...withBody("It costs {{price}} for all of it", {
        body_text_named_params: [{ param_name: "cost", example: "3" }],
      }),
      parameter_format: "named",
    },
    subcode: 2388043,
  },
  {
    what: "a variable at the start",
    sent: withBody("{{1}}, your parcel has left our house", { body_text: [["Ana"]] }),
    subcode: 2388299,
    says: "Variables can't be at the start or end of the template.",
  },
  {
    what: "only punctuation after the last variable",
    sent: withBody("Your parcel leaves our house on {{1}}.", { body_text: [["Monday"]] }),
    subcode: 2388299,
  },
  {
    what: "two words per variable",
    sent: withBody("Dear {{1}} take {{2}} with you", { body_text: [["Ana", "it"]] }),
    subcode: 2388293,
  },
  { what: "a header without format", sent: parts({ type: "HEADER", text: "Hi" }, body), subcode: 2388043 },
  {
    what: "an unknown header format",
    sent: parts({ type: "HEADER", format: "SOUND" }, body),
    says: /\['format'\] must be one of/,
  },
  {
    what: "a header of 61 characters",
    sent: parts({ type: "HEADER", format: "TEXT", text: text(61) }, body),
    subcode: 2388040,
  },
  {
    what: "markup in a header",
    sent: parts({ type: "HEADER", format: "TEXT", text: "*Big* news" }, body),
    subcode: 2388047,
  },
  {
    what: "an emoji in a header",
    sent: parts({ type: "HEADER", format: "TEXT", text: "News 🌱" }, body),
    subcode: 2388047,
  },
  {
    what: "two variables in a header",
    sent: parts(
      { type: "HEADER", format: "TEXT", text: "{{1}} and {{2}}", example: { header_text: ["a", "b"] } },
      body,
    ),
    subcode: 2388047,
  },
  {
    what: "a header variable without sample",
    sent: parts({ type: "HEADER", format: "TEXT", text: "News of {{1}}" }, body),
    subcode: 2388043,
    says: "component of type HEADER is missing expected field(s) (example)",
  },
  { what: "an image header without sample", sent: parts({ type: "HEADER", format: "IMAGE" }, body), subcode: 2388043 },
  {
    what: "an image header with a media URL",
    sent: parts(
      { type: "HEADER", format: "IMAGE", example: { header_handle: ["https://scontent.whatsapp.net/v/a.jpg"] } },
      body,
    ),
    says: /header_handle/,
  },
  {
    what: "a location header with an example",
    sent: parts({ type: "HEADER", format: "LOCATION", example: { header_text: ["a"] } }, body),
    subcode: 2388042,
  },
  { what: "a footer of 61 characters", sent: parts(body, { type: "FOOTER", text: text(61) }), subcode: 2388040 },
  { what: "a variable in the footer", sent: parts(body, { type: "FOOTER", text: "Bye {{1}}" }), subcode: 2388073 },
  { what: "no buttons in BUTTONS", sent: withButtons(), subcode: 2388043 },
  {
    what: "an unknown button",
    sent: withButtons({ type: "BELL", text: "Ring" }),
    says: /components\[1\]\['buttons'\]\[0\]\['type'\]/,
  },
  { what: "a label of 26 characters", sent: withButtons({ type: "QUICK_REPLY", text: text(26) }), subcode: 2388040 },
  {
    what: "an emoji in a label",
    sent: withButtons({ type: "QUICK_REPLY", text: "Fine 👍" }),
    subcode: 2388060,
    says: "Buttons can't have any variables, newlines, emojis or formatting characters.",
  },
  {
    what: "a phone button without number",
    sent: withButtons({ type: "QUICK_REPLY", text: "Hi" }, { type: "PHONE_NUMBER", text: "Call" }),
    subcode: 2388050,
    says: "Button at index 1 is missing expected field(s) (phone_number)",
  },
  {
    what: "an invalid phone number",
    sent: withButtons({ type: "PHONE_NUMBER", text: "Call", phone_number: "call me" }),
    code: 192,
    says: "(#192) Param components[1]['buttons'][0]['phone_number'] is not a valid phone number.",
  },
  {
    what: "a variable in the middle of a URL",
    sent: withButtons({ type: "URL", text: "See", url: "https://example.com/{{1}}/x", example: ["a"] }),
    subcode: 2388052,
  },
  { what: "an invalid URL", sent: withButtons({ type: "URL", text: "See", url: "example.com" }), subcode: 2388052 },
  {
    what: "a URL variable without sample",
    sent: withButtons({ type: "URL", text: "See", url: "https://example.com/{{1}}" }),
    subcode: 2388043,
    says: "component of type BUTTONS is missing expected field(s) (example)",
  },
  {
    what: "three URL buttons",
    sent: withButtons(...["a", "b", "c"].map((name) => ({ type: "URL", text: name, url: "https://example.com/" }))),
    says: /more than 2 button\(s\) of type URL/,
  },
  {
    what: "scattered quick replies",
    sent: withButtons(
      { type: "QUICK_REPLY", text: "A" },
      { type: "URL", text: "B", url: "https://example.com/" },
      { type: "QUICK_REPLY", text: "C" },
    ),
    says: /Invalid combination/,
  },
  {
    what: "an OTP button outside authentication",
    sent: withButtons({ type: "OTP", otp_type: "COPY_CODE" }),
    says: /\['type'\] must be one of/,
  },
  { what: "a flow button without a flow", sent: withButtons({ type: "FLOW", text: "Start" }), subcode: 2388050 },
  {
    what: "a flow by name and by id",
    sent: withButtons({ type: "FLOW", text: "Start", flow_id: "1", flow_name: "a" }),
    says: /Only one of/,
  },
  { what: "a long copy code", sent: withButtons({ type: "COPY_CODE", example: text(21) }), subcode: 2388040 },
  { what: "one carousel card", sent: parts(body, { type: "CAROUSEL", cards: [imageCard()] }), says: /2 to 10 cards/ },
  {
    what: "cards of two kinds",
    sent: parts(body, {
      type: "CAROUSEL",
      cards: [imageCard(), imageCard({ type: "BODY", text: "More" })],
    }),
    says: /same components/,
  },
  {
    what: "a footer outside the cards of a carousel",
    sent: parts(body, { type: "FOOTER", text: "Bye" }, { type: "CAROUSEL", cards: [imageCard(), imageCard()] }),
    says: /outside its cards/,
  },
  {
    what: "an offer without an image",
    sent: {
      ...parts(body, { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Soon over" } }),
      category: "MARKETING",
    },
    subcode: 2388043,
  },
  {
    what: "an offer text of 17 characters",
    sent: {
      ...parts(body, { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: text(17) } }),
      category: "MARKETING",
    },
    subcode: 2388040,
  },
  {
    what: "an authentication body with a text",
    sent: authentication({ type: "BODY", text: "Your code is {{1}} today", example: { body_text: [["1"]] } }, otp),
    subcode: 2388042,
    says: "component of type BODY has unexpected field(s) (text)",
  },
  {
    what: "an authentication header",
    sent: authentication({ type: "HEADER", format: "LOCATION" }, { type: "BODY" }, otp),
    subcode: 2388042,
  },
  { what: "authentication without a button", sent: authentication({ type: "BODY" }), subcode: 2388043 },
  {
    what: "a code that expires after 91 minutes",
    sent: authentication({ type: "BODY" }, { type: "FOOTER", code_expiration_minutes: 91 }, otp),
    says: /between 1 and 90/,
  },
  {
    what: "a one-tap button without an app",
    sent: authentication({ type: "BODY" }, { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "ONE_TAP" }] }),
    subcode: 2388050,
  },
  {
    what: "the app on the button itself, as before v21",
    sent: authentication(
      { type: "BODY" },
      {
        type: "BUTTONS",
        buttons: [{ type: "OTP", otp_type: "ONE_TAP", package_name: "com.example.app", signature_hash: "K8a/AINcGX7" }],
      },
    ),
    subcode: 2388042,
  },
  {
    what: "a signature hash of 10 characters",
    sent: authentication(
      { type: "BODY" },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "OTP",
            otp_type: "ONE_TAP",
            supported_apps: [{ package_name: "com.example.app", signature_hash: "K8a/AINcGX" }],
          },
        ],
      },
    ),
    says: /exactly 11 characters/,
  },
  {
    what: "zero tap without the terms",
    sent: authentication(
      { type: "BODY" },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "OTP",
            otp_type: "ZERO_TAP",
            supported_apps: [{ package_name: "com.example.app", signature_hash: "K8a/AINcGX7" }],
          },
        ],
      },
    ),
    says: /zero_tap_terms_accepted/,
  },
];
