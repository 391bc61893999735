import type { EmulatorContext } from "../emulator-context.ts";
import type { RequestContext } from "../http-env.ts";
import { decoded, isObject, type Json, type JsonObject, parseJson, textOf } from "../json.ts";
import { findAccount, findPhone } from "../store/accounts.ts";
import { WHATSAPP_APP } from "../store/connections.ts";
import type { Account, Phone } from "../store/state.ts";
import { invalidParameter, unknownObject } from "./errors.ts";
import { isMultipart, multipartParts } from "./multipart.ts";

function fromPairs(pairs: Iterable<[string, unknown]>): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of pairs) if (typeof value === "string") result[key] = decoded(value) ?? null;
  return result;
}

function jsonBody(text: string): JsonObject {
  let value: Json;
  try {
    value = parseJson(text);
  } catch {
    throw invalidParameter("The request body is not valid JSON.");
  }
  if (!isObject(value)) throw invalidParameter("The request body must be a JSON object.");
  return value;
}

/** A Graph version at the start of a path: its pattern, and the newest major version. The emulator serves all older ones. */
export const VERSION_PATH = "/:version{v[0-9]+\\.[0-9]+}";
export const NEWEST_VERSION = 26;

/** The version of a path without one. Graph takes the app's oldest usable version; the emulator has one for all. */
const DEFAULT_VERSION = "v23.0";

/** A path of the Graph API with a version: its own, or the default one. */
export function versioned(path: string): string {
  return /^\/v\d+\.\d+(\/|$)/.test(path) ? path : `/${DEFAULT_VERSION}${path === "/" ? "" : path}`;
}

/** Where a client that follows a link finds the Graph API: WhatsApp's host behind the gateway; the emulator for direct calls. */
export function graphOrigin(c: RequestContext): string {
  return c.req.path.startsWith(`/${WHATSAPP_APP}/`) ? "https://graph.facebook.com" : new URL(c.req.url).origin;
}

async function bodyParameters(c: RequestContext): Promise<JsonObject> {
  const type = c.req.header("content-type") ?? "";
  if (isMultipart(type)) {
    const parts = await multipartParts(Buffer.from(await c.req.arrayBuffer()), type);
    return fromPairs(
      parts.flatMap(({ name, fileName, bytes }) => (fileName === undefined ? [[name, bytes.toString()]] : [])),
    );
  }
  const text = await c.req.text();
  if (/x-www-form-urlencoded/i.test(type)) return fromPairs(new URLSearchParams(text));
  return text.trim() === "" ? {} : jsonBody(text);
}

/** Parameters of a call: Graph accepts them in the query, in a form and in a JSON body; the body wins. Without the token. */
export async function readParameters(c: RequestContext): Promise<JsonObject> {
  const hasBody = c.req.method !== "GET" && c.req.method !== "HEAD";
  const query = fromPairs(Object.entries(c.req.query()));
  const { access_token, ...parameters } = { ...query, ...(hasBody ? await bodyParameters(c) : {}) };
  return parameters;
}

/** The token in the query, in a form or in a JSON body; undefined without one. */
export async function tokenParameter(c: RequestContext): Promise<string | undefined> {
  const inQuery = c.req.query("access_token");
  if (inQuery || c.req.method === "GET") return inQuery;
  try {
    return textOf((await bodyParameters(c)).access_token);
  } catch {
    // A body that cannot be read has no token either.
    return undefined;
  }
}

/** The major version in the path: 21 of "v21.0". */
export function graphVersion(c: RequestContext): number {
  return Number.parseInt(c.req.param("version")?.slice(1) ?? "", 10);
}

/** The id in the path. */
export function nodeId(c: RequestContext): string {
  return c.req.param("id") ?? "";
}

/** The account in the path; throws 100/33 for an unknown id. */
export function accountInPath(emulator: EmulatorContext, c: RequestContext): Account {
  const account = findAccount(emulator.state, nodeId(c));
  if (account === undefined) throw unknownObject(c.req.method, nodeId(c));
  return account;
}

/** The phone number in the path; throws 100/33 for an unknown id. */
export function phoneInPath(emulator: EmulatorContext, c: RequestContext): Phone {
  const phone = findPhone(emulator.state, nodeId(c));
  if (phone === undefined) throw unknownObject(c.req.method, nodeId(c));
  return phone;
}
