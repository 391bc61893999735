import { hexToken } from "../ids.ts";
import type { JsonObject } from "../json.ts";

const REASONS: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  413: "Payload Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
};

export interface MatonErrorShape {
  nested: boolean;
  traceId: boolean;
}

/** An error of the gateway itself: `code` is the HTTP status, `type` its reason phrase, and there is no fbtrace_id. */
export class MatonError extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }

  body(shape: MatonErrorShape): JsonObject {
    const inner: JsonObject = { message: this.message, type: REASONS[this.status] ?? "Error", code: this.status };
    if (shape.traceId) inner.trace_id = hexToken();
    return shape.nested ? { error: inner } : inner;
  }
}
