import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText, visible, visibleLine } from "../../../../src/cli/output/visible.ts";

const CASES = [
  { what: "escape sequences", text: "\u001b[31mred\u001b[0m", shown: "<U+001B>[31mred<U+001B>[0m" },
  { what: "C1 controls", text: "a\u009b2Jb", shown: "a<U+009B>2Jb" },
  { what: "bidi overrides", text: "abc\u202etxt.exe", shown: "abc<U+202E>txt.exe" },
  { what: "bidi isolates", text: "\u2066x\u2069", shown: "<U+2066>x<U+2069>" },
  { what: "line ends", text: "a\r\nb\tc", shown: "a\\r\\nb\\tc" },
];

describe("visibleLine", () => {
  it.each(CASES)("spells out $what", ({ text, shown }) => {
    expect(visibleLine(text)).toBe(shown);
  });

  it("leaves letters, emoji and joiners alone", () => {
    const text = "Grüße 👩‍👩‍👧 می‌خواهم 注文";
    expect(visibleLine(text)).toBe(text);
  });
});

describe("visible", () => {
  it("keeps line feeds only", () => {
    expect(visible("a\nb\u0007")).toBe("a\nb<U+0007>");
  });
});

describe("jsonText", () => {
  it("is the same value to a parser and holds nothing that a terminal obeys", () => {
    const wild = fc.string({
      unit: fc.constantFrom("a", '"', "\n", "\u001b", "\u007f", "\u0085", "\u2028", "\u202e", "\u2067", "🎉"),
    });
    fc.assert(
      fc.property(fc.array(wild), (texts) => {
        const json = jsonText({ texts });
        expect(JSON.parse(json)).toEqual({ texts });
        expect(visible(json)).toBe(json);
      }),
    );
  });
});
