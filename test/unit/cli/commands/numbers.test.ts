import { describe, expect, it } from "vitest";
import { CONNECTION, DEFAULT_PHONE, DEFAULT_WABA, type TestAccount, testAccount } from "../account.ts";
import { stackProject } from "../stack-project.ts";

async function numberOf({ json }: TestAccount): Promise<string> {
  const { result } = await json(["phone-numbers", "list", "--waba", DEFAULT_WABA]);
  const [first] = result.phoneNumbers as { display_phone_number: string }[];
  return first?.display_phone_number ?? "";
}

describe("mycobot numbers resolve", () => {
  it("finds account and phone id in the accounts of the project, whatever the punctuation", async () => {
    const account = await testAccount();
    const shown = await numberOf(account);
    const digits = shown.replaceAll(/\D/g, "");
    const { folder: cwd } = await stackProject();
    const found = {
      phone: DEFAULT_PHONE,
      waba: DEFAULT_WABA,
      number: shown,
      connection: CONNECTION,
      stacks: ["shop"],
    };
    for (const text of [
      shown,
      digits,
      `+${digits}`,
      `(${digits.slice(0, 1)}) ${digits.slice(1, 4)}.${digits.slice(4)}`,
    ]) {
      const { code, result } = await account.json(["numbers", "resolve", text], { cwd });
      expect(code, text).toBe(0);
      expect(result).toMatchObject({ version: 1, numbers: [found] });
    }
    const { stdout } = await account.cli(["numbers", "resolve", digits], { cwd });
    expect(stdout).toMatch(new RegExp(`^phone +${DEFAULT_PHONE}\naccount +${DEFAULT_WABA}\n`));
    expect(stdout).toMatch(/\nstacks +shop\n$/);
  });

  it("searches the account of an option or of the environment", async () => {
    const account = await testAccount();
    const shown = await numberOf(account);
    expect(await account.cli(["numbers", "resolve", shown, "--waba", DEFAULT_WABA])).toMatchObject({ code: 0 });
    const env = { WHATSAPP_WABA_ID: DEFAULT_WABA };
    expect(await account.cli(["numbers", "resolve", shown], { env })).toMatchObject({ code: 0 });
  });

  it("says which accounts it has searched", async () => {
    const account = await testAccount();
    const { folder: cwd } = await stackProject();
    const { code, stderr } = await account.cli(["numbers", "resolve", "+49 30 901820"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain(`"+49 30 901820" is not a number of the account ${DEFAULT_WABA}.`);
    expect(stderr).toContain("MYCO_PHONE_NUMBER_UNKNOWN");
  });

  it("goes on if an account cannot be read", async () => {
    const account = await testAccount();
    const shown = await numberOf(account);
    const { folder: cwd } = await stackProject();
    const env = { WHATSAPP_WABA_ID: "77" };
    const found = await account.cli(["numbers", "resolve", shown], { cwd, env });
    expect(found.code).toBe(0);
    expect(found.stderr).toContain("warning: the account 77 was not searched");
    const { code, stderr } = await account.cli(["numbers", "resolve", "+49 30 901820"], { cwd, env });
    expect(code).toBe(1);
    expect(stderr).toContain("MYCO_WHATSAPP_ERROR");
  });

  it("needs an account and a number", async () => {
    const { cli } = await testAccount();
    expect(await cli(["numbers", "resolve", "+49 30 901820"])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("No WhatsApp Business account specified"),
    });
    expect(await cli(["numbers", "resolve", "herbs"])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("is not a phone number"),
    });
  });
});
