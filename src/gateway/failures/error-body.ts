import { parseJson } from "../../model/text/json.ts";
import { isJsonObject, type JsonObject } from "../http/json.ts";
import { knownErrorOf } from "./whatsapp-codes.ts";

/** The fields of an error body, Maton's or WhatsApp's, nested or flat. */
export interface ErrorBody {
  message: string | undefined;
  type: string | undefined;
  code: number | undefined;
  subcode: number | undefined;
  transient: boolean;
  userTitle: string | undefined;
  userMessage: string | undefined;
  details: string | undefined;
  fbtraceId: string | undefined;
  traceId: string | undefined;
}

/**
 * Reads `{"error": {…}}`, `{"error": "text"}` and the flat `{"message", "type", "code"}`.
 * Undefined for any other text.
 */
export function errorBodyOf(text: string | undefined): ErrorBody | undefined {
  const body = jsonObject(text);
  if (body === undefined) return undefined;
  const nested = body.error;
  const error = typeof nested === "string" ? { ...body, message: nested } : (objectOf(nested) ?? body);
  const data = objectOf(error.error_data);
  const read: ErrorBody = {
    message: textOf(error.message),
    type: textOf(error.type),
    code: numberOf(error.code),
    subcode: numberOf(error.error_subcode),
    transient: error.is_transient === true,
    userTitle: textOf(error.error_user_title),
    userMessage: textOf(error.error_user_msg),
    details: textOf(data?.details),
    fbtraceId: textOf(error.fbtrace_id),
    traceId: textOf(error.trace_id) ?? textOf(body.trace_id),
  };
  return read.message === undefined && read.code === undefined ? undefined : read;
}

/**
 * Whether the error is WhatsApp's. WhatsApp's errors have the Graph API's types and trace ids; Maton's have neither, and their
 * `code` is the HTTP status. An error without any of these marks is WhatsApp's if its code is one of WhatsApp's.
 */
export function isWhatsAppError(error: ErrorBody, status: number): boolean {
  if (error.code === undefined) return false;
  const marked = error.fbtraceId !== undefined || error.subcode !== undefined || /Exception$/.test(error.type ?? "");
  return marked || (error.code !== status && knownErrorOf({ code: error.code }) !== undefined);
}

function jsonObject(text: string | undefined): JsonObject | undefined {
  try {
    return objectOf(parseJson(text ?? ""));
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
