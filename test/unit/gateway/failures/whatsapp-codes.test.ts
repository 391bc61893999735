import { describe, expect, test } from "vitest";
import { knownErrorOf, WHATSAPP_ERRORS } from "../../../../src/gateway/failures/whatsapp-codes.ts";
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
