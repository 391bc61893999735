import type { CommandDetails } from "./details.ts";

/** What every command that sends requests can end with. */
export const REQUEST_EXIT_CODES = {
  1: "the gateway or WhatsApp refused, or could not be reached",
  3: "usage, a missing or malformed id, or a wrong connection",
  4: "API key refused or missing",
  5: "rate or quota exhausted",
  130: "interrupted",
} as const satisfies CommandDetails["exitCodes"];
