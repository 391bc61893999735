import { ACCOUNT_QUOTAS } from "../../model/template/index.ts";
import type { WhatsAppErrorInfo } from "../errors/gateway-error.ts";
import type { FailureKind } from "../retry/retry-policy.ts";
import { type Explanation, WHATSAPP_SUBCODES } from "./whatsapp-subcodes.ts";

/** One of WhatsApp's error codes. */
export interface KnownError extends Explanation {
  retry: FailureKind;
  /** Minimum wait before a retry. */
  waitMs?: number;
}

/** Too many management calls: each further call prolongs the block. */
export const MANAGEMENT_QUOTA = 80008;

const RECONNECT = "Create a new connection (`mycobot connections create`), open its URL and use its id.";
const PERMISSION =
  "Check that the person who opened the connection's URL has permission for this account and ticked all boxes; otherwise create a new connection.";
const SLOWER = "Send fewer requests: other programs use the same account.";
const LATER = "Try again later.";
const DETAILS = "See the details.";
const TRACE = "See the message and the details; Meta's support needs the fbtrace_id.";
const RECIPIENT = "Check the recipient's number, and that the recipient uses WhatsApp.";
const PARAMETERS = "Compare the parameters with the template's variables: number, order and type.";
const PERMIT = "Ask the recipient for permission to call.";
const DO_NOT_REPEAT = "Do not send the message again.";

/**
 * WhatsApp's error codes (`error.code`): meaning, whether to retry, advice. The code decides, not the HTTP status, which varies
 * for one code. Source: Meta's error code page (copy of September 2026), and recorded answers where the page has no entry.
 */
