import type { FailureKind } from "../retry/failure-kind.ts";
import type { WhatsAppErrorInfo } from "./gateway-error.ts";
import type { KnownError } from "./known-error.ts";
import { MESSAGE_ERRORS } from "./message-errors.ts";
import { NUMBER_ERRORS } from "./number-errors.ts";
import { SUBCODES } from "./template-subcodes.ts";
import { WHATSAPP_ERRORS } from "./whatsapp-errors.ts";

/** What the tables know about an error of WhatsApp: the subcode's entry where there is one, else the code's. */
export function knownErrorOf(error: Pick<WhatsAppErrorInfo, "code" | "subcode">): KnownError | undefined {
  const subcode = error.subcode === undefined ? undefined : SUBCODES[error.subcode];
  if (subcode !== undefined) return { ...subcode, retry: retryOf(error.code) };
  const code = error.code >= 200 && error.code <= 299 ? 200 : error.code;
  return WHATSAPP_ERRORS[code] ?? MESSAGE_ERRORS[code] ?? NUMBER_ERRORS[code];
}

function retryOf(code: number): FailureKind {
  return (WHATSAPP_ERRORS[code] ?? MESSAGE_ERRORS[code])?.retry ?? "final";
}
