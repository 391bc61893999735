import type { KnownError } from "./known-error.ts";

const RECIPIENT = "Check the recipient's number and that they can be reached on WhatsApp.";
const PARAMETERS = "Compare the parameters with the template's variables: number, order and kind.";

/** Codes 131000–135000 of {@link GENERAL_ERRORS}: sending, and what stands in its way. Same sources. */
export const MESSAGE_ERRORS: Readonly<Record<number, KnownError>> = {
  131000: {
    meaning: "something went wrong",
    retry: "unclear",
    advice: "On the business profile this means a value that is not allowed; elsewhere try again.",
  },
  131005: {
    meaning: "access denied",
    retry: "final",
    advice: "Check the connection's permissions, and the terms that the details name.",
  },
  131006: { meaning: "the resource was not found", retry: "final", advice: "Check the id." },
  131008: { meaning: "a required parameter is missing", retry: "final", advice: PARAMETERS },
  131009: { meaning: "a parameter's value is not valid", retry: "final", advice: "See the details." },
  131016: { meaning: "the service is overloaded", retry: "transient", advice: "Try again later." },
  131021: { meaning: "the recipient is the sender", retry: "final", advice: "Send to another number." },
  131026: { meaning: "the message cannot be delivered", retry: "final", advice: RECIPIENT },
  131030: {
    meaning: "the recipient is not in the list of allowed numbers",
    retry: "final",
    advice: "A test number sends only to numbers that were entered in its list.",
  },
  131031: {
    meaning: "the account is locked, or data such as the PIN do not match",
    retry: "final",
    advice: "See the account's state in WhatsApp Manager.",
  },
  131037: {
    meaning: "the display name of the phone number is not approved yet",
    retry: "final",
    advice: "Wait for its approval.",
  },
  131042: {
    meaning: "the account's payment method is missing or refused",
    retry: "final",
    advice: "Settle it in the Business Manager.",
  },
  131045: { meaning: "the phone number is not registered correctly", retry: "final", advice: "Register it again." },
  131047: {
    meaning: "more than 24 hours have passed since the recipient's last message",
    retry: "final",
    advice: "Send a template message instead.",
  },
  131048: {
    meaning: "the phone number is limited because people blocked or reported it",
    retry: "final",
    advice: "See the number's quality in WhatsApp Manager.",
  },
  131049: {
    meaning: "held back to keep the ecosystem healthy",
    retry: "final",
    advice: "Do not repeat it within 24 hours.",
  },
  131050: {
    meaning: "the recipient has opted out of marketing messages",
    retry: "final",
    advice: "Do not repeat the message.",
  },
  131051: { meaning: "the message type is not supported", retry: "final", advice: "See the documented types." },
  131052: {
    meaning: "the recipient's media could not be fetched",
    retry: "final",
    advice: "Ask them to send it another way.",
  },
  131053: {
    meaning: "the media could not be uploaded",
    retry: "final",
    advice: "Check the file's kind, size and, for links, that it can be reached.",
  },
  131056: {
    meaning: "too many messages to one recipient in a short time",
    retry: "limit",
    advice: "At most one message per 6 seconds to one person.",
    waitMs: 6_000,
  },
  131057: { meaning: "the account is in maintenance", retry: "transient", advice: "Try again later." },
  131063: { meaning: "the message was not eligible for delivery", retry: "final", advice: "See the details." },
  131064: { meaning: "a classification limit was reached", retry: "final", advice: "Do not repeat the message." },
  132000: { meaning: "the number of parameters is not the template's", retry: "final", advice: PARAMETERS },
  132001: {
    meaning: "the template does not exist in this language, or is not approved",
    retry: "final",
    advice: "Check name and language; a new template needs a while after its approval.",
  },
  132005: { meaning: "the filled-in text is too long", retry: "final", advice: "Shorten the values." },
  132007: { meaning: "the content breaks a rule for its characters or format", retry: "final", advice: PARAMETERS },
  132012: { meaning: "a parameter is not in the form that the template wants", retry: "final", advice: PARAMETERS },
  132015: {
    meaning: "the template is paused for its low quality",
    retry: "final",
    advice: "Edit it, or wait until the pause ends.",
  },
  132016: {
    meaning: "the template was disabled for its low quality",
    retry: "final",
    advice: "Declare a new version with other content.",
  },
  132018: { meaning: "the template's parameters are not valid", retry: "final", advice: PARAMETERS },
  132021: {
    meaning: "a template of this name exists that Direct Send did not make",
    retry: "final",
    advice: "Choose another `template_name` in `direct_send_config`, or send that template by its name.",
  },
  132068: { meaning: "the flow is blocked", retry: "final", advice: "Correct the flow." },
  132069: { meaning: "the flow is throttled", retry: "final", advice: "Wait an hour." },
  134011: {
    meaning: "the terms of WhatsApp payments were not accepted",
    retry: "final",
    advice: "Accept them by the link in the details.",
  },
  135000: { meaning: "generic user error", retry: "final", advice: "Check the request's parameters." },
};
