import { describe, expect, it } from "vitest";
import { nextEditAt, recentEdits, withEdit } from "../../../src/provider/template/edit-budget.ts";

const now = new Date("2026-03-31T12:00:00.000Z");
function ago(hours: number): string {
  return new Date(now.getTime() - hours * 3_600_000).toISOString();
}

describe("edits of an approved template", () => {
  it("keeps 30 days of them", () => {
    expect(recentEdits([ago(31 * 24), ago(29 * 24), ago(1)], now)).toEqual([ago(29 * 24), ago(1)]);
    expect(withEdit([ago(31 * 24)], now)).toEqual([now.toISOString()]);
  });

  it("allows the next one 24 hours after the last", () => {
    expect(nextEditAt([ago(5)], now)).toEqual(new Date(now.getTime() + 19 * 3_600_000));
    expect(nextEditAt([], now)).toBeUndefined();
  });

  it("allows ten in 30 days", () => {
    const ten = Array.from({ length: 10 }, (_, i) => ago(24 * (29 - i)));
    expect(nextEditAt(ten, now)).toEqual(new Date(now.getTime() + 24 * 3_600_000));
    expect(nextEditAt(ten.slice(1), now)?.getTime()).toBeLessThanOrEqual(now.getTime() + 24 * 3_600_000);
  });
});