export const WHATSAPP_ERRORS: Readonly<Record<number, KnownError>> = {
  // General
  0: { meaning: "WhatsApp could not authenticate the connection", retry: "final", advice: RECONNECT },
  1: {
    meaning: "unknown error or invalid request",
    retry: "unclear",
    advice: "Check the current state before sending the request again: it may have taken effect.",
  },
  2: { meaning: "temporary outage of the service", retry: "transient", advice: LATER },
  3: { meaning: "the connection's app lacks this capability", retry: "final", advice: PERMISSION },
  4: { meaning: "too many calls from the connection's app", retry: "limit", advice: SLOWER, waitMs: 2_000 },
  10: { meaning: "the permission is missing or was revoked", retry: "final", advice: PERMISSION },
  17: { meaning: "too many calls from the connection's user", retry: "limit", advice: SLOWER, waitMs: 2_000 },
  32: { meaning: "too many calls for the page", retry: "limit", advice: SLOWER, waitMs: 2_000 },
  33: { meaning: "the business phone number was deleted", retry: "final", advice: "Check the phone number id." },
  100: {
    meaning: "a parameter is invalid or not supported",
    retry: "final",
    advice: "Correct the parameter that the message names.",
  },
  104: { meaning: "the upstream token is missing", retry: "final", advice: RECONNECT },
  190: { meaning: "the connection's grant has expired or was revoked", retry: "final", advice: RECONNECT },
  192: {
    meaning: "the phone number of a button is invalid",
    retry: "final",
    advice: "Write it with country code, digits only.",
  },
  // For 200 to 299: `knownErrorOf`.
  200: { meaning: "the permission is missing", retry: "final", advice: PERMISSION },
  368: {
    meaning: "the account is restricted for a policy violation",
    retry: "final",
    advice: "See the account's quality page in WhatsApp Manager.",
  },
  613: { meaning: "a rate limit was exceeded", retry: "limit", advice: SLOWER, waitMs: 2_000 },
  803: { meaning: "the object does not exist", retry: "final", advice: "Check the id." },
  80007: { meaning: "the account's rate limit was exceeded", retry: "limit", advice: SLOWER, waitMs: 5_000 },
  [MANAGEMENT_QUOTA]: {
    meaning: `too many calls to this WhatsApp Business account within an hour: ${ACCOUNT_QUOTAS.createsPerHour} template creates, or ${ACCOUNT_QUOTAS.callsPerHour} calls in all (${ACCOUNT_QUOTAS.callsPerHourWithoutNumber} without a registered phone number)`,
    retry: "final",
    advice: "Wait until the time that the error names, at most an hour: each further call prolongs the block.",
  },
  130403: { meaning: "the message was rejected", retry: "final", advice: DETAILS },
  130429: { meaning: "the phone number's throughput was exceeded", retry: "limit", advice: SLOWER, waitMs: 1_000 },
  130472: {
    meaning: "the recipient is part of an experiment and receives no marketing messages",
    retry: "final",
    advice: DO_NOT_REPEAT,
  },
  130497: {
    meaning: "the account may not message people in this country",
    retry: "final",
    advice: "See WhatsApp's rules for your industry.",
  },
  2494100: { meaning: "the phone number is in maintenance", retry: "transient", advice: LATER },

  // Messages
  131000: {
    meaning: "something went wrong",
    retry: "unclear",
    advice: "For a business profile: a value is not allowed. Otherwise try again.",
  },
  131005: {
    meaning: "access denied",
    retry: "final",
    advice: "Check the connection's permissions, and the terms mentioned in the details.",
  },
  131006: { meaning: "the resource was not found", retry: "final", advice: "Check the id." },
  131008: { meaning: "a required parameter is missing", retry: "final", advice: PARAMETERS },
  131009: { meaning: "a parameter has an invalid value", retry: "final", advice: DETAILS },
  131016: { meaning: "the service is overloaded", retry: "transient", advice: LATER },
  131021: { meaning: "the recipient is the sender", retry: "final", advice: "Send to another number." },
  131026: { meaning: "the message cannot be delivered", retry: "final", advice: RECIPIENT },
  131030: {
    meaning: "the recipient is not in the list of allowed numbers",
    retry: "final",
    advice: "Add the recipient to the list: a test number sends only to listed numbers.",
  },
  131031: {
    meaning: "the account is locked, or data such as the PIN do not match",
    retry: "final",
    advice: "See the account's status in WhatsApp Manager.",
  },
  131037: {
    meaning: "the display name of the phone number is not approved yet",
    retry: "final",
    advice: "Wait for its approval.",
  },
  131042: {
    meaning: "the account's payment method is missing or was declined",
    retry: "final",
    advice: "Correct the payment method in Business Manager.",
  },
  131044: {
    meaning: "a call cannot be charged: no valid payment method",
    retry: "final",
    advice: "Correct the payment method in Business Manager.",
  },
  131045: { meaning: "the phone number is not registered correctly", retry: "final", advice: "Register it again." },
  131047: {
    meaning: "more than 24 hours have passed since the recipient's last message",
    retry: "final",
    advice: "Send a template message instead.",
  },
  131048: {
    meaning: "the phone number is limited because recipients blocked or reported it",
    retry: "final",
    advice: "See the number's quality in WhatsApp Manager.",
  },
  131049: {
    meaning: "not delivered, to maintain a healthy ecosystem",
    retry: "final",
    advice: "Do not send it again within 24 hours.",
  },
  131050: { meaning: "the recipient has opted out of marketing messages", retry: "final", advice: DO_NOT_REPEAT },
  131051: { meaning: "the message type is not supported", retry: "final", advice: "See the documented types." },
  131052: {
    meaning: "the recipient's media could not be downloaded",
    retry: "final",
    advice: "Ask the recipient to send it another way.",
  },
  131053: {
    meaning: "the media could not be uploaded",
    retry: "final",
    advice: "Check the file's type and size and, for a link, that it is publicly reachable.",
  },
  131056: {
    meaning: "too many messages to one recipient in a short time",
    retry: "limit",
    advice: "Send at most one message per 6 seconds to one recipient.",
    waitMs: 6_000,
  },
  131057: { meaning: "the account is in maintenance", retry: "transient", advice: LATER },
  131062: {
    meaning: "an authentication message was addressed to a business-scoped user id",
    retry: "final",
    advice: "Send it to the recipient's phone number.",
  },
  131063: { meaning: "the message is not eligible for delivery", retry: "final", advice: DETAILS },
  131064: { meaning: "a classification limit was exceeded", retry: "final", advice: DO_NOT_REPEAT },

  // Templates and flows in messages
  132000: {
    meaning: "the number of parameters differs from the template's variables",
    retry: "final",
    advice: PARAMETERS,
  },
  132001: {
    meaning: "the template does not exist in this language, or is not approved",
    retry: "final",
    advice: "Check name and language; a new template is available a short time after its approval.",
  },
  132005: { meaning: "the text with all values is too long", retry: "final", advice: "Shorten the values." },
  132007: { meaning: "the content violates a character or format rule", retry: "final", advice: PARAMETERS },
  132008: { meaning: "the value of a parameter has a wrong format", retry: "final", advice: PARAMETERS },
  132012: { meaning: "a parameter does not have the format of its variable", retry: "final", advice: PARAMETERS },
  132015: {
    meaning: "the template is paused because of low quality",
    retry: "final",
    advice: "Edit it, or wait until the pause ends.",
  },
  132016: {
    meaning: "the template was disabled because of low quality",
    retry: "final",
    advice: "Declare a new version with different content.",
  },
  132018: { meaning: "the template's parameters are invalid", retry: "final", advice: PARAMETERS },
  132021: {
    meaning: "a template of this name exists that was not generated by Direct Send",
    retry: "final",
    advice: "Choose another `template_name` in `direct_send_config`, or send that template by name.",
  },
  132068: { meaning: "the flow is blocked", retry: "final", advice: "Correct the flow." },
  132069: { meaning: "the flow is throttled", retry: "final", advice: "Wait an hour." },
  134011: {
    meaning: "the terms of WhatsApp payments were not accepted",
    retry: "final",
    advice: "Accept them: the details contain the link.",
  },
  135000: { meaning: "generic user error", retry: "final", advice: "Check the request's parameters." },

  // Registration of phone numbers
  133000: {
    meaning: "an earlier deregistration did not finish",
    retry: "final",
    advice: "Deregister the number again, then register it.",
  },
  133004: { meaning: "the server is temporarily unavailable", retry: "transient", advice: LATER },
  133005: { meaning: "the two-step PIN is wrong", retry: "final", advice: "Use the PIN that was set for the number." },
  133006: { meaning: "the phone number is not verified", retry: "final", advice: "Request and confirm a code first." },
  133008: {
    meaning: "too many wrong guesses of the PIN",
    retry: "final",
    advice: "Wait for the time given in the details.",
  },
  133009: {
    meaning: "the PIN was entered too quickly",
    retry: "final",
    advice: "Wait for the time given in the details.",
  },
  133010: { meaning: "the phone number is not registered", retry: "final", advice: "Register the number first." },
  133015: {
    meaning: "the phone number was deleted recently",
    retry: "final",
    advice: "Wait 5 minutes before registering it again.",
  },
  133016: {
    meaning: "too many registrations of this number (10 in 72 hours)",
    retry: "final",
    advice: "Wait 72 hours.",
  },
  136024: { meaning: "the code could not be requested", retry: "final", advice: LATER },
  136025: { meaning: "the verification code is wrong", retry: "final", advice: "Request a new code." },

  137000: {
    meaning: "the recipient's identity has changed: the hash in the message is an old one",
    retry: "final",
    advice: "Confirm the recipient's identity and send the new hash, or send without `recipient_identity_key_hash`.",
  },

  // Calling
  138000: {
    meaning: "calling is not enabled for the phone number",
    retry: "final",
    advice: "Enable calling in the phone number's settings.",
  },
  138001: { meaning: "the recipient cannot receive calls", retry: "final", advice: RECIPIENT },
  138002: { meaning: "too many calls at the same time (1000 per number)", retry: "final", advice: LATER },
  138003: { meaning: "a call with the recipient is in progress", retry: "final", advice: "Wait until it ends." },
  138004: { meaning: "the call could not be connected", retry: "final", advice: LATER },
  138005: { meaning: "too many calls from the phone number", retry: "final", advice: LATER },
  138006: { meaning: "calling is not permitted", retry: "final", advice: PERMIT },
  138007: {
    meaning: "the call was not connected in time",
    retry: "final",
    advice: "Answer the SDP offer sooner, and call again.",
  },
  138009: {
    meaning: "too many requests for permission to call this recipient",
    retry: "final",
    advice: "Wait: a connected call resets the limit.",
  },
  138012: {
    meaning: "too many calls to this recipient within 24 hours",
    retry: "final",
    advice: "Wait for the time given in the details.",
  },
  138013: {
    meaning: "calls to users are not available for the phone number",
    retry: "final",
    advice: "See in which countries WhatsApp offers them.",
  },
  138014: {
    meaning: "calling is temporarily disabled because of low quality",
    retry: "final",
    advice: "See the number's quality in WhatsApp Manager.",
  },
  138015: {
    meaning: "calling cannot be enabled: the messaging limit of the phone number is too low",
    retry: "final",
    advice: "Enable it when the number may message 2000 users.",
  },
  138017: {
    meaning: "the recipient has permitted calls permanently",
    retry: "final",
    advice: "Call without another request for permission.",
  },
  138018: {
    meaning: "calling cannot be enabled: a technical requirement is not met",
    retry: "final",
    advice: "Configure SIP, or subscribe an app to the webhook field `calls`.",
  },
  138019: { meaning: "the recipient's device could not set up the call", retry: "final", advice: LATER },

  // Flows, block list, Direct Send, usernames, insights
  139000: {
    meaning: "blocking or unblocking failed, or the account may not use flows",
    retry: "final",
    advice: "Try again later; for a flow, see the account's quality page in WhatsApp Manager.",
  },
  139001: {
    meaning: "the flow cannot be updated: it is published, or its JSON cannot be processed",
    retry: "final",
    advice: "Clone a published flow and change the clone.",
  },
  139002: {
    meaning: "the flow cannot be published: it is no draft, has errors, or lacks an endpoint, app, key or phone number",
    retry: "final",
    advice: "Correct what the message names; validation errors are in the flow's `validation_errors`.",
  },
  139003: {
    meaning: "the flow cannot be deprecated: it is a draft, or it is deprecated already",
    retry: "final",
    advice: "Delete a draft; a deprecated flow needs nothing.",
  },
  139004: {
    meaning: "the flow cannot be deleted: it is published",
    retry: "final",
    advice: "Deprecate it instead.",
  },
  139100: { meaning: "some users could not be blocked", retry: "final", advice: DETAILS },
  139101: { meaning: "the block list is full", retry: "final", advice: "Unblock other users first." },
  139102: { meaning: "the block list changed at the same time", retry: "final", advice: "Repeat the call." },
  139103: { meaning: "the block list failed", retry: "final", advice: LATER },
  139200: {
    meaning: "messages without a template (Direct Send) are blocked for this account",
    retry: "final",
    advice: "Send an approved template; WhatsApp Manager shows why the account is blocked.",
  },
  147005: {
    meaning: "the username belongs to another phone number of the business portfolio",
    retry: "final",
    advice: "Choose another one, or move it with `transfer_action: force_transfer`.",
  },
  200002: { meaning: "the template could not be created", retry: "final", advice: DETAILS },
  200005: { meaning: "template insights are not available", retry: "final", advice: DETAILS },
  200006: {
    meaning: "template insights cannot be disabled",
    retry: "final",
    advice: "Leave template insights enabled.",
  },
  200007: {
    meaning: "template insights are not enabled",
    retry: "final",
    advice: "Enable them in WhatsApp Manager.",
  },
};

