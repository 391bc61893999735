import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectSettled, expectUp, stage, WABA } from "./harness/scenario.ts";

const { account, workspace, people } = await stage({ rate: 0, review: "pending" }, "dev");

const MINUTE = 60_000;

const STACK = `account: { waba: "${WABA}" }
templates:
  # Every summer.
  summer_sale:
    category: MARKETING
    languages:
      en_US: { body: Summer is here and every pot of herbs is cheaper until Sunday. }
      es_MX: { body: Ya es verano y cada maceta de hierbas cuesta menos hasta el domingo. }
  pickup_ready:
    category: UTILITY
    languages: { en_US: { body: Your order can be picked up from noon today. } }
`;

async function outputs(): Promise<Record<string, unknown>> {
  const { stdout } = await workspace.pulumi(["stack", "output", "--json", "-s", "dev"]);
  return JSON.parse(stdout);
}

async function review(name: string, language: string, status: string): Promise<void> {
  const response = await people.call("POST", "/_emulator/review", { name, language, status });
  expect(response.status).toBeLessThan(300);
}

const mycobot = (...args: string[]) => workspace.run(process.execPath, ["dist/cli/main.js", ...args]);

async function stackText(): Promise<string> {
  return readFile(join(workspace.folder, "stacks/dev.yaml"), "utf8");
}

describe("a new version of a template", () => {
  it("nothing is sendable while it is PENDING", async () => {
    await workspace.writeStack("dev", STACK);
    await expectUp(workspace, "dev");
    expect(await outputs()).toMatchObject({
      templateNames: { summer_sale: "summer_sale", pickup_ready: "pickup_ready" },
      sendableNames: {},
      unsendable: { summer_sale: ["en_US", "es_MX"], pickup_ready: ["en_US"] },
    });
  });

  it("a refresh alone changes no output; up --refresh lists what is APPROVED", async () => {
    await review("summer_sale", "en_US", "APPROVED");
    await review("summer_sale", "es_MX", "APPROVED");
    await review("pickup_ready", "en_US", "APPROVED");
    const refresh = await workspace.refresh("dev");
    expect(refresh.code, refresh.output).toBe(0);
    expect(await outputs()).toMatchObject({ sendableNames: {} });
    await expectUp(workspace, "dev", ["--refresh"]);
    const now = await outputs();
    expect(now.sendableNames).toEqual({
      summer_sale: { en_US: "summer_sale", es_MX: "summer_sale" },
      pickup_ready: { en_US: "pickup_ready" },
    });
    expect(now.unsendable).toEqual({});
    await expectSettled(workspace, "dev");
  });

  it("bump and up: both versions exist, and senders keep the old one", async () => {
    const bump = await mycobot("bump", "summer_sale", "--stack", "dev");
    expect(bump.code, bump.output).toBe(0);
    expect(bump.stdout).toContain("+    version: 2");
    await workspace.writeStack(
      "dev",
      (await stackText()).replace("Summer is here and", "Summer is back and").replace("Ya es", "Otra vez es"),
    );
    await expectUp(workspace, "dev");
    expect(await people.names()).toEqual([
      "pickup_ready/en_US",
      "summer_sale/en_US",
      "summer_sale/es_MX",
      "summer_sale_v2/en_US",
      "summer_sale_v2/es_MX",
    ]);
    expect(await outputs()).toMatchObject({
      templateNames: { summer_sale: "summer_sale_v2" },
      sendableNames: { summer_sale: { en_US: "summer_sale", es_MX: "summer_sale" } },
    });
  });

  it("retire is refused while the new version is not APPROVED in every language", async () => {
    await review("summer_sale_v2", "en_US", "APPROVED");
    const before = await stackText();
    const retire = await mycobot("retire", "summer_sale", "--stack", "dev");
    expect(retire.code, retire.output).toBe(6);
    expect(retire.stderr).toMatch(/version 1 of summer_sale is what senders get in es_MX \(version 2 is PENDING\)/);
    expect(await stackText()).toBe(before);
    await expectUp(workspace, "dev", ["--refresh"]);
    expect(await outputs()).toMatchObject({
      sendableNames: { summer_sale: { en_US: "summer_sale_v2", es_MX: "summer_sale" } },
    });
  });

  it("approved, retired and applied: the outputs switch, and the old version is deleted", async () => {
    await review("summer_sale_v2", "es_MX", "APPROVED");
    await expectUp(workspace, "dev", ["--refresh"]);
    expect(await outputs()).toMatchObject({
      sendableNames: { summer_sale: { en_US: "summer_sale_v2", es_MX: "summer_sale_v2" } },
    });
    const retire = await mycobot("retire", "summer_sale", "--stack", "dev", "--json");
    expect(retire.code, retire.output).toBe(0);
    expect(JSON.parse(retire.stdout)).toMatchObject({ template: "summer_sale", retired: 1, stacks: ["dev"] });
    expect(await stackText()).toContain("  # Every summer.\n");
    await expectUp(workspace, "dev");
    expect(await people.names()).toEqual(["pickup_ready/en_US", "summer_sale_v2/en_US", "summer_sale_v2/es_MX"]);
    await expectSettled(workspace, "dev");
  });
});

describe("an edit in place of the only approved version", () => {
  it("is announced in the preview, and empties the key until it is approved", async () => {
    account.clock.advance(48 * 60 * MINUTE);
    await workspace.writeStack("dev", (await stackText()).replace("from noon today", "from ten today"));
    const preview = await workspace.preview("dev");
    expect(preview.output).toMatch(
      /MYCO_W_NOTHING_SENDABLE: pickup_ready\/en_US: `pickup_ready` has no other APPROVED version in en_US/,
    );
    expect(preview.output).not.toMatch(/MYCO_W_NOTHING_SENDABLE: summer_sale/);
    await expectUp(workspace, "dev");
    expect(await outputs()).toMatchObject({
      sendableNames: { summer_sale: { en_US: "summer_sale_v2", es_MX: "summer_sale_v2" } },
      unsendable: { pickup_ready: ["en_US"] },
    });
    expect((await outputs()).sendableNames).not.toHaveProperty("pickup_ready");
    await review("pickup_ready", "en_US", "APPROVED");
    await expectUp(workspace, "dev", ["--refresh"]);
    expect((await outputs()).unsendable).toEqual({});
  });
});
