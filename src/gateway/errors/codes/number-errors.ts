import type { KnownError } from "./known-error.ts";

/** Registration of phone numbers, calling, block list and insights. Sources: as for {@link GENERAL_ERRORS}. */
export const NUMBER_ERRORS: Readonly<Record<number, KnownError>> = {
  133000: {
    meaning: "an earlier deregistration did not finish",
    retry: "final",
    advice: "Deregister the number again, then register it.",
  },
  133004: { meaning: "the server is temporarily unavailable", retry: "transient", advice: "Try again later." },
  133005: { meaning: "the two-step PIN is wrong", retry: "final", advice: "Use the PIN that was set for the number." },
  133006: { meaning: "the phone number is not verified", retry: "final", advice: "Request and confirm a code first." },
  133008: {
    meaning: "too many wrong guesses of the PIN",
    retry: "final",
    advice: "Wait as long as the details say.",
  },
  133009: { meaning: "the PIN was guessed too fast", retry: "final", advice: "Wait as long as the details say." },
  133010: { meaning: "the phone number is not registered", retry: "final", advice: "Register the number first." },
  133015: {
    meaning: "the phone number was deleted a moment ago",
    retry: "final",
    advice: "Wait 5 minutes before registering it again.",
  },
  133016: {
    meaning: "too many registrations of this number (10 in 72 hours)",
    retry: "final",
    advice: "Wait 72 hours.",
  },
  136024: { meaning: "the code could not be requested", retry: "final", advice: "Try again later." },
  136025: { meaning: "the verification code is wrong", retry: "final", advice: "Request a new code." },
  138006: { meaning: "calling is not permitted", retry: "final", advice: "Ask the person for the permission to call." },
  139000: { meaning: "blocking or unblocking failed", retry: "final", advice: "Try again later." },
  139100: { meaning: "not all users could be blocked", retry: "final", advice: "See the details." },
  139101: { meaning: "the block list is full", retry: "final", advice: "Unblock others first." },
  139102: { meaning: "the block list changed at the same time", retry: "final", advice: "Repeat the call." },
  139103: { meaning: "the block list failed", retry: "final", advice: "Try again later." },
  139200: {
    meaning: "messages without a template (Direct Send) are blocked for this account",
    retry: "final",
    advice: "Send an approved template; WhatsApp Manager shows why the account is blocked.",
  },
  200002: { meaning: "the template could not be created", retry: "final", advice: "See the details." },
  200005: { meaning: "template insights are not available", retry: "final", advice: "See the details." },
  200006: {
    meaning: "template insights cannot be switched off again",
    retry: "final",
    advice: "Leave them switched on.",
  },
  200007: {
    meaning: "template insights are not switched on",
    retry: "final",
    advice: "Switch them on in WhatsApp Manager.",
  },
};
