import type { RequestContext } from "../http-env.ts";
import { decoded, isObject, type Json, type JsonObject } from "../json.ts";
import { invalidParameter } from "./errors.ts";

function fromPairs(pairs: Iterable<[string, unknown]>): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of pairs) if (typeof value === "string") result[key] = decoded(value) ?? null;
  return result;
}

function jsonBody(text: string): JsonObject {
  let value: Json;
  try {
    // JSON.parse gives any; what it parsed is Json by definition
    value = JSON.parse(text) as Json;
  } catch {
    throw invalidParameter("The request body is not valid JSON.");
  }
  if (!isObject(value)) throw invalidParameter("The request body must be a JSON object.");
  return value;
}

/** Parameters of a call: Graph takes them from the query, from a form and from a JSON body alike; the body wins. */
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
