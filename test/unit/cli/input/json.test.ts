import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonSyntaxProblem } from "../../../../src/cli/input/json.ts";

const CASES = [
  { text: '{"a": 1,}', line: 1, column: 9, message: "expected a key in double quotes" },
  { text: '{\n  "a": 1\n  "b": 2\n}', line: 3, column: 3, message: 'expected a comma or "}"' },
  { text: "[1 2]", line: 1, column: 4, message: 'expected a comma or "]"' },
  { text: "{'a': 1}", line: 1, column: 2, message: 'expected a key in double quotes or "}"' },
  { text: '{"a" 1}', line: 1, column: 6, message: 'expected ":" after the key' },
  { text: '{"a": undefined}', line: 1, column: 7, message: "expected a value" },
  { text: "", line: 1, column: 1, message: "the text is empty" },
  { text: '{"a": [1', line: 1, column: 9, message: 'unexpected end of text: expected a comma or "]"' },
  {
    text: '{"a": "b\nc"}',
    line: 1,
    column: 7,
    message: "unterminated string, or a string with a line break or an invalid escape",
  },
  {
    text: '["\\x"]',
    line: 1,
    column: 2,
    message: "unterminated string, or a string with a line break or an invalid escape",
  },
  { text: "{} {}", line: 1, column: 4, message: "unexpected text after the value" },
  { text: "[01]", line: 1, column: 3, message: 'expected a comma or "]"' },
  { text: "[1,\r\n,]", line: 2, column: 1, message: "expected a value" },
];

describe("jsonSyntaxProblem", () => {
  it.each(CASES)("$text", ({ text, ...problem }) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonSyntaxProblem(text)).toEqual(problem);
  });

  it("finds a place at or before every cut in any JSON", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        const text = `[${json}`.slice(0, 1 + (cut % (json.length + 1)));
        const { line, column } = jsonSyntaxProblem(text);
        expect(line).toBe(1);
        expect(column).toBeLessThanOrEqual(text.length + 1);
        expect(() => JSON.parse(text.slice(0, column - 1))).toThrow();
      }),
    );
  });

  it("takes linear time on hostile text", () => {
    const deep = "[".repeat(200_000);
    const long = `["${"a\\n".repeat(200_000)}`;
    expect(jsonSyntaxProblem(deep).column).toBe(200_001);
    expect(jsonSyntaxProblem(long).column).toBe(2);
  });
});
