import { describe, expect, it } from "vitest";
import { editBudget } from "../../../../src/cli/commands/status/template-status.ts";
import type { EmulatorOptions } from "../../../../src/emulator/index.ts";
import { CONNECTION, DEFAULT_PHONE, DEFAULT_WABA, testAccount } from "../account.ts";
import { listed, stackProject } from "../stack-project.ts";

async function status(data: object[], argv: readonly string[] = ["shop"], more: EmulatorOptions = {}) {
  const seed = JSON.parse(JSON.stringify({ data }));
  const account = await testAccount({ ...more, seed });
  const { folder: cwd } = await stackProject();
  await account.cli(["profile", "update", "--phone", DEFAULT_PHONE, "--about", "Fresh herbs"]);
  const json = await account.json(["status", ...argv, "--exit-code"], { cwd });
  const text = await account.cli(["status", ...argv], { cwd, terminal: 80, env: { NO_COLOR: "1" } });
  return { account, cwd, json, text };
}

const FINE = [listed("en_US", "APPROVED"), listed("es_MX", "PENDING")];

describe("mycobot status STACK", () => {
  it("shows templates, profiles and connections; nothing needs attention", async () => {
    const { json, text } = await status(FINE);
    expect(json.code).toBe(0);
    expect(json.result).toMatchObject({
      version: 1,
      ok: true,
      stack: "shop",
      waba: DEFAULT_WABA,
      templates: [
        {
          name: "order_shipped",
          language: "en_US",
          declared: "order_shipped/en_US",
          status: "APPROVED",
          declaredCategory: "UTILITY",
          approvedCategory: "UTILITY",
          content: "as declared",
        },
        { language: "es_MX", status: "PENDING", edits: { now: "no" }, attention: [] },
      ],
      phones: [
        { phone: DEFAULT_PHONE, number: "+1 555-0122", quality: "GREEN", status: "CONNECTED", profile: "as declared" },
      ],
      connections: [{ connection_id: CONNECTION, status: "ACTIVE" }],
      connection: CONNECTION,
      attention: [],
    });
    expect(text).toMatchObject({ code: 0, stderr: "" });
    expect(text.stdout).toContain("Nothing needs attention.\n");
    expect(text.stdout + json.stdout).not.toContain("session_token");
    expect(text.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it.each([
    ["not created", [listed("en_US", "APPROVED")], "es_MX: not created"],
    [
      "rejected",
      [listed("en_US", "APPROVED"), listed("es_MX", "REJECTED", { rejected_reason: "SCAM" })],
      "es_MX: REJECTED: SCAM",
    ],
    ["paused", [listed("en_US", "PAUSED"), listed("es_MX", "APPROVED")], "en_US: PAUSED"],
    [
      "of bad quality",
      [listed("en_US", "APPROVED", { quality_score: { score: "RED" } }), listed("es_MX", "APPROVED")],
      "en_US: quality RED",
    ],
    [
      "about to change its category",
      [listed("en_US", "APPROVED", { correct_category: "MARKETING" }), listed("es_MX", "APPROVED")],
      "en_US: category changes to MARKETING",
    ],
    [
      "edited by other means",
      [
        listed("en_US", "APPROVED", {
          components: [{ type: "BODY", text: "Hello, this is another text altogether." }],
        }),
        listed("es_MX", "APPROVED"),
      ],
      "en_US: the content differs from the stack",
    ],
  ])("ends with 2 when a template is %s", async (_, data, why) => {
    const { json, text } = await status(data);
    expect(json).toMatchObject({
      code: 2,
      result: { ok: false, attention: [expect.stringContaining(`order_shipped ${why}`)] },
    });
    expect(text.code).toBe(0);
    expect(text.stdout).toContain(`Needs attention:\n  - order_shipped ${why}`);
  });

  it("reports a category that WhatsApp chose, and does not count it", async () => {
    const { json, text } = await status([
      listed("en_US", "APPROVED", { category: "MARKETING", quality_score: { score: "YELLOW" } }),
      listed("es_MX", "APPROVED"),
    ]);
    expect(json).toMatchObject({
      code: 0,
      result: { templates: [{ declaredCategory: "UTILITY", approvedCategory: "MARKETING", quality: "YELLOW" }, {}] },
    });
    expect(text.stdout).toContain("  - order_shipped en_US: declared UTILITY, approved as MARKETING\n");
  });

  it("reports a profile that was changed", async () => {
    const { account, cwd } = await status(FINE);
    await account.cli(["profile", "update", "--phone", DEFAULT_PHONE, "--about", "Other"]);
    const { code, result } = await account.json(["status", "shop", "--exit-code"], { cwd });
    expect(code).toBe(2);
    expect(result.phones).toMatchObject([{ profile: "differs", differing: ["about"] }]);
  });

  it("counts generated templates without showing them", async () => {
    const generated = {
      ...listed("en_US", "REJECTED"),
      id: "2001",
      name: "auto_generated_1",
      source: "AUTO_GENERATED",
    };
    const { json, text, account, cwd } = await status([...FINE, generated]);
    expect(json).toMatchObject({ code: 0, result: { hiddenTemplates: 0, generatedTemplates: 1, attention: [] } });
    expect(text.stdout).toContain("1 template generated by WhatsApp (Direct Send) not shown.");
    const all = await account.json(["status", "shop", "--all", "--exit-code"], { cwd });
    expect(all).toMatchObject({ code: 0, result: { generatedTemplates: 1, attention: [] } });
    expect(all.result.templates).toHaveLength(2);
  });

  it("names a declared template whose name WhatsApp has taken for a generated one", async () => {
    const { json } = await status([
      listed("en_US", "APPROVED", { source: "AUTO_GENERATED" }),
      listed("es_MX", "APPROVED"),
    ]);
    expect(json.result.attention).toEqual([expect.stringMatching(/^order_shipped en_US: WhatsApp generated/)]);
  });

  it("does not count WhatsApp's samples as undeclared; --all shows them", async () => {
    const sample = { ...listed("en_US", "APPROVED"), id: "2001", name: "hello_world" };
    const { json, text, account, cwd } = await status([...FINE, sample]);
    expect(json).toMatchObject({ code: 0, result: { hiddenTemplates: 0 } });
    expect(text.stdout).not.toMatch(/not declared|hello_world/);
    const all = await account.json(["status", "shop", "--all"], { cwd });
    expect(all.result.templates).toContainEqual(expect.objectContaining({ name: "hello_world" }));
  });

  it("shows what the stack does not declare only with --all", async () => {
    const other = { ...listed("en_US", "REJECTED"), id: "2001", name: "other" };
    const { json, text, account, cwd } = await status([...FINE, other]);
    expect(json).toMatchObject({ code: 0, result: { hiddenTemplates: 1 } });
    expect(text.stdout).toContain("1 template not declared in the stack, shown with --all.");
    const all = await account.json(["status", "shop", "--all", "--exit-code"], { cwd });
    expect(all).toMatchObject({ code: 2, result: { hiddenTemplates: 0, attention: ["other en_US: REJECTED"] } });
  });
});

describe("mycobot status", () => {
  it("shows all of an account, without comparing", async () => {
    const hostile = { ...listed("en_US", "APPROVED"), name: "evil\u202e\u001b[31m" };
    const { json, text } = await status([hostile], ["--waba", DEFAULT_WABA]);
    expect(json).toMatchObject({ code: 0, result: { templates: [{ status: "APPROVED" }] } });
    expect(text.stdout).toContain("evil<U+202E><U+001B>[31");
  });
});

describe("the edit budget derived from a read", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  it.each([
    ["APPROVED", "2026-11-21T11:59:00+0000", { now: "yes" }],
    ["APPROVED", "2026-11-22T06:00:00+0000", { now: "perhaps", from: "2026-11-23T06:00:00.000Z" }],
    ["APPROVED", "1763700000", { now: "yes" }],
    ["APPROVED", undefined, { now: "perhaps" }],
    ["REJECTED", undefined, { now: "yes" }],
    ["PAUSED", "2026-11-22T06:00:00+0000", { now: "yes" }],
    ["PENDING", "2026-11-01T06:00:00+0000", { now: "no" }],
    ["DISABLED", undefined, { now: "no" }],
  ])("%s, last changed %s", (status, changed, expected) => {
    expect(editBudget(status, changed, now)).toMatchObject(expected);
  });
});
