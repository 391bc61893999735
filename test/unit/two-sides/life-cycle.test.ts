import { describe, expect, it } from "vitest";
import { REJECTED_REASONS, STATUSES } from "../../../src/emulator/tables/templates.ts";
import { explainRejection } from "../../../src/model/template/life-cycle/rejection-reasons.ts";
import { meaningOfStatus } from "../../../src/model/template/life-cycle/statuses.ts";

describe("explainRejection", () => {
  it.each(REJECTED_REASONS.filter((reason) => reason !== "NONE"))("explains %s and says what to do", (reason) => {
    const { text, advice } = explainRejection(reason);
    expect(text).toMatch(new RegExp(`^${reason}: [^A-Z].+[^.]$`));
    expect(advice).toMatch(/^[A-Z].+\.$/);
  });

  it("passes on what WhatsApp may invent", () => {
    expect(explainRejection("constructor")).toEqual({ text: "constructor", advice: expect.stringContaining("appeal") });
    expect(explainRejection(undefined).text).toBe("WhatsApp gave no reason");
  });
});

describe("meaningOfStatus", () => {
  it.each(STATUSES)("knows %s", (status) => {
    expect(meaningOfStatus(status)).toBeDefined();
  });
});
