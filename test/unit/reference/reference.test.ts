import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

// Tools are plain JavaScript, so that they run without a build of their own: the compiler knows no types of them.
function tool(name: string): Promise<unknown> {
  return import(join(ROOT, "tools/reference", name));
}

const { referencePages } = (await tool("pages.mjs")) as { referencePages(sources: object): Record<string, string> };
const { referenceSources } = (await tool("sources.mjs")) as {
  referenceSources(load: (path: string) => Promise<unknown>): Promise<object>;
};
const { environmentVariables } = (await tool("environment-variables.mjs")) as {
  environmentVariables(defaults: object): { names: string[] }[];
};

const pages = referencePages(await referenceSources((path) => import(join(ROOT, "src", `${path}.ts`))));

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"));
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")));
}

/** Pages that `npm run test:conformance` compares with what it did. */
const CONFORMANCE_PAGES = ["conformance.md", "openapi.md"];

describe("docs/reference", () => {
  test.each(Object.keys(pages))("%s is what the code generates: `npm run reference` writes it", async (name) => {
    expect(await readFile(join(ROOT, "docs/reference", name), "utf8")).toBe(pages[name]);
  });

  test("holds nothing else", async () => {
    expect((await readdir(join(ROOT, "docs/reference"))).sort()).toEqual(
      [...Object.keys(pages), ...CONFORMANCE_PAGES].sort(),
    );
  });

  test("names every variable of the environment that the code reads", async () => {
    const texts = await sources(join(ROOT, "src"));
    const read = texts.flatMap((text) => [...text.matchAll(/\benv(?:\.|\[")([A-Z][A-Z_]+)/g)].map(([, name]) => name));
    const fromEnvironment = await readFile(join(ROOT, "src/gateway/options/gateway-options.ts"), "utf8");
    const named = [...fromEnvironment.matchAll(/"([A-Z][A-Z_]+)"/g)].map(([, name]) => name);
    const documented = environmentVariables({}).flatMap(({ names }) => names);
    expect(named.length).toBeGreaterThan(5);
    expect(documented).toEqual(expect.arrayContaining([...new Set([...read, ...named])]));
  });
});
