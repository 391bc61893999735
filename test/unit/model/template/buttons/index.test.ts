import { describe, expect, it } from "vitest";
import { buttonKind, TEMPLATE_BUTTONS } from "../../../../../src/model/template/buttons/index.ts";
import { TEMPLATE_COMPONENTS } from "../../../../../src/model/template/components/index.ts";

function twice(values: readonly unknown[]): unknown[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

describe("the kinds of buttons", () => {
  it("are found by type", () => {
    for (const kind of TEMPLATE_BUTTONS) expect(buttonKind(kind.type)).toBe(kind);
    expect(buttonKind("constructor")).toBeUndefined();
  });

  it("do not share a type, nor two fills a key or a KIND", () => {
    const fills = [...new Set(TEMPLATE_BUTTONS.flatMap(({ send }) => send?.fill ?? []))];
    expect(twice(TEMPLATE_BUTTONS.map(({ type }) => type))).toEqual([]);
    expect(twice(fills.map(({ key }) => key))).toEqual([]);
    expect(twice(fills.flatMap(({ flag }) => flag?.kind ?? []))).toEqual([]);
  });

  it.each(TEMPLATE_BUTTONS.map((kind) => [kind.type, kind] as const))(
    "%s is filled under its own sub_type",
    (_, kind) => {
      const { send } = kind;
      if (send?.fill !== undefined) expect(send.subTypes).toContain(send.fill.subType.toLowerCase());
    },
  );
});

it("components do not share a type or a place", () => {
  expect(twice(TEMPLATE_COMPONENTS.map(({ type }) => type))).toEqual([]);
  expect(twice(TEMPLATE_COMPONENTS.map(({ place }) => place))).toEqual([]);
});
