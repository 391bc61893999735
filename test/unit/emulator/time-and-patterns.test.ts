import { describe, expect, it } from "vitest";
import { EmulatorClock, graphTime, matonTime, parseDuration } from "../../../src/emulator/clock.ts";
import { pathPattern } from "../../../src/emulator/faults/fault-set.ts";
import { fieldNames } from "../../../src/emulator/graph/fields.ts";
import { SlidingSecond } from "../../../src/emulator/middleware/sliding-second.ts";
import { parseReview, resolveOptions } from "../../../src/emulator/options.ts";
import { emojiCount, wordCount } from "../../../src/emulator/text/characters.ts";

describe("durations", () => {
  it.each([
    [90, 90],
    ["90", 90],
    ["500ms", 500],
    ["30s", 30_000],
    ["1.5h", 5_400_000],
    ["7d", 604_800_000],
  ])("%s is %d ms", (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));

  it.each(["", "soon", "-1s", "1w", Number.NaN, -1, undefined])("%s is none", (text) =>
    expect(parseDuration(text)).toBeUndefined(),
  );
});

describe("times", () => {
  it("are printed as Maton and as Graph print them", () => {
    expect(matonTime(0)).toMatch(/^1970-01-01T00:00:00\.000\d{3}Z$/);
    expect(graphTime(1_000)).toBe("1970-01-01T00:00:01+0000");
  });

  it("move forward on request", () => {
    const clock = new EmulatorClock(() => 5);
    clock.advance(10);
    expect([clock.now(), clock.offset]).toEqual([15, 10]);
  });
});

describe("a sliding second", () => {
  it("forgets what is a second old", () => {
    const second = new SlidingSecond();
    for (const time of [0, 400, 900]) second.add(time);
    expect([999, 1000, 1399, 1400, 1900].map((time) => second.countAt(time))).toEqual([3, 2, 2, 1, 0]);
  });

  it("knows how long to wait", () => {
    const second = new SlidingSecond();
    second.add(100);
    expect([second.waitAt(100), second.waitAt(900), second.waitAt(1200)]).toEqual([1000, 200, 0]);
  });
});

describe("path patterns", () => {
  it.each([
    ["/connections", "/connections", "", true],
    ["/connections", "/connections/1", "", false],
    ["/connections/*", "/connections/1", "?x", true],
    ["/connections/*", "/connections/1/2", "", false],
    ["**/1?", "/a/b/12", "", true],
    ["/a.b", "/axb", "", false],
    ["/\\/\\d+$/", "/a/12", "", true],
    ["/limit=\\d+/i", "/a", "?LIMIT=3", true],
  ])("%s on %s%s", (pattern, path, query, expected) => expect(pathPattern(pattern)(path, query)).toBe(expected));
});

describe("field lists", () => {
  it.each([
    ["id,name", ["id", "name"]],
    ["a{b,c{d}}, e.limit(3){x,y}", ["a", "e"]],
    ["", undefined],
  ])("%s", (text, names) => expect(fieldNames(text)).toEqual(names));
});

describe("texts", () => {
  it.each([
    ["Order #12 👍👨‍⚕️⚠️🇩🇪 ©", 4],
    ["none", 0],
  ])("%s has %d emojis", (text, count) => expect(emojiCount(text)).toBe(count));

  it.each([
    ["Don't stop, now.", 3],
    ["สวัสดีครับ", 2],
  ])("%s has %d words", (text, count) => expect(wordCount(text)).toBe(count));
});

describe("options", () => {
  it.each([
    ["approve", { outcome: "approve" }],
    ["pending", { outcome: "pending" }],
    ["pending:10m", { outcome: "pending", delayMs: 600_000 }],
  ])("review %s", (text, policy) => expect(parseReview(text)).toEqual(policy));

  it.each(["maybe", "approve:1s", "pending:soon", ""])("review %j makes no sense", (text) =>
    expect(() => parseReview(text)).toThrow(RangeError),
  );

  it("have defaults", () => {
    expect(resolveOptions({})).toMatchObject({
      port: 0,
      rate: 10,
      quotas: true,
      wabas: ["102290129340398"],
      phones: [{ id: "106540352242922" }],
      uploads: "on",
    });
  });

  it.each([{ rate: -1 }, { latencyMs: Number.NaN }])("%j makes no sense", (options) =>
    expect(() => resolveOptions(options)).toThrow(RangeError),
  );
});
