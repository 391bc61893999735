import { describe, expect, it } from "vitest";
import { EXIT, EXIT_MEANINGS, exitCodeOf } from "../../../src/cli/exit-codes.ts";
import { ERRORS, type ErrorCode } from "../../../src/errors/index.ts";

describe("exit codes", () => {
  it("are frozen", () => {
    expect(EXIT).toEqual({
      done: 0,
      failure: 1,
      differences: 2,
      invalid: 3,
      key: 4,
      rate: 5,
      safety: 6,
      rejected: 7,
      timedOut: 8,
      interrupted: 130,
    });
  });

  it("each mean something, and each error has one that is no success", () => {
    for (const code of Object.values(EXIT)) expect(EXIT_MEANINGS[code]).not.toBe("");
    for (const code of Object.keys(ERRORS) as ErrorCode[]) expect(exitCodeOf(code)).toBeGreaterThan(0);
  });

  it.each([
    ["MYCO_USAGE", 3],
    ["MYCO_KEY_MISSING", 4],
    ["MYCO_RATE_LIMITED", 5],
    ["MYCO_LOSS_SUSPECTED", 6],
    ["MYCO_INTERRUPTED", 130],
    ["MYCO_INTERNAL", 1],
  ] as const)("%s ends with %i", (code, exit) => {
    expect(exitCodeOf(code)).toBe(exit);
  });
});
