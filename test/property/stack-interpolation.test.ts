// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocatedFinding } from "../../src/stack/findings.ts";
import { interpolate } from "../../src/stack/interpolate.ts";
import { child, textOf } from "../../src/stack/source/located.ts";
import { parseSource } from "../../src/stack/source/parse-source.ts";

const dollars = fc.array(
  fc.oneof(fc.constantFrom("$", "${", "$${", "${{", "{{1}}", "{{name}}", "}", "}}", "{"), fc.string({ maxLength: 4 })),
);
const text = dollars.map((pieces) => pieces.join(""));

/** The text after interpolation in a file with these values. */
function filled(written: string, values: Record<string, string> = {}) {
  const findings: LocatedFinding[] = [];
  const { tree } = parseSource(JSON.stringify({ values, text: written }), "/f.yaml");
  if (tree === undefined) throw new Error("unreadable");
  return { text: textOf(child(interpolate(tree, findings, false), "text")), findings };
}

describe("interpolation", () => {
  test("returns every text in which each `${` is escaped, except WhatsApp's `${{`", () => {
    fc.assert(
      fc.property(text, (original) => {
        const escaped = original.replace(/\$\{(?!\{)/g, () => "$${");
        expect(filled(escaped)).toEqual({ text: original, findings: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test("does not change texts without `${`", () => {
    const variables = fc.array(
      fc.oneof(
        fc.constantFrom("{{1}}", "{{first_name}}", "${{1}}"),
        fc.string({ unit: fc.constantFrom("a", " ", "{", "}", "\n") }),
      ),
    );
    fc.assert(
      fc.property(variables, (pieces) => {
        const original = pieces.join(" ");
        expect(filled(original).text).toBe(original);
      }),
    );
  });

  test("inserts a value unchanged, whatever it contains", () => {
    fc.assert(
      fc.property(text, text, text, (before, value, after) => {
        const withoutReferences = (part: string) => part.replace(/\$(?=[{$])|\$$/g, "");
        const [head, tail] = [withoutReferences(before), withoutReferences(after)];
        const inside = value.replace(/\$\{(?!\{)/g, () => "$${");
        expect(filled(`${head}\${v}${tail}`, { v: inside }).text).toBe(`${head}${value}${tail}`);
      }),
    );
  });

  test("reports every name without a value, inside the text", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), (name) => {
        const { findings } = filled(`x \${${name}}`);
        expect(findings).toEqual([
          expect.objectContaining({ code: "unknown-value", exact: expect.objectContaining({ line: 1 }) }),
        ]);
      }),
    );
  });
});
