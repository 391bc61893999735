import { z } from "zod";
import { list, mapOf, shown, text } from "../shape/schema.ts";
import { templates } from "../templates/template.ts";
import { account, connections } from "./account.ts";
import { profiles } from "./profiles.ts";
import { settings } from "./settings.ts";

function base(description: string) {
  return text({ description, example: "base.yaml" });
}

const extended = shown(
  z.union([
    base("A file."),
    list(base("A file."), {
      description: "Files. Later ones override earlier ones.",
      example: ["base.yaml"],
    }),
  ]),
  {
    description:
      "The file or files that this one extends. Maps merge by key, lists and scalars are replaced, null removes a key.",
    example: "base.yaml",
  },
);

const values = mapOf(
  shown(z.union([z.string(), z.number(), z.boolean()]), {
    description: "A value.",
    example: "https://example.com",
  }),
  {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the stack file's syntax
    description: "Values for ${name} in any text. $${ is a literal ${.",
    example: { shop_url: "https://example.com" },
  },
);

/** The schema of a stack file after merging. */
export const stackFile = z
  .strictObject({
    extends: extended.optional(),
    account,
    values: values.optional(),
    settings: settings.optional(),
    connections: connections.optional(),
    profiles: profiles.optional(),
    templates: templates.optional(),
  })
  .meta({ title: "Mycobot stack file", description: "One environment of a WhatsApp Business account." });

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
