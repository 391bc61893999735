import type { RequestContext } from "../http-env.ts";
import { type Json, type JsonObject, numberOf } from "../json.ts";
import { WHATSAPP_APP } from "../store/connections.ts";
import { invalidParameter } from "./errors.ts";
import { graphOrigin } from "./request.ts";

const DEFAULT_LIMIT = 25;
const FAKE_TOKEN = "EAAFAKEaccessTokenOfTheGatewayNeverFollowThisUrl";

/** WhatsApp's cursor of a position: 0 → "MAZDZD", 24 → "MjQZD" (recorded). */
function cursorOf(index: number): string {
  return Buffer.from(String(index)).toString("base64").replaceAll("=", "ZD");
}

function indexOf(cursor: Json): number {
  const position = Buffer.from(String(cursor).replace(/(ZD)+$/, ""), "base64").toString();
  if (!/^\d+$/.test(position)) throw invalidParameter("Invalid cursors values.");
  return Number(position);
}

function limitOf(value: Json | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  const limit = numberOf(value);
  if (limit === undefined || limit < 1)
    throw invalidParameter("Param limit must be an integer greater than or equal to 1");
  return limit;
}

function upstreamUrl(c: RequestContext, changes: Record<string, string>): string {
  const proxied = `/${WHATSAPP_APP}/`;
  const path = c.req.path.startsWith(proxied) ? c.req.path.slice(proxied.length - 1) : c.req.path;
  const url = new URL(`${graphOrigin(c)}${path}?access_token=${FAKE_TOKEN}`);
  for (const [key, value] of Object.entries({ ...c.req.query(), ...changes })) {
    if (key !== "after" && key !== "before" && key !== "access_token") url.searchParams.set(key, value);
  }
  for (const key of ["after", "before"]) if (changes[key] !== undefined) url.searchParams.set(key, changes[key]);
  return url.href;
}

/**
 * One page of a list, by `limit`, `after` and `before` of the query. Every page with items has cursors, the last one
 * included; `next` and `previous` are absolute URLs that contain an access token.
 */
export function paged<Item>(
  c: RequestContext,
  items: readonly Item[],
  view: (item: Item, index: number) => JsonObject,
): JsonObject {
  const { after, before, limit: asked } = c.req.query();
  const limit = limitOf(asked, DEFAULT_LIMIT);
  const end = before === undefined ? items.length : Math.min(indexOf(before), items.length);
  const start = before === undefined ? (after === undefined ? 0 : indexOf(after) + 1) : Math.max(0, end - limit);
  const data = items.slice(start, Math.min(end, start + limit)).map((item, index) => view(item, start + index));
  if (data.length === 0) return { data };
  const last = start + data.length - 1;
  const paging: JsonObject = { cursors: { before: cursorOf(start), after: cursorOf(last) } };
  if (last + 1 < items.length) paging.next = upstreamUrl(c, { limit: String(limit), after: cursorOf(last) });
  if (start > 0) paging.previous = upstreamUrl(c, { limit: String(limit), before: cursorOf(start) });
  return { data, paging };
}
