import { describe, expect, it } from "vitest";
import type { EmulatorOptions } from "../../../../src/emulator/index.ts";
import { DEFAULT_WABA, type TestAccount, testAccount } from "../account.ts";
import { exported, fakePulumi } from "../fake-pulumi.ts";
import { listed, orderBody, stackProject } from "../stack-project.ts";

const PENDING = { data: [listed("en_US", "PENDING"), listed("es_MX", "PENDING")] };

async function waiting(options: EmulatorOptions = { seed: PENDING }) {
  const account = await testAccount(options);
  const { folder: cwd } = await stackProject();
  const wait = (...argv: string[]) => account.json(["wait", "shop", ...argv], { cwd });
  return { account, cwd, wait };
}

function verdict({ control }: TestAccount, language: string, status: string, reason?: string) {
  return control("review", { name: "order_shipped", language, status, ...(reason === undefined ? {} : { reason }) });
}

function requests({ emulator }: TestAccount): number {
  return emulator.metrics().total;
}

describe("mycobot wait", () => {
  it("ends with 0 when all are APPROVED, after looking less and less often", async () => {
    const { account, wait } = await waiting();
    account.onWait.do = async (waits) => {
      if (waits === 2) await verdict(account, "en_US", "APPROVED");
      if (waits === 4) await verdict(account, "es_MX", "APPROVED");
    };
    const { code, result, stderr } = await wait("--timeout", "30m");
    expect({ code, ok: result.ok, pending: result.pending }).toEqual({ code: 0, ok: true, pending: 0 });
    expect(account.waits).toEqual([30_000, 45_000, 67_500, 101_250]);
    expect(stderr).toBe("order_shipped en_US: APPROVED\norder_shipped es_MX: APPROVED\n");
  });

  it("asks only for the pending ones: one list, and one read of each that is done", async () => {
    const { account, wait } = await waiting();
    account.onWait.do = (waits) => (waits === 3 ? verdict(account, "en_US", "APPROVED") : undefined);
    const before = requests(account);
    await wait("--timeout", "5m");
    const looks = account.waits.length;
    expect(requests(account) - before).toBe(1 + looks + 1);
  });

  it("ends with 7 when one is rejected, and says why", async () => {
    const { account, cwd, wait } = await waiting();
    await verdict(account, "en_US", "APPROVED");
    account.onWait.do = () => verdict(account, "es_MX", "REJECTED", "PROMOTIONAL");
    const { code, result } = await wait();
    expect(code).toBe(7);
    expect(result.templates).toEqual([
      { name: "order_shipped", language: "en_US", status: "APPROVED" },
      {
        name: "order_shipped",
        language: "es_MX",
        status: "REJECTED",
        rejectedReason: "PROMOTIONAL",
        attention: expect.stringMatching(/^PROMOTIONAL: the content is promotional.*Declare category: MARKETING/),
      },
    ]);
    const text = await account.cli(["wait", "shop"], { cwd });
    expect(text.stdout).toMatch(/order_shipped +es_MX +REJECTED +PROMOTIONAL/);
    expect(text.stderr).toMatch(/order_shipped es_MX: PROMOTIONAL: the content is promotional/);
  });

  it("decides all before it ends with 7", async () => {
    const { account, wait } = await waiting();
    account.onWait.do = async (waits) => {
      if (waits === 1) await verdict(account, "en_US", "REJECTED", "SCAM");
      if (waits === 3) await verdict(account, "es_MX", "APPROVED");
    };
    const { code, result } = await wait();
    expect({ code, pending: result.pending, waits: account.waits.length }).toEqual({ code: 7, pending: 0, waits: 3 });
  });

  it("adds WhatsApp's recommendation for an invalid format", async () => {
    const { account, cwd } = await waiting({
      seed: { data: [listed("en_US", "APPROVED"), listed("es_MX", "PENDING")] },
    });
    account.onWait.do = async () => {
      const info = { reason: "Variables without samples", recommendation: "Add a sample for {{1}}." };
      await account.control("templates/1002", { asked: { rejection_info: info } });
      await verdict(account, "es_MX", "REJECTED", "INVALID_FORMAT");
    };
    const { code, stderr } = await account.cli(["wait", "shop"], { cwd });
    expect(code).toBe(7);
    expect(stderr).toMatch(
      /order_shipped es_MX: INVALID_FORMAT: .*\. WhatsApp recommends: Add a sample for \{\{1\}\}\. Fix the content/,
    );
  });

  it("says that a PENDING template is an edit in review, if Pulumi's state has it", async () => {
    const { account, cwd, wait } = await waiting();
    const template = (language: string, edits?: string[]) => ({
      urn: `urn:pulumi:shop::shop::pulumi-nodejs:dynamic/mycobot:Template::order_shipped/${language}`,
      type: "pulumi-nodejs:dynamic/mycobot:Template",
      inputs: { waba: DEFAULT_WABA, ...orderBody(language === "en_US" ? "en_US" : "es_MX") },
      outputs: edits === undefined ? {} : { edits },
    });
    const env = await fakePulumi(cwd, exported([template("en_US", [new Date().toISOString()]), template("es_MX")]));
    const { code, stderr } = await account.cli(["wait", "shop", "--timeout", "0s"], { cwd, env });
    expect(code).toBe(8);
    expect(stderr).toContain("order_shipped en_US: an edit is in review");
    expect(stderr).not.toContain("es_MX: an edit");
    const withoutState = await wait("--timeout", "0s");
    expect(withoutState.result.templates).not.toContainEqual(expect.objectContaining({ isEdit: true }));
  });

  it("ends with 8 at the timeout, to the minute, and goes on when it is run again", async () => {
    const { account, cwd, wait } = await waiting();
    const { code, result } = await wait("--timeout", "2m");
    expect({ code, pending: result.pending }).toEqual({ code: 8, pending: 2 });
    expect(account.waits.reduce((sum, ms) => sum + ms)).toBeCloseTo(120_000, -3);
    const text = await account.cli(["wait", "shop", "--timeout", "0s"], { cwd });
    expect(text).toMatchObject({
      code: 8,
      stderr: "2 templates still PENDING: run the command again to continue waiting.\n",
    });
    await verdict(account, "en_US", "APPROVED");
    await verdict(account, "es_MX", "APPROVED");
    expect(await wait()).toMatchObject({ code: 0 });
  });

  it.each([
    ["PAUSED", /PAUSED: it cannot be sent, because of low quality: for 3 hours .* revise its content/],
    ["DISABLED", /DISABLED: WhatsApp has disabled it permanently.*Declare a new version/],
    ["ARCHIVED", /ARCHIVED: .*28 days.*Unarchive it/],
    ["IN_APPEAL", /IN_APPEAL: .*until the appeal is decided/],
    ["LIMIT_EXCEEDED", /LIMIT_EXCEEDED: the account has more templates than WhatsApp allows/],
  ])("ends with 1 when one is %s, and says what it means and what to do", async (status, says) => {
    const { account, cwd, wait } = await waiting({
      seed: { data: [listed("en_US", "APPROVED"), listed("es_MX", status)] },
    });
    expect(await wait()).toMatchObject({
      code: 1,
      result: { ok: false, templates: [{}, { attention: expect.stringMatching(says) }] },
    });
    expect((await account.cli(["wait", "shop"], { cwd })).stderr).toMatch(says);
    expect(account.waits).toEqual([]);
  });

  it("ends with 1 when one is not created", async () => {
    const { account, cwd } = await waiting({ seed: { data: [listed("en_US", "APPROVED")] } });
    const { code, stdout, stderr } = await account.cli(["wait", "shop"], { cwd });
    expect(stdout).toMatch(/order_shipped +es_MX +not created/);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "1 template not created: run pulumi up.\n" });
  });

  it("survives a temporary failure of the gateway", async () => {
    const { account, wait } = await waiting();
    account.onWait.do = async (waits) => {
      // biome-ignore lint/suspicious/noThenProperty: the faults file's word
      if (waits === 1) account.emulator.setFaults({ rules: [{ match: {}, then: { reset: true } }] });
      if (account.waits.at(-1) === 45_000) {
        account.emulator.setFaults({});
        await verdict(account, "en_US", "APPROVED");
        await verdict(account, "es_MX", "APPROVED");
      }
    };
    const { code, stderr } = await wait();
    expect(code).toBe(0);
    expect(stderr).toContain("Retrying.");
  });

  it("ends with 4 at once when the key is refused meanwhile", async () => {
    const { account, cwd } = await waiting();
    expect(await account.cli(["wait", "shop"], { cwd, env: { MATON_API_KEY: "k-other" } })).toMatchObject({ code: 4 });
  });

  it("ends with 130 when it is interrupted", async () => {
    const { account, cwd } = await waiting();
    const interrupts = new AbortController();
    account.onWait.do = (waits) => (waits === 2 ? interrupts.abort("SIGINT") : undefined);
    const { code, stderr } = await account.cli(["wait", "shop"], { cwd, interrupts: interrupts.signal });
    expect(code).toBe(130);
    expect(stderr).toContain("MYCO_INTERRUPTED");
  });

  it("shows its progress on a terminal", async () => {
    const { account, cwd } = await waiting();
    const { stderr } = await account.cli(["wait", "shop", "--timeout", "45s"], { cwd, terminal: 80 });
    expect(stderr).toContain("2 of 2 PENDING; next check in 30 s.\n");
  });

  it("requires a stack", async () => {
    const account = await testAccount();
    expect(await account.cli(["wait"])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("No stack specified"),
    });
    const twice = await account.cli(["wait", "a", "--stack", "b"]);
    expect(twice).toMatchObject({ code: 3, stderr: expect.stringContaining("Two stacks specified: a and b") });
    expect(await account.cli(["wait", "a", "--timeout", "soon"])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("30m"),
    });
  });
});
