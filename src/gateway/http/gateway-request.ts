import type { Deadlines } from "../options/deadlines.ts";

/** One call, as the files of `api/` describe it. */
export interface GatewayRequest {
  method: "GET" | "POST" | "DELETE";
  /** `proxy`: WhatsApp behind the gateway, below app and version. `control`: Maton's own endpoints. */
  plane: "proxy" | "control";
  /** Unencoded; each becomes one segment of the path, whatever it contains. */
  segments: readonly string[];
  /** Undefined values are left out. */
  query?: Readonly<Record<string, string | number | undefined>>;
  json?: unknown;
  /** Opened anew for each try. */
  bytes?: { length: number; open(): Uint8Array | AsyncIterable<Uint8Array> };
  headers?: Readonly<Record<string, string>>;
  /** Id of the Maton connection; every proxy call has one. */
  connection?: string;
  /** Sending it twice does what sending it once does, so that an unclear failure may be repeated. */
  idempotent: boolean;
  /** Counts against the account's management quota (80008). */
  management?: boolean;
  /** Any 2xx will do, whatever its body, unless it is a web page: then something else has answered. */
  ignoreBody?: boolean;
  /** WhatsApp codes that are usually worth another try, but not on this edge. */
  finalCodes?: readonly number[];
  deadlines?: Partial<Deadlines>;
  signal?: AbortSignal | undefined;
}

/** Where a request goes, and how messages name it. */
export interface Target {
  url: string;
  /** `POST …/message_templates`. */
  title: string;
}
