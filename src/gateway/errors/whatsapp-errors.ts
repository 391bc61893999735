import { GENERAL_ERRORS } from "./codes/general-errors.ts";
import type { KnownError } from "./codes/known-error.ts";
import { MESSAGE_ERRORS } from "./codes/message-errors.ts";
import { NUMBER_ERRORS } from "./codes/number-errors.ts";
import { SUBCODES } from "./codes/subcodes.ts";
import type { WhatsAppErrorInfo } from "./gateway-error.ts";

/** What is known about WhatsApp's error codes: meaning, whether another try is worth it, advice. */
export const WHATSAPP_ERRORS: Readonly<Record<number, KnownError>> = {
  ...GENERAL_ERRORS,
  ...MESSAGE_ERRORS,
  ...NUMBER_ERRORS,
};

/** The entry of an error: its subcode's text where there is one, its code's otherwise. */
export function knownErrorOf({ code, subcode }: Pick<WhatsAppErrorInfo, "code" | "subcode">): KnownError | undefined {
  // 200 to 299 are all permissions.
  const byCode = WHATSAPP_ERRORS[code >= 200 && code <= 299 ? 200 : code];
  const bySubcode = subcode === undefined ? undefined : SUBCODES[subcode];
  return bySubcode === undefined ? byCode : { retry: "final", ...byCode, ...bySubcode };
}