/** Codes and subcodes that WhatsApp uses without a published meaning: known is only what they are about. */
export const UNPUBLISHED: readonly { from: number; to: number; about: string }[] = [
  { from: 138008, to: 138018, about: "calling" },
  { from: 147001, to: 147004, about: "the username of a phone number" },
  { from: 2388109, to: 2388109, about: "templates or phone numbers" },
  { from: 2494164, to: 2494179, about: "phone numbers or messages" },
];

function unpublished(code: number): Explanation | undefined {
  const range = UNPUBLISHED.find(({ from, to }) => code >= from && code <= to);
  return range && { meaning: `an error about ${range.about}; WhatsApp publishes no meaning of ${code}`, advice: TRACE };
}

/** What is known of an error: the texts of its subcode if that is known, otherwise those of its code. */
export function knownErrorOf({ code, subcode }: Pick<WhatsAppErrorInfo, "code" | "subcode">): KnownError | undefined {
  // 200 to 299 are all permission errors.
  const row = WHATSAPP_ERRORS[code >= 200 && code <= 299 ? 200 : code];
  const unknown = row === undefined ? unpublished(code) : undefined;
  const byCode = unknown === undefined ? row : { retry: "final" as const, ...unknown };
  const bySubcode = subcode === undefined ? undefined : (WHATSAPP_SUBCODES[subcode] ?? unpublished(subcode));
  return bySubcode === undefined ? byCode : { retry: "final", ...byCode, ...bySubcode };
}
