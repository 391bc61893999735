import { describe, expect, test } from "vitest";
import { knownErrorOf, UNPUBLISHED, WHATSAPP_ERRORS } from "../../../../src/gateway/failures/whatsapp-codes.ts";
import { WHATSAPP_SUBCODES } from "../../../../src/gateway/failures/whatsapp-subcodes.ts";

describe("the tables of WhatsApp's errors", () => {
  test("have a clause as meaning and sentences as advice", () => {
    for (const { meaning, advice } of [...Object.values(WHATSAPP_ERRORS), ...Object.values(WHATSAPP_SUBCODES)]) {
      expect(meaning).toMatch(/^[^.]+[^.\s]$/);
      expect(advice).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("a subcode takes precedence over its code", () => {
    expect(knownErrorOf({ code: 100, subcode: 2388024 })?.meaning).toContain("already exists");
    expect(knownErrorOf({ code: 100, subcode: 1 })?.meaning).toContain("parameter");
  });

  test("the errors of Direct Send are explained", () => {
    expect(knownErrorOf({ code: 100, subcode: 2388318 })?.meaning).toMatch(/generated .* cannot be edited/);
    expect(knownErrorOf({ code: 100, subcode: 2388330 })?.meaning).toMatch(/generated .* cannot be deleted/);
    expect(knownErrorOf({ code: 132021 })?.advice).toContain("another `template_name`");
    expect(knownErrorOf({ code: 139200 })).toMatchObject({
      retry: "final",
      meaning: expect.stringContaining("blocked"),
    });
  });

  test.each([
    ...[131044, 131062, 132008, 132021, 137000, 139001, 139002, 139003, 139004, 139200],
    ...Array.from({ length: 19 }, (_, index) => 138000 + index),
    ...Array.from({ length: 5 }, (_, index) => 147001 + index),
  ])("code %d is explained, and no call is repeated", (code) => {
    expect(knownErrorOf({ code })).toMatchObject({
      retry: "final",
      meaning: expect.any(String),
      advice: expect.stringMatching(/^[A-Z].*\.$/),
    });
  });

  test.each([
    ...[2388012, 2388103, 2388109, 2388318, 2388330],
    ...Array.from({ length: 16 }, (_, index) => 2494164 + index),
  ])("subcode %d is explained", (subcode) => {
    const known = knownErrorOf({ code: 100, subcode });
    expect(known?.meaning).not.toBe(WHATSAPP_ERRORS[100]?.meaning);
    expect(known).toMatchObject({ retry: "final" });
  });

  test("an error without a published meaning says so", () => {
    expect(knownErrorOf({ code: 138011 })?.meaning).toBe(
      "an error about calling; WhatsApp publishes no meaning of 138011",
    );
    expect(knownErrorOf({ code: 100, subcode: 2494170 })?.advice).toContain("fbtrace_id");
    for (const { from, to, about } of UNPUBLISHED) {
      for (const code of [from, to].filter((each) => WHATSAPP_ERRORS[each] === undefined)) {
        expect(knownErrorOf({ code })?.meaning).toContain(`about ${about}`);
      }
    }
    expect(knownErrorOf({ code: 138020 })).toBeUndefined();
  });

  test("a subcode does not change whether to retry", () => {
    expect(knownErrorOf({ code: 1, subcode: 99 })?.retry).toBe("unclear");
    expect(knownErrorOf({ code: 190, subcode: 463 })?.retry).toBe("final");
  });

  test("200 to 299 are permission errors", () => {
    expect(knownErrorOf({ code: 294 })?.meaning).toBe("the permission is missing");
    expect(knownErrorOf({ code: 300 })).toBeUndefined();
  });

  test.each([4, 17, 32, 613, 80007, 130429, 131056])("%i is a rate limit: not executed", (code) => {
    expect(knownErrorOf({ code })?.retry).toBe("limit");
  });

  test.each([2, 131016, 133004, 131057, 2494100])("%i is temporary", (code) => {
    expect(knownErrorOf({ code })?.retry).toBe("transient");
  });
});
