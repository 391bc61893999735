import type { MiddlewareHandler } from "hono";
import type { EmulatorEnv, RequestContext } from "../http-env.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { unknownField } from "./errors.ts";
import { type AskedField, askedFields } from "./fields.ts";
import { GraphError } from "./graph-error.ts";
import type { SubCall } from "./sub-calls.ts";

/** What the expansion needs of the Graph API. */
export interface GraphCalls {
  /** Edges that can be read, of any kind of object. */
  edges: ReadonlySet<string>;
  call: SubCall;
  /** Graph's name of the type of the object with that id. */
  typeOf(c: RequestContext, id: string): string;
}

/** Only the fields that braces name: `quality_score{score}`. */
function narrowed(value: Json, inner: string): Json {
  if (Array.isArray(value)) return value.map((entry) => narrowed(entry, inner));
  if (!isObject(value)) return value;
  const names = new Map(askedFields(inner)?.map((field) => [field.name, field.inner]));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => names.has(name))
      .map(([name, entry]) => [name, narrowed(entry, names.get(name) ?? "")]),
  );
}

function edgeQuery({ modifiers, inner }: AskedField): URLSearchParams {
  const query = new URLSearchParams([...modifiers].filter(([name]) => name !== "as"));
  if (inner !== undefined) query.set("fields", inner);
  return query;
}

async function edgeOf(c: RequestContext, graph: GraphCalls, id: string, field: AskedField): Promise<Json> {
  const answer = await graph.call(c, { path: `/${id}/${field.name}?${edgeQuery(field)}`, isNested: true });
  if (answer.ok) return answer.json;
  const { message, code, error_subcode } = answer.error;
  // Objects of another kind have the edge.
  if (error_subcode === 33) throw unknownField(field.name, graph.typeOf(c, id));
  throw new GraphError({ status: answer.status, message: String(message), code: Number(code) });
}

async function expanded(c: RequestContext, graph: GraphCalls, object: Json, fields: AskedField[]): Promise<Json> {
  if (!isObject(object)) return object;
  const result: JsonObject = { ...object };
  for (const field of fields) {
    const { name, modifiers, inner } = field;
    const key = modifiers.get("as") ?? name;
    const value = result[name];
    if (graph.edges.has(name)) {
      if (typeof object.id === "string") result[key] = await edgeOf(c, graph, object.id, field);
    } else if (value !== undefined && inner !== undefined) result[name] = narrowed(value, inner);
  }
  return result;
}

/**
 * Field expansion of reads: edges among the fields, `fields=id,message_templates.limit(2){name}`, and the inner fields of
 * a field, `quality_score{score}`; on one object, and on every object of a list.
 */
export function expandFields(graph: GraphCalls): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const fields = c.req.method === "GET" ? (askedFields(c.req.query("fields")) ?? []) : [];
    const isEdge = ({ name }: AskedField) => graph.edges.has(name);
    if (!fields.some((field) => isEdge(field) || field.inner !== undefined)) return next();
    // The call itself, without edges and inner fields.
    const plain = fields.filter((field) => !isEdge(field)).map(({ text }) => text.replace(/\{.*\}/s, ""));
    const query = new URLSearchParams({ ...c.req.query(), fields: plain.join(",") || "id" });
    const path = c.req.path.replace(/^.*?\/v\d+\.\d+(?=\/|$)/, "");
    const answer = await graph.call(c, { path: `${path}?${query}` });
    if (!answer.ok) return answer.response;
    const { data } = answer.json;
    const body = Array.isArray(data)
      ? { ...answer.json, data: await Promise.all(data.map((item) => expanded(c, graph, item, fields))) }
      : await expanded(c, graph, answer.json, fields);
    return c.json(body, 200, answer.usage);
  };
}
