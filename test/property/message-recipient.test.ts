import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizePhoneNumber } from "../../src/model/phone-number/index.ts";

const digits = fc.stringMatching(/^[1-9][0-9]{6,14}$/);
const between = fc.array(fc.constantFrom(" ", "-", ".", "(", ")", "/", "\u00a0", "\u2011", "\u200e", ""), {
  minLength: 15,
  maxLength: 15,
});

test("digits are kept, whatever the punctuation between them, with or without a plus", () => {
  fc.assert(
    fc.property(digits, between, fc.constantFrom("", "+"), (number, marks, plus) => {
      const written = plus + Array.from(number, (digit, index) => digit + marks[index]).join("");
      const normalized = normalizePhoneNumber(written);
      expect(normalized.number).toBe(number);
      expect(normalized.issues.every(({ severity }) => severity === "warning")).toBe(true);
      expect(normalizePhoneNumber(number).number).toBe(number);
    }),
  );
});

test("a text either has a number or an error, never both", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { number, issues } = normalizePhoneNumber(text);
      expect(issues.some(({ severity }) => severity === "error")).toBe(number === undefined);
    }),
  );
});
