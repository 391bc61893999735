import { describe, expect, it } from "vitest";
import { DEFAULT_PHONE, DEFAULT_WABA, testAccount } from "../account.ts";

describe("mycobot phone-numbers", () => {
  it("lists those of the account", async () => {
    const { cli, json } = await testAccount({ waba: [DEFAULT_WABA, "77"], phones: [DEFAULT_PHONE, "77:88"] });
    const { stdout } = await cli(["phone-numbers", "list", "--waba", DEFAULT_WABA]);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toMatch(
      /^id +number +name +status +quality\n106540352242922 +\+1 555-0122 +Emulated Business +CONNECTED +GREEN\n$/,
    );
    const { result } = await json(["phone-numbers", "list", "--waba", DEFAULT_WABA]);
    expect(result).toMatchObject({
      version: 1,
      phoneNumbers: [{ id: DEFAULT_PHONE, display_phone_number: "+1 555-0122" }],
    });
  });

  it("shows one, by argument or option", async () => {
    const { cli, json } = await testAccount();
    const { stdout } = await cli(["phone-numbers", "get", DEFAULT_PHONE]);
    expect(stdout).toMatch(/^id +106540352242922\nnumber +\+1 555-0122\n/);
    expect(stdout).toMatch(/throughput +STANDARD/);
    expect((await json(["phone-numbers", "get", "--phone", DEFAULT_PHONE])).result).toMatchObject({
      phoneNumber: { id: DEFAULT_PHONE },
    });
    expect(await cli(["phone-numbers", "get", "1", "--phone", "2"])).toMatchObject({ code: 3 });
    expect(await cli(["phone-numbers", "get", "1"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("100/33"),
    });
  });
});
