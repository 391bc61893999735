/**
 * What a read says about a field of a button (whatsapp-api.md §2.3, §3):
 * `never` – it comes back fixed, generated or not at all; `sometimes` – it may be left out, or filled in where nothing was
 * declared: compared when both sides have it.
 */
export type Readable = "never" | "sometimes";

type ReadableFields = ReadonlyMap<string, Readable>;

const FIXED_LABEL: ReadableFields = new Map([["text", "never"]]);

/** By button type. A field that is not named here is read back as it was written. */
export const READABLE_BUTTON_FIELDS: ReadonlyMap<unknown, ReadableFields> = new Map<unknown, ReadableFields>([
  ["CATALOG", FIXED_LABEL],
  ["MPM", FIXED_LABEL],
  ["SPM", FIXED_LABEL],
  ["ORDER_DETAILS", FIXED_LABEL],
  ["REQUEST_CONTACT_INFO", FIXED_LABEL],
  ["APP", FIXED_LABEL],
  ["POSTBACK", FIXED_LABEL],
  [
    "OTP",
    new Map<string, Readable>([
      ["text", "never"],
      ["zero_tap_terms_accepted", "never"],
      ["autofill_text", "sometimes"],
      ["supported_apps", "sometimes"],
    ]),
  ],
  [
    // A flow that was named, or sent as a document, is read back by id.
    "FLOW",
    new Map<string, Readable>([
      ["flow_id", "sometimes"],
      ["flow_name", "sometimes"],
      ["flow_json", "sometimes"],
      ["navigate_screen", "sometimes"],
      ["icon", "sometimes"],
    ]),
  ],
  [
    "VOICE_CALL",
    new Map<string, Readable>([
      ["text", "sometimes"],
      ["ttl_minutes", "sometimes"],
    ]),
  ],
  ["URL", new Map<string, Readable>([["app_deep_link", "sometimes"]])],
]);
