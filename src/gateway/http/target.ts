import type { Settings } from "../options/settings.ts";
import { redactedLine } from "../redact/index.ts";
import type { GatewayRequest, Target } from "./gateway-request.ts";

/** The app's name in the gateway's paths, and in connections. */
export const WHATSAPP_APP = "whatsapp-business";

export function targetOf(request: GatewayRequest, settings: Settings): Target {
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

/** Upload sessions (`upload:MTph…==`) keep their colon and equals signs: WhatsApp's own samples send them so. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%3A/g, ":").replace(/%3D/g, "=");
}

function shownPath({ plane, segments }: GatewayRequest): string {
  const shown = plane === "control" ? segments.join("/") : (segments.at(-1) ?? "");
  const safe = redactedLine(shown);
  return safe.length > 60 ? `${safe.slice(0, 40)}…` : safe;
}
