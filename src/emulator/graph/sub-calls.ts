import type { MiddlewareHandler } from "hono";
import type { EmulatorApp, EmulatorEnv, RequestContext } from "../http-env.ts";
import {
  isObject,
  type Json,
  type JsonObject,
  listOf,
  objectOf,
  parseJson,
  textOf,
  textsOf,
  upperOf,
} from "../json.ts";
import { invalidParameter, missingParameter } from "./errors.ts";
import { GraphError } from "./graph-error.ts";
import { graphOrigin, readParameters } from "./request.ts";

/** A call that another call contains. */
interface SubRequest {
  /** Path and query; with a version of its own, or with the version of the outer call. */
  path: string;
  method?: string;
  body?: string;
  type?: string;
  /** Whether the outer call has been counted for both. */
  isNested?: boolean;
}

interface SubAnswer {
  ok: boolean;
  status: number;
  /** The body; an empty object for an answer without one. */
  json: JsonObject;
  /** The error in the body, if any. */
  error: JsonObject;
  /** The headers that tell how much of a quota is used. */
  usage: Record<string, string>;
  response: Response;
}

export type SubCall = (c: RequestContext, request: SubRequest) => Promise<SubAnswer>;

const USAGE = "x-business-use-case-usage";

/** Calls within calls, answered by the app itself. */
export function subCalls(app: EmulatorApp): SubCall {
  return async (c, { path, method = "GET", body, type, isNested = false }) => {
    const version = /^\/v\d+\.\d+\//.test(path) ? "" : `/${c.req.param("version")}`;
    const request = new Request(`${graphOrigin(c)}${version}${path}`, {
      method,
      ...(body === undefined || method === "GET" ? {} : { body, headers: { "content-type": type ?? "" } }),
    });
    const response = await app.fetch(request, { ...c.env, isNested });
    const text = await response.clone().text();
    const parsed: Json = /json/.test(response.headers.get("content-type") ?? "") ? parseJson(text) : {};
    const used = response.headers.get(USAGE);
    return {
      ok: response.ok,
      status: response.status,
      json: objectOf(parsed),
      error: objectOf(objectOf(parsed).error),
      usage: used === null ? {} : { [USAGE]: used },
      response,
    };
  };
}

const MAX_IDS = 50;

/** `GET /?ids=A,B` (or a JSON list) reads several objects at once, and `GET /{edge}?ids=A,B` one edge of each: `{A: …, B: …}`. */
export function readSeveral(call: SubCall): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const { ids: named, ...rest } = c.req.query();
    if (c.req.method !== "GET" || named === undefined) return next();
    const ids = named.startsWith("[") ? textsOf(named) : named.split(",").map((id) => id.trim());
    if (ids.includes("")) throw invalidParameter("Param ids must be a list of ids.");
    if (ids.length > MAX_IDS) throw invalidParameter(`Too many IDs. Maximum: ${MAX_IDS}. Provided: ${ids.length}.`);
    const edge = c.req.path.replace(/^.*?\/v\d+\.\d+(?=\/|$)/, "").replace(/\/$/, "");
    const found: JsonObject = {};
    for (const id of ids) {
      const answer = await call(c, { path: `/${id}${edge}?${new URLSearchParams(rest)}` });
      if (!answer.ok) return answer.response;
      found[id] = answer.json;
    }
    return c.json(found);
  };
}

const MAX_CALLS = 50;
const METHODS = ["GET", "POST", "PUT", "DELETE"];

function batchError(message: string): GraphError {
  return new GraphError({ message, code: 100 });
}

/** The calls of a batch. What the emulator cannot do in one is refused, not ignored. */
function batchRequest(entry: Json): SubRequest {
  if (!isObject(entry)) throw batchError("(#100) Each entry of the batch must be a JSON object.");
  const { relative_url: url, body, attached_files: files } = entry;
  const method = upperOf(entry.method ?? "GET");
  if (typeof url !== "string" || url === "") throw missingParameter("relative_url");
  if (!METHODS.includes(method)) throw batchError(`(#100) Unsupported method in the batch: ${method}`);
  if (files !== undefined) throw batchError("(#100) The emulator does not take attached_files in a batch.");
  const text = isObject(body) ? JSON.stringify(body) : textOf(body);
  if (`${url}${text ?? ""}`.includes("{result="))
    throw batchError("(#100) The emulator does not resolve {result=…} in a batch.");
  const type = /^\s*\{/.test(text ?? "") ? "application/json" : "application/x-www-form-urlencoded";
  return { path: `/${url.replace(/^\//, "")}`, method, type, ...(text === undefined ? {} : { body: text }) };
}

async function batchAnswer(c: RequestContext, call: SubCall, entry: Json, hasHeaders: boolean): Promise<JsonObject> {
  let response: Response;
  try {
    response = (await call(c, batchRequest(entry))).response;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    response = Response.json(error.body(), { status: error.status });
  }
  const headers = [...response.headers].map(([name, value]) => ({ name, value }));
  return { code: response.status, ...(hasHeaders ? { headers } : {}), body: await response.text() };
}

/** `POST /` with `batch`: up to 50 calls, one after the other; each answer has its own code, headers and body as text. */
export function batchRoute(app: EmulatorApp, call: SubCall): void {
  app.post("/", async (c) => {
    const { batch, include_headers: headers = true } = await readParameters(c);
    if (batch === undefined) throw missingParameter("batch");
    if (!Array.isArray(batch)) throw batchError("(#100) Param batch must be an array.");
    if (batch.length > MAX_CALLS) {
      throw batchError(`(#100) Too many requests in batch message. Maximum batch size is ${MAX_CALLS}`);
    }
    const answers: JsonObject[] = [];
    for (const entry of listOf(batch)) answers.push(await batchAnswer(c, call, entry, String(headers) !== "false"));
    return c.json(answers);
  });
}
