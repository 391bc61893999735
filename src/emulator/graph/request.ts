import type { EmulatorContext } from "../emulator-context.ts";
import type { RequestContext } from "../http-env.ts";
import { decoded, isObject, type Json, type JsonObject } from "../json.ts";
import { findAccount, findPhone } from "../store/accounts.ts";
import type { Account, Phone } from "../store/state.ts";
import { invalidParameter, unknownObject } from "./errors.ts";

function fromPairs(pairs: Iterable<[string, unknown]>): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of pairs) if (typeof value === "string") result[key] = decoded(value) ?? null;
  return result;
}

function jsonBody(text: string): JsonObject {
  let value: Json;
  try {
    // JSON.parse returns any; its result is Json by definition
    value = JSON.parse(text) as Json;
  } catch {
    throw invalidParameter("The request body is not valid JSON.");
  }
  if (!isObject(value)) throw invalidParameter("The request body must be a JSON object.");
  return value;
}

/** A Graph version at the start of a path: its pattern, and the newest major version. The emulator serves all older ones. */
export const VERSION_PATH = "/:version{v[0-9]+\\.[0-9]+}";
export const NEWEST_VERSION = 26;

/** Parameters of a call: Graph accepts them in the query, in a form and in a JSON body; the body wins. */
export async function readParameters(c: RequestContext): Promise<JsonObject> {
  const query = fromPairs(Object.entries(c.req.query()));
  if (c.req.method === "GET" || c.req.method === "HEAD") return query;
  const type = c.req.header("content-type") ?? "";
  if (/multipart\/form-data|x-www-form-urlencoded/.test(type))
    return { ...query, ...fromPairs(Object.entries(await c.req.parseBody())) };
  const text = await c.req.text();
  return text.trim() === "" ? query : { ...query, ...jsonBody(text) };
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
