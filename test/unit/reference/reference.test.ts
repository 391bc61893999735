import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXIT_MEANINGS, exitCodeOf } from "../../../src/cli/exit-codes.ts";
import { commandReferences } from "../../../src/cli/help/reference.ts";
import { faultsJsonSchema } from "../../../src/emulator/faults/schema.ts";
import { resolveOptions } from "../../../src/emulator/resolve-options.ts";
import { buildApp } from "../../../src/emulator/server.ts";
import { World } from "../../../src/emulator/world.ts";
import { ERROR_CODES } from "../../../src/errors/codes.ts";
import { ERROR_MEANINGS } from "../../../src/errors/meanings.ts";
import { SUBCODES } from "../../../src/gateway/errors/codes/subcodes.ts";
import { matonStatus } from "../../../src/gateway/errors/maton-statuses.ts";
import { WHATSAPP_ERRORS } from "../../../src/gateway/errors/whatsapp-errors.ts";
import { stackJsonSchema } from "../../../src/stack/index.ts";

const ROOT = join(import.meta.dirname, "../../..");

// Tools are plain JavaScript, so that they run without a build of their own: the compiler knows no types of them.
const tool = (name: string): Promise<unknown> => import(join(ROOT, "tools/reference", name));
const { referencePages } = (await tool("pages.mjs")) as { referencePages(sources: object): Record<string, string> };
const { resourceSources } = (await tool("resource-sources.mjs")) as { resourceSources(): object[] };
const { ENVIRONMENT } = (await tool("environment-variables.mjs")) as { ENVIRONMENT: { names: string[] }[] };

const pages = referencePages({
  commands: await commandReferences(),
  exitMeanings: EXIT_MEANINGS,
  exitCodeOf,
  errorCodes: ERROR_CODES,
  errorMeanings: ERROR_MEANINGS,
  matonStatus,
  whatsappErrors: WHATSAPP_ERRORS,
  subcodes: SUBCODES,
  stackSchema: stackJsonSchema(),
  faultsSchema: faultsJsonSchema(),
  emulatorRoutes: buildApp(new World(resolveOptions({}), undefined)).routes,
  resources: resourceSources(),
});

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"));
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")));
}

describe("docs/reference", () => {
  test.each(Object.keys(pages))("%s is what the code generates: `npm run reference` writes it", async (name) => {
    expect(await readFile(join(ROOT, "docs/reference", name), "utf8")).toBe(pages[name]);
  });

  test("holds nothing else", async () => {
    expect((await readdir(join(ROOT, "docs/reference"))).sort()).toEqual(Object.keys(pages).sort());
  });

  test("names every variable of the environment that the code reads", async () => {
    const texts = await sources(join(ROOT, "src"));
    const read = texts.flatMap((text) => [...text.matchAll(/\benv(?:\.|\[")([A-Z][A-Z_]+)/g)].map(([, name]) => name));
    const fromEnvironment = await readFile(join(ROOT, "src/gateway/options/from-environment.ts"), "utf8");
    const named = [...fromEnvironment.matchAll(/"([A-Z][A-Z_]+)"/g)].map(([, name]) => name);
    const documented = ENVIRONMENT.flatMap(({ names }) => names);
    expect(named.length).toBeGreaterThan(5);
    expect(documented).toEqual(expect.arrayContaining([...new Set([...read, ...named])]));
  });
});
