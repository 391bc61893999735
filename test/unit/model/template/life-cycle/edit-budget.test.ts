import { describe, expect, it } from "vitest";
import {
  type EditEvidence,
  editBudget,
  nextEditAt,
  recentEdits,
  withEdit,
} from "../../../../../src/model/template/life-cycle/edit-budget.ts";

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

describe("the edit budget, as far as it is known", () => {
  const recent = now.getTime() - 6 * 3_600_000;
  const old = now.getTime() - 25 * 3_600_000;
  const none = { edits: [] };

  it.each<[string, EditEvidence, object]>([
    ["rejected: no limit", { status: "REJECTED" }, { now: "yes" }],
    ["paused: no limit", { status: "PAUSED", changed: recent }, { now: "yes" }],
    ["in review", { status: "PENDING", changed: old }, { now: "no" }],
    ["disabled", { status: "DISABLED" }, { now: "no" }],
    ["a status that is new", { status: "LOCKED", changed: old }, { now: "perhaps" }],
    ["not changed for a day", { status: "APPROVED", changed: old }, { now: "yes" }],
    ["changed today, by whom is not known", { status: "APPROVED", changed: recent }, { now: "perhaps" }],
    ["no time of the last change", { status: "APPROVED" }, { now: "perhaps" }],
    [
      "created and approved today: that was no edit",
      { status: "APPROVED", changed: recent, recorded: { edits: [], created: recent - 60_000 } },
      { now: "yes", ours: [] },
    ],
    [
      "created long ago, changed today by others",
      { status: "APPROVED", changed: recent, recorded: { ...none, created: old } },
      { now: "perhaps", ours: [] },
    ],
    [
      "edited by us today",
      { status: "APPROVED", changed: recent, recorded: { edits: [ago(40 * 24), ago(6)] } },
      { now: "no", from: new Date(now.getTime() + 18 * 3_600_000).toISOString(), ours: [ago(6)] },
    ],
    [
      "ten edits of ours in 30 days",
      {
        status: "APPROVED",
        changed: old,
        recorded: { edits: Array.from({ length: 10 }, (_, i) => ago(25 + 24 * (9 - i))) },
      },
      { now: "no", from: new Date(now.getTime() + (30 * 24 - 25 - 9 * 24) * 3_600_000).toISOString() },
    ],
    [
      "edited by us two days ago",
      { status: "APPROVED", changed: old, recorded: { edits: [ago(48)] } },
      { now: "yes", ours: [ago(48)] },
    ],
  ])("%s", (_, evidence, expected) => {
    const budget = editBudget(evidence, now.getTime());
    expect(budget).toMatchObject(expected);
    expect("from" in budget).toBe("from" in expected);
  });
});
