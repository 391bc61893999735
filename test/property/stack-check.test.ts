import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkStack } from "../../src/stack/index.ts";

const STACKS = join(import.meta.dirname, "../../stacks");
const WORDS = [
  "null",
  "5",
  "true",
  "[]",
  "{}",
  '"',
  "'",
  ":",
  "\n",
  "  ",
  "- ",
  "{{1}}",
  "{{x}}",
  "$" + "{x}",
  "$" + "{shop_url}",
  "components:",
  "version: 2",
  "*a",
  "&a",
  "x".repeat(1100),
];

let folder: string;
let original: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mycobot-stack-"));
  const [base, dev] = await Promise.all(["base.yaml", "dev.yaml"].map((name) => readFile(join(STACKS, name), "utf8")));
  original = `${dev?.replace(/^extends:.*$/m, "")}${base?.replace(/media\//g, `${STACKS}/media/`)}`;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The position as a share of the text, the length removed, the text inserted. */
const edit = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat({ max: 12 }),
  fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 4 })),
);

function edited(text: string, edits: readonly (readonly [number, number, string])[]): string {
  return edits.reduce((result, [share, gone, come]) => {
    const at = Math.floor(share * result.length);
    return result.slice(0, at) + come + result.slice(at + gone);
  }, text);
}

test("checking a damaged stack file does not throw, and every issue has a position inside it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.boolean(), async (edits, fragment) => {
      const file = join(folder, "x.yaml");
      const text = edited(original, edits);
      await writeFile(file, text);
      const { issues, stack } = await checkStack(file, { cwd: folder, fragment });
      const lines = text.split("\n");
      for (const { file: named, line, column, message } of issues) {
        expect(named).toBe("x.yaml");
        expect(message).not.toBe("");
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
      }
      expect(stack === undefined).toBe(fragment || issues.some(({ severity }) => severity === "error"));
    }),
    { numRuns: 300 },
  );
});
