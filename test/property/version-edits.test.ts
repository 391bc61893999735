import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Document, isMap, isScalar, parse, visit } from "yaml";
import { bumpEdit, retireEdit, writeStackEdit } from "../../src/stack/index.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mycobot-edits-"));
  await mkdir(join(root, "stacks"));
  await writeFile(join(root, "Pulumi.yaml"), "name: test\n");
});
afterAll(() => rm(root, { recursive: true }));

const words = fc.constantFrom(
  "Basil",
  "is",
  "here:",
  "# not a comment",
  "'until'",
  '"Sunday"',
  "{ 1 }",
  "- x",
  "ñandú 🌿",
  "|",
  "\n",
  "\n\n",
);
const body = fc.array(words, { minLength: 1, maxLength: 12 }).map((parts) => `Hello ${parts.join(" ")} all.`);

/** What cannot be seen in the content: how it is written. */
const style = fc.record({
  indent: fc.integer({ min: 1, max: 5 }),
  flow: fc.boolean(),
  block: fc.constantFrom("BLOCK_LITERAL", "QUOTE_DOUBLE", "QUOTE_SINGLE", undefined),
  comments: fc.array(fc.constantFrom(" why", " {{1}}", ": x"), { maxLength: 3 }),
  blank: fc.boolean(),
  lineBreak: fc.constantFrom("\n", "\r\n"),
  last: fc.boolean(),
});

type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

function written(content: object, { indent, flow, block, comments, blank, lineBreak }: Style): string {
  const document = new Document(content);
  let at = 0;
  visit(document, {
    Scalar(key, node) {
      if (key === "value" && typeof node.value === "string" && block !== undefined) node.type = block;
    },
    Pair(_, pair) {
      const { key, value } = pair;
      if (!isScalar(key)) return;
      if (flow && key.value === "en_US" && isMap(value)) value.flow = true;
      const comment = comments[at % Math.max(1, comments.length)];
      at += 1;
      if (comment === undefined || at % 2 === 0) return;
      key.commentBefore = comment;
      if (blank) key.spaceBefore = true;
    },
  });
  return document.toString({ indent, lineWidth: 0 }).replaceAll("\n", lineBreak);
}

/** The lines of a text that another text does not have, in order. */
function linesOnlyIn(text: string, other: string): string[] {
  const lines = other.split(/\r?\n/);
  let from = 0;
  return text.split(/\r?\n/).filter((line) => {
    const found = lines.indexOf(line, from);
    if (found >= 0) from = found + 1;
    return found < 0;
  });
}

test("bump adds lines only, retire takes the same ones away, whatever the style of the file", {
  timeout: 60_000,
}, async () => {
  const file = join(root, "stacks/dev.yaml");
  const where = { projectRoot: root, cwd: root };
  await fc.assert(
    fc.asyncProperty(body, body, style, async (first, second, how) => {
      const sale = {
        category: "MARKETING",
        languages: { en_US: { body: first }, es: { body: second, footer: "Adiós" } },
      };
      const other = { order: { category: "UTILITY", languages: { en_US: { body: "On its way." } } } };
      const account = { waba: "102290129340398" };
      const templates = how.last ? { ...other, sale } : { sale, ...other };
      const before = written({ account, templates, settings: { maxDeletes: 3 } }, how);
      await writeFile(file, before);
      const bump = await bumpEdit("dev", "sale", where);
      expect(linesOnlyIn(before, bump.after)).toEqual([]);
      expect(parse(bump.after).templates.sale.previous).toEqual({ 1: parse(before).templates.sale });
      // An edited new version, so that the file is valid.
      const edited = bump.after.replace("Hello", "Goodbye");
      await writeStackEdit({ ...bump, after: edited });
      const retire = await retireEdit("dev", "sale", undefined, where);
      expect(linesOnlyIn(retire.after, edited)).toEqual([]);
      const versionLine = /^ *version: 2\r?\n/m;
      expect(retire.after.replace(versionLine, "").replace("Goodbye", "Hello")).toBe(before);
      expect(await readFile(file, "utf8")).toBe(edited);
    }),
    { numRuns: 60 },
  );
});
