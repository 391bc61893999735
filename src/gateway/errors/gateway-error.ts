import { type ErrorCode, type ErrorDetails, MycobotError } from "../../errors/index.ts";
import { redact } from "../redact.ts";

/** The `error` object of a WhatsApp (Graph API) answer. */
export interface WhatsAppErrorInfo {
  code: number;
  subcode?: number;
  /** `error_user_title`: in the language of the account's user; do not compare it. */
  title?: string;
  /** `error_user_msg`, or `error_data.details`. */
  details?: string;
  fbtraceId?: string;
}

export interface GatewayErrorDetails extends ErrorDetails {
  method: string;
  /** Id of the request's connection. */
  connection?: string | undefined;
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
 * Codes: `MYCO_KEY_REFUSED` (Maton's 401) · `MYCO_CONNECTION_UNKNOWN` (Maton's 404) · `MYCO_CONNECTION_NOT_ACTIVE` (Maton's 400:
 * no active connection) · `MYCO_RATE_LIMITED` (429, or one of WhatsApp's rate codes) · `MYCO_QUOTA_EXHAUSTED` (80008) ·
 * `MYCO_TEMPLATE_EXISTS`, `_LOCKED`, `_NOT_EDITABLE`, `_GENERATED`, `_UNKNOWN` (states of a template) · `MYCO_WHATSAPP_ERROR` (any other WhatsApp error) · `MYCO_GATEWAY_ERROR` (any other Maton error) · `MYCO_GATEWAY_RESPONSE`
 * (not the JSON that the API promises) · `MYCO_GATEWAY_UNREACHABLE` · `MYCO_GATEWAY_TIMEOUT` · `MYCO_INTERRUPTED`.
 */
export class GatewayError extends MycobotError {
  readonly method: string;
  /** Id of the request's connection. */
  readonly connection: string | undefined;
  /** Without secrets. */
  readonly url: string;
  /** The HTTP status; undefined when no response was received. */
  readonly status: number | undefined;
  /** Set for WhatsApp's errors. */
  readonly whatsapp: WhatsAppErrorInfo | undefined;
  /** Set for Maton's errors. */
  readonly maton: { traceId?: string } | undefined;
  /** True when the request may have taken effect: check the current state before sending it again. */
  readonly ambiguous: boolean;
  /** The wait that the server asks for. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, details: GatewayErrorDetails) {
    const { hint, where, cause } = details;
    super(code, redact(message), {
      ...(hint === undefined ? {} : { hint: redact(hint) }),
      ...(where === undefined ? {} : { where }),
      ...(cause === undefined ? {} : { cause }),
    });
    this.method = details.method;
    this.connection = details.connection;
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
