import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { painter } from "../../../../src/cli/output/paint.ts";
import { sentences } from "../../../../src/cli/output/phrases.ts";
import { fittedTable, renderTable } from "../../../../src/cli/output/table.ts";
import { displayWidth, wrap, wrapWords } from "../../../../src/cli/output/wrap.ts";

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

describe("wrapWords", () => {
  it("keeps words that are wider than the line, to be copied", () => {
    const urn = `urn:pulumi:dev::shop::${"x".repeat(80)}`;
    expect(wrapWords(`run pulumi state delete '${urn}' once`, 30, "  ")).toBe(
      `  run pulumi state delete\n  '${urn}'\n  once`,
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

  it("does not wrap without a width", () => {
    expect(renderTable(content, Number.POSITIVE_INFINITY, plain).split("\n")).toHaveLength(3);
  });

  it("never breaks a word: it is wider than the terminal instead", () => {
    const id = "5c3b0000-0000-4000-8000-000000000001";
    const shown = renderTable({ head: ["connection", "name"], rows: [[id, "Lucky Shrub Store"]] }, 40, plain);
    expect(shown.split("\n").map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["connection", "name"],
      [id, "Lucky"],
      ["Shrub"],
      ["Store"],
    ]);
  });

  const screen = {
    head: [
      { name: "template", whole: true, cut: true },
      "language",
      { name: "status", whole: true },
      { name: "category", drop: 3 },
      { name: "quality", drop: 2 },
      { name: "edit", drop: 1 },
    ],
    rows: [
      [
        "order_shipped_with_a_long_name",
        "en_US",
        "not created",
        "AUTHENTICATION",
        "",
        { text: "from 11-25 14:00", short: "11-25" },
      ],
      ["welcome", "en", "APPROVED", { text: "MARKETING (declared UTILITY)", short: "MARKETING!" }, "", "yes"],
    ],
  };

  it.each([
    [200, ["template", "language", "status", "category", "quality", "edit"], []],
    [109, ["template", "language", "status", "category", "edit"], []],
    [83, ["template", "language", "status", "category", "edit"], []],
    [75, ["template", "language", "status", "category"], ["edit"]],
    [60, ["template", "language", "status"], ["category", "edit"]],
    [45, ["template", "language", "status"], ["category", "edit"]],
  ])("at %i columns: one line per row, the less important columns go first", (width, head, hidden) => {
    const fitted = fittedTable(screen, width, plain);
    const lines = fitted.text.split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]?.split(/ {2,}/)).toEqual(head);
    expect(fitted.hidden).toEqual(hidden);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    expect(fitted.text.includes("…")).toBe(width === 45);
  });

  it("loses no word at any width, unless a column is omitted or cut", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, words), { maxLength: 5 }),
        fc.integer({ min: 10, max: 90 }),
        (rows, width) => {
          const cells = rows.map((row) => row.map((each) => each.join(" ")));
          const shown = renderTable({ head: ["a", "b"], rows: cells }, width, plain);
          const found = shown.split(/\s+/).sort();
          expect(found).toEqual(["a", "b", ...rows.flat(2)].sort());
        },
      ),
    );
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
