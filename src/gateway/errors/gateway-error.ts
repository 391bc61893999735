import { type ErrorCode, type ErrorDetails, MycobotError } from "../../errors/index.ts";
import { redact } from "../redact/index.ts";

/** What WhatsApp (the Graph API) said in its `error` object. */
export interface WhatsAppErrorInfo {
  code: number;
  subcode?: number;
  /** `error_user_title`: in the language of the account's user, never to be compared. */
  title?: string;
  /** `error_user_msg`, or `error_data.details`. */
  details?: string;
  fbtraceId?: string;
}

export interface GatewayErrorDetails extends ErrorDetails {
  method: string;
  /** Redacted by the constructor. */
  url: string;
  status?: number | undefined;
  whatsapp?: WhatsAppErrorInfo | undefined;
  maton?: { traceId?: string } | undefined;
  ambiguous?: boolean;
  retryAfterMs?: number | undefined;
}

/**
 * A call to the gateway that failed.
 *
 * Codes: `MYCO_KEY_REFUSED` (401 of Maton) · `MYCO_CONNECTION_UNKNOWN` (404 of Maton) · `MYCO_CONNECTION_NOT_ACTIVE` (400 of Maton:
 * no active connection) · `MYCO_RATE_LIMITED` (429, or one of WhatsApp's rate codes) · `MYCO_QUOTA_EXHAUSTED` (80008) ·
 * `MYCO_WHATSAPP_ERROR` (any other error of WhatsApp) · `MYCO_GATEWAY_ERROR` (any other error of Maton) ·
 * `MYCO_GATEWAY_RESPONSE` (not the JSON that the API promises) · `MYCO_GATEWAY_UNREACHABLE` · `MYCO_GATEWAY_TIMEOUT` · `MYCO_INTERRUPTED`.
 */
export class GatewayError extends MycobotError {
  readonly method: string;
  /** Without secrets. */
  readonly url: string;
  /** The HTTP status; undefined when no response came. */
  readonly status: number | undefined;
  /** Set when the error is WhatsApp's. */
  readonly whatsapp: WhatsAppErrorInfo | undefined;
  /** Set when the error is Maton's. */
  readonly maton: { traceId?: string } | undefined;
  /** True when the request may have taken effect all the same: read back before sending it again. */
  readonly ambiguous: boolean;
  /** How long the server asked to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, details: GatewayErrorDetails) {
    const { hint, where, cause } = details;
    super(code, redact(message), {
      ...(hint === undefined ? {} : { hint: redact(hint) }),
      ...(where === undefined ? {} : { where }),
      ...(cause === undefined ? {} : { cause }),
    });
    this.method = details.method;
    this.url = redact(details.url);
    this.status = details.status;
    this.whatsapp = details.whatsapp;
    this.maton = details.maton;
    this.ambiguous = details.ambiguous ?? false;
    this.retryAfterMs = details.retryAfterMs;
  }
}

export function isGatewayError(value: unknown): value is GatewayError {
  return value instanceof GatewayError;
}
