import fc from "fast-check";
import { expect, it } from "vitest";
import { bodyOfContent, contentOfBody } from "../../src/model/template/inputs.ts";

const field = fc.oneof(
  fc.constantFrom(
    "parameter_format",
    "message_send_ttl_seconds",
    "sub_category",
    "waba",
    "connection",
    "fields",
    "id",
    "on_remove",
    "__proto__",
    "constructor",
  ),
  fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/),
);

it("a body survives the way into resource inputs and back, whatever its fields are called", () => {
  fc.assert(
    fc.property(fc.dictionary(field, fc.jsonValue()), (fields) => {
      const body = { ...fields, name: "n", language: "en", category: "UTILITY" };
      // As it crosses to the engine: JSON.
      const stored = JSON.parse(JSON.stringify(contentOfBody(JSON.parse(JSON.stringify(body)))));
      expect(bodyOfContent(stored)).toEqual(JSON.parse(JSON.stringify(body)));
    }),
  );
});

it("a field called __proto__ is a field like any other", () => {
  const body = JSON.parse('{"name": "n", "language": "en", "category": "UTILITY", "__proto__": {"a": 1}}');
  const back = bodyOfContent(JSON.parse(JSON.stringify(contentOfBody(body))));
  expect(JSON.stringify(back)).toBe(JSON.stringify(body));
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
});

it("no field of WhatsApp hides an input that says where and how", () => {
  const content = contentOfBody({
    name: "n",
    language: "en",
    category: "UTILITY",
    waba: "1",
    on_remove: "x",
    app: "2",
  });
  expect(content).toEqual({
    name: "n",
    language: "en",
    category: "UTILITY",
    fields: { waba: "1", on_remove: "x", app: "2" },
  });
});
