import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkStacks, stackJsonSchema } from "../../../src/stack/index.ts";

const ROOT = join(import.meta.dirname, "../../..");

type Json = Record<string, unknown>;
function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

/** Every property of the schema with its path, and what `$ref` points to. */
function properties(schema: Json, root: Json, path = ""): [string, Json][] {
  return Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    if (!isJson(value)) return [];
    const below = properties(value, root, `${path}/${key}`);
    return path.endsWith("/properties") ? [[`${path}/${key}`, value], ...below] : below;
  });
}

describe("schema/stack.schema.json", () => {
  test("is what the code generates: `npm run schema` writes it", async () => {
    const written: unknown = JSON.parse(await readFile(join(ROOT, "schema/stack.schema.json"), "utf8"));
    expect(written).toEqual(JSON.parse(JSON.stringify(stackJsonSchema())));
  });

  test("has a description and an example on every key", () => {
    const schema = { ...stackJsonSchema() };
    const bare = properties(schema, schema).filter(
      ([, value]) => typeof value.description !== "string" || !Array.isArray(value.examples),
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  test("requires no key where files merge, and accepts null to remove one", () => {
    const schema: Json = { ...stackJsonSchema() };
    expect(schema.required).toBeUndefined();
    expect(schema.properties).toMatchObject({
      account: { type: ["object", "null"] },
      templates: { type: ["object", "null"] },
    });
  });
});

test("the stacks of this project are valid, without even a note", async () => {
  const checks = await checkStacks(["base", "dev", "production"], { projectRoot: ROOT, cwd: ROOT });
  expect(checks.map(({ name, issues, stack }) => [name, issues, stack?.templates.length])).toEqual([
    ["base", [], undefined],
    ["dev", [], 6],
    ["production", [], 6],
  ]);
});
