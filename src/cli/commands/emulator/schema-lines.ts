import { z } from "zod";
import { wrap } from "../../output/wrap.ts";

/** The part of JSON Schema that help can show. */
interface Schema {
  type?: string | undefined;
  description?: string | undefined;
  default?: unknown;
  const?: unknown;
  enum?: unknown[] | undefined;
  anyOf?: Schema[] | undefined;
  properties?: Record<string, Schema> | undefined;
  items?: Schema | undefined;
}

const schemaOf: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    description: z.string().optional(),
    default: z.unknown().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(schemaOf).optional(),
    properties: z.record(z.string(), schemaOf).optional(),
    items: schemaOf.optional(),
  }),
);

const WIDTH = 76;

function kind(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf !== undefined) return schema.anyOf.map(kind).join(" | ");
  if (schema.properties !== undefined) return `{ ${Object.keys(schema.properties).join(", ")} }`;
  return schema.type ?? "any JSON";
}

function propertyLines(name: string, schema: Schema, indent: string): string[] {
  const inner = schema.items ?? schema;
  if (inner.properties !== undefined) {
    const list = schema.items === undefined ? "" : " (list of)";
    return [`${indent}${name}${list}:`, ...linesOf(inner.properties, `${indent}  `)];
  }
  const defaultText = schema.default === undefined ? "" : `, default ${JSON.stringify(schema.default)}`;
  const head = `${indent}${name}: ${kind(schema)}${defaultText}`;
  return [
    head,
    ...(schema.description === undefined ? [] : wrap(schema.description, WIDTH, `${indent}    `).split("\n")),
  ];
}

function linesOf(properties: Record<string, Schema>, indent: string): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => propertyLines(name, schema, indent));
}

/** The JSON Schema of an object as lines of help: name, type, default and description of each key. */
export function schemaLines(jsonSchema: unknown): string[] {
  return linesOf(schemaOf.parse(jsonSchema).properties ?? {}, "");
}
