import type { KnownError } from "./known-error.ts";

const RECONNECT = "Make a new connection (`mycobot connections create`), open its URL and use its id.";
const PERMISSION =
  "Check that the person who opened the connection's URL has the permission on this account, and that all boxes were ticked; make a new connection otherwise.";
const SLOWER = "Send fewer requests: other programs use the same account.";

/**
 * WhatsApp's error codes (`error.code`). Source: Meta's error code page (copy of September 2026), and recorded answers where
 * the page is silent. HTTP statuses vary for one code; the code decides.
 */
export const GENERAL_ERRORS: Readonly<Record<number, KnownError>> = {
  0: { meaning: "WhatsApp could not authenticate the connection", retry: "final", advice: RECONNECT },
  1: {
    meaning: "unknown error or invalid request",
    retry: "unclear",
    advice: "Read back before repeating: the request may have taken effect.",
  },
  2: { meaning: "temporary outage of the service", retry: "transient", advice: "Try again later." },
  3: { meaning: "the connection's app may not do this", retry: "final", advice: PERMISSION },
  4: { meaning: "too many calls of the connection's app", retry: "limit", advice: SLOWER, waitMs: 2_000 },
  10: { meaning: "the permission is missing or was withdrawn", retry: "final", advice: PERMISSION },
  17: { meaning: "too many calls of the connection's user", retry: "limit", advice: SLOWER, waitMs: 2_000 },
  32: { meaning: "too many calls for the page", retry: "limit", advice: SLOWER, waitMs: 2_000 },
  33: { meaning: "the business phone number was deleted", retry: "final", advice: "Check the phone number's id." },
  100: {
    meaning: "a parameter is wrong or not supported",
    retry: "final",
    advice: "Correct the parameter that the message names.",
  },
  104: { meaning: "the upstream token is missing", retry: "final", advice: RECONNECT },
  190: { meaning: "the connection's grant has expired or was withdrawn", retry: "final", advice: RECONNECT },
  192: {
    meaning: "a phone number in a button is not valid",
    retry: "final",
    advice: "Write it with country code, digits only.",
  },
  200: { meaning: "the permission is missing", retry: "final", advice: PERMISSION },
  368: {
    meaning: "the account is restricted for a policy violation",
    retry: "final",
    advice: "See the account's quality page in WhatsApp Manager.",
  },
  613: { meaning: "a rate limit was reached", retry: "limit", advice: SLOWER, waitMs: 2_000 },
  803: { meaning: "the object does not exist", retry: "final", advice: "Check the id." },
  80007: { meaning: "the account's rate limit was reached", retry: "limit", advice: SLOWER, waitMs: 5_000 },
  80008: {
    meaning: "too many management calls to this WhatsApp Business account (200 per hour)",
    retry: "final",
    advice: "Wait until the quota recovers, usually 30 to 40 minutes: every further call makes it last longer.",
  },
  130403: { meaning: "the message was refused", retry: "final", advice: "See the details." },
  130429: { meaning: "the phone number's throughput was reached", retry: "limit", advice: SLOWER, waitMs: 1_000 },
  130472: {
    meaning: "the recipient is part of an experiment and gets no marketing messages",
    retry: "final",
    advice: "Do not repeat the message.",
  },
  130497: {
    meaning: "the account may not message people in this country",
    retry: "final",
    advice: "See WhatsApp's rules for your kind of business.",
  },
  2494100: { meaning: "the phone number is in maintenance", retry: "transient", advice: "Try again later." },
};
