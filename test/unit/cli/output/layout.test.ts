import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { painter } from "../../../../src/cli/output/paint.ts";
import { sentences } from "../../../../src/cli/output/phrases.ts";
import { renderTable } from "../../../../src/cli/output/table.ts";
import { displayWidth, wrap } from "../../../../src/cli/output/wrap.ts";

function plain(_: unknown, text: string) {
  return text;
}

describe("displayWidth", () => {
  it.each([
    ["abc", 3],
    ["é", 1],
    ["e\u0301", 1],
    ["注文", 4],
    ["🎉", 2],
    ["👩‍👩‍👧", 2],
    ["❤️", 2],
    ["\u001b[31mred\u001b[39m", 3],
    ["a\u200bb", 2],
  ])("%s takes %i columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("sentences", () => {
  it("ends each text once", () => {
    expect(sentences("the body is too long", "Shorten it.", "")).toBe("the body is too long. Shorten it.");
  });
});

describe("wrap", () => {
  it("breaks between words, keeps line feeds and indents", () => {
    expect(wrap("one two three four five\nsix", 20, "  ")).toBe("  one two three four\n  five\n  six");
  });

  it("never exceeds the width and loses nothing but blanks", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "注", "🎉", "\n"), maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 60 }), (words, width) => {
        const wrapped = wrap(words, width);
        for (const line of wrapped.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(wrapped.replace(/\s/g, "")).toBe(words.replace(/\s/g, ""));
      }),
    );
  });
});

describe("renderTable", () => {
  const content = {
    head: ["name", "status", "text"],
    rows: [
      ["order_shipped", "APPROVED", "Hi Ana, your order A-1042 is on its way. ".repeat(5)],
      ["注文", "PENDING\u001b[2J", "short"],
    ],
  };

  it.each([60, 80, 120])("fits %i columns", (width) => {
    const lines = renderTable(content, width, plain).split("\n");
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    expect(lines[0]).toMatch(/^name +status +text$/);
  });

  it("makes foreign control characters visible", () => {
    expect(renderTable(content, 120, plain)).toContain("PENDING<U+001B>[2J");
  });
});

describe("painter", () => {
  const terminal = Object.assign(process.stdout, {});
  const stream = (isTTY: boolean) => Object.assign(Object.create(terminal), { isTTY });

  it.each([
    { tty: true, env: {}, coloured: true },
    { tty: false, env: {}, coloured: false },
    { tty: true, env: { NO_COLOR: "1" }, coloured: false },
    { tty: true, env: { NO_COLOR: "" }, coloured: true },
    { tty: true, env: { TERM: "dumb" }, coloured: false },
  ])("terminal $tty, $env: colours $coloured", ({ tty, env, coloured }) => {
    const painted = painter(stream(tty), env)("red", "x");
    expect(stripVTControlCharacters(painted)).toBe("x");
    expect(painted !== "x").toBe(coloured);
  });
});
