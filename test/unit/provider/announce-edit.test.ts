import { describe, expect, it } from "vitest";
import { withoutEngine } from "../../../src/provider/engine.ts";
import { inventoryHandlers } from "../../../src/provider/inventory/inventory.ts";
import { Run } from "../../../src/provider/run.ts";
import { templateHandlers } from "../../../src/provider/template/index.ts";

const NOW = new Date("2026-11-24T11:35:00Z");

function ago(hours: number): string {
  return new Date(NOW.getTime() - hours * 3_600_000).toISOString();
}

function inputs(changes: Record<string, unknown> = {}) {
  return {
    waba: "1",
    connection: "c1",
    name: "hello",
    language: "en_US",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Hello and welcome." }],
    ...changes,
  };
}

const EDITED = { components: [{ type: "BODY", text: "Hello again and welcome." }] };

function state(facts: Record<string, unknown> = {}) {
  return {
    ...inputs(),
    templateId: "9",
    status: "APPROVED",
    approvedCategory: "UTILITY",
    asOf: ago(1.5),
    stateVersion: 1,
    ...facts,
  };
}

interface Preview {
  said: string[];
  changes: unknown;
  error: unknown;
}

/** As in a preview: check, then diff. In a refresh there is no check. */
async function preview(
  olds: Record<string, unknown>,
  changes: Record<string, unknown>,
  isRefresh = false,
): Promise<Preview> {
  const said: string[] = [];
  const run = new Run(
    {},
    () => NOW,
    withoutEngine((text) => said.push(text)),
  );
  const handlers = templateHandlers(run);
  const news = isRefresh ? inputs(changes) : ((await handlers.check(olds, inputs(changes))).inputs ?? {});
  const { changes: result, error } = await handlers.diff("id", olds, news).then(
    (diff) => ({ changes: diff.changes, error: undefined }),
    (failure: Error) => ({ changes: undefined, error: failure.message }),
  );
  return { said, changes: result, error };
}

describe("an edit, in the preview", () => {
  it.each([
    [
      "of an approved template: review, sending, budget, age",
      state(),
      /^MYCO_W_EDIT: hello\/en_US: the edit sends it back to review\. While it is PENDING it may not be sendable at all: to keep sending, declare a new version \(version: 2\)\. It uses the edit of the day, 1 of 10 in 30 days; the next one is possible after 2026-11-25 11:35 UTC\. \(APPROVED as of 2026-11-24 10:05 UTC\)$/,
    ],
    [
      "of an approved template that was edited before",
      state({ edits: [ago(30 * 24 - 1), ago(100), ago(50)] }),
      /4 of 10 in 30 days/,
    ],
    [
      "of an approved template that was edited today",
      state({ edits: [ago(5)] }),
      /^MYCO_W_EDIT_REFUSED: hello\/en_US: up will not edit it: its last edit was at 2026-11-24 06:35 UTC, 1 of 10 edits in 30 days, and .* Next edit possible at 2026-11-25 06:35 UTC; to change the text now, declare a new version \(version: 2\)\. To look at the account first: pulumi preview --refresh\.$/,
    ],
    [
      "of an approved template that used its edits of the month",
      state({ edits: Array.from({ length: 10 }, (_, i) => ago(29 * 24 - i * 48)) }),
      /10 of 10 edits in 30 days, .*Next edit possible at 2026-11-25 11:35 UTC/,
    ],
    ["of a version", state({ name: "hello_v2" }), /declare a new version \(version: 3\)/],
    [
      "of a template in review",
      state({ status: "PENDING", pendingSince: ago(72) }),
      /^MYCO_W_EDIT_REFUSED: hello\/en_US: up will not edit it: it is PENDING since 2026-11-21 11:35 UTC \(as of 2026-11-24 10:05 UTC\), and a template in review cannot be edited\. Run 'mycobot wait'/,
    ],
    ["of a disabled template", state({ status: "DISABLED" }), /DISABLED .* neither edited nor deleted/],
    ["of an archived template", state({ status: "ARCHIVED" }), /Unarchive it/],
    [
      "of a rejected template",
      state({ status: "REJECTED", rejectedReason: "ABUSIVE_CONTENT", edits: [ago(1)] }),
      /^MYCO_W_EDIT: hello\/en_US: WhatsApp rejected it \(ABUSIVE_CONTENT\); the new content is submitted for review again\./,
    ],
    [
      "of a paused template, which has no budget",
      state({ status: "PAUSED", edits: [ago(1)] }),
      /MYCO_W_EDIT: .*back to review/,
    ],
    ["with a state of an earlier release", state({ asOf: undefined }), /APPROVED as of the last run/],
  ])("%s", async (_name, olds, text) => {
    const { said, changes, error } = await preview(olds, { ...EDITED, name: olds.name });
    expect(said).toEqual([expect.stringMatching(text)]);
    expect(error).toBeUndefined();
    expect(changes).toBeUndefined();
  });

  it("is announced although the connection changes, too", async () => {
    const { said, error } = await preview(state(), { ...EDITED, connection: "c2" });
    expect(said).toEqual([expect.stringMatching(/^MYCO_W_EDIT: /)]);
    expect(error).toBeUndefined();
    expect((await preview(state(), { category: "MARKETING", connection: "c2" })).error).toContain("cannot be changed");
  });

  it("an unchanged template says nothing, whatever its status", async () => {
    for (const status of ["APPROVED", "PENDING", "DISABLED"]) {
      expect(await preview(state({ status }), {})).toMatchObject({ said: [], changes: false });
    }
  });

  it("in a refresh, which compares with the inputs of the state, says nothing", async () => {
    expect(await preview(state(EDITED), {}, true)).toMatchObject({ said: [], changes: undefined, error: undefined });
  });
});

describe("another category, in the preview", () => {
  it("of an approved template is an error with the choices, the age and the way to look again", async () => {
    const { error } = await preview(state(), { category: "MARKETING" });
    expect(error).toMatch(
      /^template hello\/en_US: the category of an approved template cannot be changed \(UTILITY to MARKETING; APPROVED as of 2026-11-24 10:05 UTC\)\. Declare a new version \(version: 2\) and move the old content to previous, or restore category: UTILITY\. .*pulumi preview --refresh/,
    );
  });

  it("that WhatsApp has assigned already sends nothing, and says nothing", async () => {
    const adjusted = await preview(state({ approvedCategory: "MARKETING" }), { category: "MARKETING" });
    expect(adjusted).toEqual({ said: [], changes: undefined, error: undefined });
  });

  it.each([
    ["of a rejected template", state({ status: "REJECTED" })],
    ["of a template in review", state({ status: "PENDING" })],
  ])("%s is no error", async (_name, olds) => {
    expect(await preview(olds, { category: "MARKETING" })).toMatchObject({ error: undefined, changes: undefined });
  });

  it("in up is left to update, which refuses this template alone: an error of diff would end the run", async () => {
    const said: string[] = [];
    const run = new Run(
      {},
      () => NOW,
      withoutEngine((text) => said.push(text)),
    );
    await inventoryHandlers(run).check({}, { waba: "1", maxDeletes: 10, __declared: "", __apply: true });
    const handlers = templateHandlers(run);
    const { inputs: news = {} } = await handlers.check(state(), inputs({ category: "MARKETING" }));
    expect((await handlers.diff("id", state(), news)).changes).toBeUndefined();
    expect(said).toEqual([]);
  });

  it("never fails a refresh", async () => {
    expect(await preview(state(), { category: "MARKETING" }, true)).toMatchObject({ error: undefined });
  });
});
