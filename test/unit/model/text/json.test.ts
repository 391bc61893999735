import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../../src/model/text/index.ts";

describe("parseJson", () => {
  it.each<[string, unknown]>([
    ['{"flow_id": 9223372036854775807}', { flow_id: "9223372036854775807" }],
    [
      "[9007199254740991, 9007199254740993, -9007199254740993]",
      [9007199254740991, "9007199254740993", "-9007199254740993"],
    ],
    ['{"id": "9223372036854775807"}', { id: "9223372036854775807" }],
    ["[0.1000000000000000055511151231257827, 1e16]", [0.1, 1e16]],
    [String.raw`["a \" 9223372036854775807 b", 1]`, ['a " 9223372036854775807 b', 1]],
  ])("%s", (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it("reads everything else like JSON.parse", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        // Numbers from 1e21 on are printed with an exponent.
        const isLong = (value: unknown) =>
          Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(Number(value)) < 1e21;
        const expected = JSON.parse(text, (_, value) => (isLong(value) ? String(value) : value));
        expect(parseJson(text)).toEqual(expected);
      }),
    );
    expect(() => parseJson('{"id": 9223372036854775807')).toThrow(SyntaxError);
  });

  it("refuses a long text of unterminated strings at once", () => {
    const started = process.cpuUsage().user;
    expect(() => parseJson(`1234567890123456${'\\"'.repeat(100_000)}`)).toThrow(SyntaxError);
    expect(process.cpuUsage().user - started).toBeLessThan(2_000_000);
  });
});
