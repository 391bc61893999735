import { expect, test } from "vitest";
import { compareProfiles } from "../../../../src/model/profile/index.ts";

test.each([
  ["the same", { about: "Herbs" }, { about: "Herbs" }],
  ["only declared fields count", { about: "Herbs" }, { about: "Herbs", email: "a@example.com" }],
  ["a trailing slash", { websites: ["https://example.com"] }, { websites: ["https://example.com/"] }],
  ["cleared and unset", { email: "", websites: [] }, {}],
  ["no industry", { vertical: "" }, { vertical: "UNDEFINED" }],
])("equal: %s", (_, wanted, observed) => {
  expect(compareProfiles(wanted, observed)).toEqual({ equal: true, changes: [] });
});

test.each([
  ["about", { about: "Herbs" }, { about: "Spices" }],
  ["email", { email: "" }, { email: "a@example.com" }],
  ["address", { address: "1 Main St" }, {}],
  ["vertical", { vertical: "RETAIL" }, { vertical: "UNDEFINED" }],
  [
    "websites",
    { websites: ["https://a.example", "https://b.example"] },
    { websites: ["https://b.example/", "https://a.example/"] },
  ],
  ["websites", { websites: ["https://example.com/a"] }, { websites: ["https://example.com/b"] }],
])("differs: %s", (field, wanted, observed) => {
  expect(compareProfiles(wanted, observed)).toMatchObject({ equal: false, changes: [{ field }] });
});

test("reports the declared and the observed value", () => {
  const { changes } = compareProfiles({ about: "Herbs", vertical: "RETAIL" }, { about: "Spices", vertical: "AUTO" });
  expect(changes).toEqual([
    { field: "about", wanted: "Herbs", observed: "Spices" },
    { field: "vertical", wanted: "RETAIL", observed: "AUTO" },
  ]);
});
