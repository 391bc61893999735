import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowedDeletes } from "../../../src/model/inventory.ts";
import { checkStack, stackJsonSchema } from "../../../src/stack/index.ts";
import type { Stack } from "../../../src/stack/types.ts";
import { BASES, type Json, PICTURES, SAMPLES } from "./every-key-samples.ts";

const LOGO = join(import.meta.dirname, "../../../stacks/media/logo.png");
/** Reported by the schema alone: does not prove that anything reads the key. */
const SHAPE_CODES = new Set(["unknown-key", "missing-key", "wrong-type", "wrong-value", "number-loses-digits"]);

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every key of the schema as a path: `*` for any key, `[]` for an item of a list. */
function keysOf(schema: unknown, root: Json, at: readonly string[] = []): string[] {
  if (!isJson(schema)) return [];
  if (typeof schema.$ref === "string") {
    const named = schema.$ref
      .split("/")
      .slice(1)
      .reduce<unknown>((node, key) => (node as Json)[key], root);
    return keysOf(named, root, at);
  }
  const properties = isJson(schema.properties) ? Object.entries(schema.properties) : [];
  const branches = Array.isArray(schema.anyOf) ? schema.anyOf : [];
  return [
    ...new Set([
      ...properties.flatMap(([key, below]) => [[...at, key].join("."), ...keysOf(below, root, [...at, key])]),
      ...keysOf(schema.additionalProperties, root, [...at, "*"]),
      ...keysOf(schema.items, root, [...at, "[]"]),
      ...branches.flatMap((branch) => keysOf(branch, root, at)),
    ]),
  ];
}

type Step = string | number;

/** Where a sample has the key. */
function occurrences(value: unknown, path: readonly string[], at: readonly Step[] = []): Step[][] {
  const [segment, ...rest] = path;
  if (segment === undefined) return [[...at]];
  if (segment === "[]") {
    return Array.isArray(value) ? value.flatMap((item, index) => occurrences(item, rest, [...at, index])) : [];
  }
  if (!isJson(value)) return [];
  const keys = segment === "*" ? Object.keys(value) : [segment].filter((key) => Object.hasOwn(value, key));
  return keys.flatMap((key) => occurrences(value[key], rest, [...at, key]));
}

/** Other values for keys where changing a letter makes the value invalid. */
const OTHERS: Readonly<Record<string, unknown[]>> = {
  extends: ["b.yaml"],
  waba: ["11"],
  app: ["22"],
  connection: ["store"],
  onRemove: ["delete", "clear"],
  name: ["other"],
  languages: [{ es: { body: "Hola a todos" } }],
  category: ["MARKETING", "UTILITY"],
  number: ["+15550051311"],
  image: ["b.png", { handle: "4::eHl6" }],
  video: ["b.png", { handle: "4::eHl6" }],
  document: ["b.png", { handle: "4::eHl6" }],
  signature_hash: ["K8a/AINcGX8"],
};

/** The sample with another value, or none, in one place. */
function alternatives(sample: Json, at: readonly Step[]): Json[] {
  const copy = () => {
    const whole = structuredClone(sample);
    const parent = at.slice(0, -1).reduce<unknown>((node, step) => (node as Json)[step], whole);
    return { whole, parent: parent as Json, key: String(at.at(-1)) };
  };
  const { parent: here, key: name } = copy();
  const value = here[name];
  const removed = copy();
  delete removed.parent[removed.key];
  const others = [
    ...(OTHERS[name] ?? []),
    ...(typeof value === "boolean" ? [!value] : []),
    ...(typeof value === "number" ? [value + 1] : []),
    ...(typeof value === "string" ? [`${value}x`, `${value}1`] : []),
  ];
  const changed = others.map((other) => {
    const { whole, parent, key } = copy();
    parent[key] = other;
    return whole;
  });
  const below = isJson(value) ? Object.keys(value) : Array.isArray(value) ? [0] : [];
  return [removed.whole, ...changed, ...below.flatMap((step) => alternatives(sample, [...at, step]))];
}

/** Read by the Inventory (test/engine/inventory.test.ts shows that it applies them). */
function handedOn({ settings }: Stack) {
  return { deletes: allowedDeletes(settings.maxDeletes, 1000) ?? null };
}

describe("every key of a stack file", () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "mycobot-keys-"));
    await mkdir(join(root, "stacks"));
    await writeFile(join(root, "Pulumi.yaml"), "name: test\n");
    for (const [name, text] of Object.entries(BASES)) await writeFile(join(root, "stacks", name), text);
    for (const name of PICTURES) await cp(LOGO, join(root, "stacks", name));
  });
  afterAll(() => rm(root, { recursive: true }));

  /**
   * What a stack file comes to: what is declared, settings aside, for they only count by what they do; and what the rules
   * find. Undefined for one whose shape is wrong.
   */
  async function outcome(sample: Json, more: (stack: Stack) => Json = handedOn): Promise<string | undefined> {
    await writeFile(join(root, "stacks/dev.yaml"), JSON.stringify(sample));
    const { issues, stack } = await checkStack("dev", { projectRoot: root, cwd: root });
    if (issues.some(({ code }) => SHAPE_CODES.has(code))) return undefined;
    const { account, connections, profiles, templates } = stack ?? {};
    const found = issues.map(({ severity, code, path, hint }) => {
      // The digest identifies the content of a template that is refused.
      const [digest = ""] = /its digest is \w+/.exec(hint) ?? [];
      return [severity, code, path, digest];
    });
    return JSON.stringify({ account, connections, profiles, templates, found, more: stack && more(stack) });
  }

  async function hasEffect(key: string, more?: (stack: Stack) => Json): Promise<boolean> {
    for (const sample of SAMPLES) {
      const [at] = occurrences(sample, key.split("."));
      if (at === undefined) continue;
      const before = await outcome(sample, more);
      if (before === undefined) throw new Error(`a sample has a wrong shape: ${JSON.stringify(sample)}`);
      for (const alternative of alternatives(sample, at)) {
        const after = await outcome(alternative, more);
        if (after !== undefined && after !== before) return true;
      }
    }
    return false;
  }

  const schema: Json = { ...stackJsonSchema() };
  const keys = keysOf(schema, schema);

  test("is known", () => {
    expect(keys.length).toBeGreaterThan(200);
    expect(keys).toEqual(
      expect.arrayContaining(["settings.maxDeletes", "templates.*.languages.*.buttons.[].url.text"]),
    );
  });

  test.each(keys)("has an effect: %s", { timeout: 20_000 }, async (key) => {
    expect(await hasEffect(key)).toBe(true);
  });

  test("a key that nothing reads is detected", async () => {
    expect(await hasEffect("settings.maxDeletes", () => ({}))).toBe(false);
  });
});
