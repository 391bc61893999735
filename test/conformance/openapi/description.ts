import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import type { Json, JsonObject } from "../../../src/emulator/json.ts";

const FILE = join(import.meta.dirname, "../../fixtures/openapi/business-messaging-api.yaml");

interface Media {
  schema?: JsonObject;
  examples?: Record<string, { value: Json }>;
}

interface Operation {
  parameters?: { name: string; required?: boolean; example: Json }[];
  requestBody?: { content: Record<string, Media> };
  responses?: { 200: { content?: Record<string, Media> } };
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: JsonObject };
}

/** A request that the description shows for an operation. */
export interface Example {
  /** `POST /{Phone-Number-ID}/messages`. */
  operation: string;
  method: string;
  path: string;
  /** The name of the example in the description, or how the parameters are given. */
  name: string;
  query: JsonObject;
  body?: { type: string; value: Json };
}

// The file has this shape: reduce.mjs writes it.
const description = parse(readFileSync(FILE, "utf8")) as Description;

/** Cursors in the description belong to no list here. */
const CURSORS = ["after", "before"];

function examplesOf(path: string, method: string, operation: Operation): Example[] {
  const base = { operation: `${method.toUpperCase()} ${path.replace("/{Version}", "")}`, method, path, query: {} };
  const bodies = Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, { examples = {} }]) =>
    Object.entries(examples).map(([name, { value }]) => ({ ...base, name, body: { type, value } })),
  );
  const query = Object.fromEntries(
    (operation.parameters ?? [])
      .filter(({ name }) => !CURSORS.includes(name))
      .map(({ name, example }) => [name, example]),
  );
  // A GET with a body in the description has none.
  const hasNoBody = operation.requestBody === undefined || method === "get";
  const needsParameters = (operation.parameters ?? []).some(({ required }) => required === true);
  const plain = hasNoBody && !needsParameters ? [{ ...base, name: "without parameters" }] : [];
  const full = Object.keys(query).length === 0 ? [] : [{ ...base, name: "with the parameters' examples", query }];
  return [...bodies, ...plain, ...full];
}

const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

/** Every operation of the description: `POST /{Phone-Number-ID}/messages`. */
export const OPERATIONS: readonly string[] = operations.map(
  ({ path, method }) => `${method.toUpperCase()} ${path.replace("/{Version}", "")}`,
);

/** The operations that the emulator serves: the file has them in full. */
export const SERVED: readonly string[] = operations
  .filter(({ operation }) => operation.responses !== undefined)
  .map(({ path, method }) => `${method.toUpperCase()} ${path.replace("/{Version}", "")}`);

/** The examples of the operations that the file has in full. */
export const EXAMPLES: readonly Example[] = operations.flatMap(({ path, method, operation }) =>
  operation.responses === undefined ? [] : examplesOf(path, method, operation),
);

// Formats and unknown keywords of OpenAPI are not checked.
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: "description", components: description.components });

/** What is wrong with an answer, by the declared schema of the operation; an empty text when nothing is. */
export function schemaErrors({ path, method }: Example, answer: Json): string {
  const schema = description.paths[path]?.[method]?.responses?.[200].content?.["application/json"]?.schema;
  if (schema === undefined) return "";
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"description#/components/');
  const validate = ajv.compile(JSON.parse(text));
  return validate(answer) ? "" : ajv.errorsText(validate.errors, { dataVar: "answer" });
}
