import { WHATSAPP_APP } from "../../model/connection.ts";
import type { Deadlines } from "../options/gateway-options.ts";
import type { Settings } from "../options/settings.ts";
import { redactedLine } from "../redact.ts";

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
  /** Id of the Maton connection. Proxy calls without one get the default before they are sent. */
  connection?: string | undefined;
  /** Sending it twice has the same effect as sending it once, so it may be repeated after an unclear failure. */
  idempotent: boolean;
  /** Counts against the account's management quota (80008). */
  management?: boolean;
  /** Accepts any 2xx body except a web page, which does not come from the gateway. */
  ignoreBody?: boolean;
  /** WhatsApp codes that are usually worth a retry, but not for this request. */
  finalCodes?: readonly number[];
  deadlines?: Partial<Deadlines>;
  signal?: AbortSignal | undefined;
}

/** Where a request is sent, and its name in messages. */
export interface RequestTarget {
  url: string;
  /** `POST …/message_templates`. */
  title: string;
}

/** The gateway rejects clients without a name. */
export const USER_AGENT = "mycobot (WhatsApp messaging as code)";

export function targetOf(request: GatewayRequest, settings: Settings): RequestTarget {
  const base =
    request.plane === "control" ? settings.controlUrl : `${settings.gatewayUrl}/${WHATSAPP_APP}/${settings.apiVersion}`;
  const path = request.segments.map(encodeSegment).join("/");
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  const search = query.size === 0 ? "" : `?${query}`;
  return { url: `${base}/${path}${search}`, title: `${request.method} …/${shownPath(request)}` };
}

export function requestHeaders(request: GatewayRequest, apiKey: string): Record<string, string> {
  return {
    authorization: `Bearer ${apiKey}`,
    "user-agent": USER_AGENT,
    accept: "application/json",
    ...(request.connection === undefined ? {} : { "maton-connection": request.connection }),
    ...(request.json === undefined ? {} : { "content-type": "application/json" }),
    ...(request.bytes === undefined ? {} : { "content-length": String(request.bytes.length) }),
    ...request.headers,
  };
}

/** Ids of upload sessions (`upload:MTph…==`) keep their colon and equals signs, as in WhatsApp's own samples. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%3A/g, ":").replace(/%3D/g, "=");
}

function shownPath({ plane, segments }: GatewayRequest): string {
  const shown = plane === "control" ? segments.join("/") : (segments.at(-1) ?? "");
  const safe = redactedLine(shown);
  return safe.length > 60 ? `${safe.slice(0, 40)}…` : safe;
}
