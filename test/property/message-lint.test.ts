import fc from "fast-check";
import { expect, test } from "vitest";
import { lintMessage, preparedMessage } from "../../src/model/message/index.ts";
import { validMessage, wordyJson } from "./message-arbitraries.ts";

/** Whether a JSON pointer leads to something. */
function leadsSomewhere(root: unknown, path: string): boolean {
  const steps = path.split("/").slice(1);
  let value = root;
  for (const step of steps.map((one) => one.replaceAll("~1", "/").replaceAll("~0", "~"))) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return false;
    value = Object.entries(value).find(([key]) => key === step)?.[1];
  }
  return true;
}

/** Every place of a JSON value, with what would put another value there. */
function placesIn(
  value: unknown,
  put: (other: unknown) => unknown = (other) => other,
): ((other: unknown) => unknown)[] {
  if (typeof value !== "object" || value === null) return [put];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    placesIn(one, (other) => put(Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other })),
  );
  return [put, ...inner];
}

test("a valid message has no issue, prepared or not, also with unknown keys", () => {
  fc.assert(
    fc.property(validMessage, fc.stringMatching(/^x_[a-z]{1,9}$/), fc.jsonValue(), (message, key, value) => {
      expect(lintMessage(message)).toEqual([]);
      const more = { ...message, [key]: value };
      expect(lintMessage(more)).toEqual([]);
      expect(preparedMessage(more)).toEqual(more);
      expect(preparedMessage(preparedMessage(more))).toEqual(preparedMessage(more));
    }),
  );
});

test("anything at all gets issues that lead somewhere, and no exception", () => {
  fc.assert(
    fc.property(fc.oneof(wordyJson, fc.record({ type: fc.constant("template"), template: wordyJson })), (body) => {
      for (const { path } of lintMessage(body)) expect(leadsSomewhere(body, path)).toBe(true);
    }),
  );
});

test("so does a message with anything in one of its places", () => {
  fc.assert(
    fc.property(validMessage, fc.nat(), wordyJson, (message, at, value) => {
      const places = placesIn(message);
      const body = places[at % places.length]?.(value);
      for (const { path, message: text, hint } of lintMessage(body)) {
        expect(leadsSomewhere(body, path)).toBe(true);
        expect(text).not.toBe("");
        expect(hint).not.toBe("");
      }
    }),
    { numRuns: 500 },
  );
});
