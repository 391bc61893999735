import { z } from "zod";
import { stackFile } from "./sections/stack-file.ts";

type Json = { [key: string]: unknown };

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The JSON Schema (draft 2020-12) of stack files, for editors.
 *
 * A file may extend another one, so where maps merge no key is required and null, which removes a key, is always valid.
 */
export function stackJsonSchema(): object {
  return mergeable(z.toJSONSchema(stackFile, { target: "draft-2020-12", io: "input" }));
}

function mergeable(schema: Json): Json {
  const { required: _required, minProperties: _minProperties, maxProperties: _maxProperties, ...open } = schema;
  const result: Json = { ...open };
  if (isJson(open.properties)) {
    result.properties = Object.fromEntries(
      Object.entries(open.properties).map(([key, value]) => [key, nullable(value)]),
    );
  }
  if (isJson(open.additionalProperties)) result.additionalProperties = nullable(open.additionalProperties);
  // Named schemas are used only where maps merge. null is part of each, so that editors show its own errors.
  if (isJson(open.$defs)) {
    result.$defs = Object.fromEntries(Object.entries(open.$defs).map(([key, value]) => [key, nullable(value)]));
  }
  if (Array.isArray(open.anyOf)) result.anyOf = open.anyOf.map((one: unknown) => (isJson(one) ? mergeable(one) : one));
  return result;
}

function nullable(value: unknown): unknown {
  if (!isJson(value)) return value;
  const schema = mergeable(value);
  if (Array.isArray(schema.anyOf)) return { ...schema, anyOf: [...schema.anyOf, { type: "null" }] };
  if (Array.isArray(schema.enum)) return { ...schema, type: [schema.type, "null"], enum: [...schema.enum, null] };
  return typeof schema.type === "string" ? { ...schema, type: [schema.type, "null"] } : schema;
}
