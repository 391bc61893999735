import { describe, expect, it } from "vitest";
import {
  containsUnknown,
  keepEngineKeys,
  toWire,
  urnOf,
  withoutEngineKeys,
} from "../../../src/provider/property-bag.ts";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("what crosses to the engine", () => {
  it("is plain JSON without undefined", () => {
    const bag = { a: undefined, b: [1, undefined], c: new Date(0), d: { e: undefined, f: "x" } };
    expect(toWire(bag)).toEqual({ b: [1, null], c: "1970-01-01T00:00:00.000Z", d: { f: "x" } });
    expect(Object.keys(toWire(bag))).not.toContain("a");
  });

  it("leaves the engine's keys out, and puts the handler string back", () => {
    const bag = { __provider: "handler", __internal: {}, name: "x" };
    expect(withoutEngineKeys(bag)).toEqual({ name: "x" });
    expect(keepEngineKeys({ name: "x" }, bag)).toEqual({ name: "x", __provider: "handler" });
    expect(keepEngineKeys({}, { __scope: "dev" })).toEqual({ __scope: "dev" });
  });

  it("names the URN of what a MessagingStack declares, and of nothing else", () => {
    expect(urnOf({ __scope: "dev" }, "template", "hello/en_US", "shop")).toBe(
      "urn:pulumi:dev::shop::mycobot:index:MessagingStack$pulumi-nodejs:dynamic/mycobot:Template::hello/en_US",
    );
    expect(urnOf({}, "template", "hello/en_US", "shop")).toBeUndefined();
  });

  it.each([
    [UNKNOWN, true],
    [{ a: [{ b: UNKNOWN }] }, true],
    [{ a: null, b: 1, c: "x" }, false],
  ])("finds unknown values, nested too: %j", (value, expected) => {
    expect(containsUnknown(value)).toBe(expected);
  });
});
