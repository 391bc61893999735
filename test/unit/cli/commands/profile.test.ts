import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULT_PHONE, KEY, temporaryFolder, testAccount } from "../account.ts";
import { stackProject } from "../stack-project.ts";

const PHONE = ["--phone", DEFAULT_PHONE];

describe("mycobot profile", () => {
  it("changes what is given, and shows it", async () => {
    const { cli, json } = await testAccount();
    const update = [
      "profile",
      "update",
      ...PHONE,
      "--about",
      "Fresh herbs",
      "--vertical",
      "retail",
      "--website",
      "https://a.example",
      "--website",
      "https://b.example",
    ];
    expect(await cli(update)).toMatchObject({
      code: 0,
      stdout: `${DEFAULT_PHONE}: changed about, vertical, websites.\n`,
    });
    expect((await json(["profile", "get", ...PHONE])).result).toMatchObject({
      version: 1,
      phone: DEFAULT_PHONE,
      profile: { about: "Fresh herbs", vertical: "RETAIL", websites: ["https://a.example/", "https://b.example/"] },
    });
    const { stdout } = await cli(["profile", "get", ...PHONE]);
    expect(stdout).toContain("about     Fresh herbs\n");
    expect(stdout).toContain("websites  https://a.example/\n          https://b.example/\n");
    expect((await json(["profile", "update", ...PHONE, "--no-websites"])).result).toEqual({
      version: 1,
      phone: DEFAULT_PHONE,
      changed: ["websites"],
    });
  });

  it("takes a file, flags first, and the phone of a stack", async () => {
    const { json } = await testAccount();
    const { folder: cwd } = await stackProject();
    const path = join(await temporaryFolder(), "profile.json");
    await writeFile(path, JSON.stringify({ about: "from the file", email: "hello@herbs.example.com" }));
    const { result } = await json(
      ["profile", "update", "--stack", "shop", "--file", path, "--about", "from the flag", "--dry-run"],
      { cwd, env: { MATON_API_KEY: "" } },
    );
    expect(result.request).toMatchObject({
      method: "POST",
      url: expect.stringContaining(`/${DEFAULT_PHONE}/whatsapp_business_profile`),
      headers: { authorization: "Bearer [redacted]", "maton-connection": "conn-shop" },
      body: { messaging_product: "whatsapp", about: "from the flag", email: "hello@herbs.example.com" },
    });
    expect(JSON.stringify(result)).not.toContain(KEY);
  });

  it.each([
    [["--about", ""], "about is empty"],
    [["--about", "x".repeat(140)], "140 characters"],
    [["--vertical", "HERBS"], "vertical"],
    [["--website", "herbs.example.com"], "http"],
    [["--email", "nobody"], "is not an email address"],
    [[], "No field specified"],
  ])("refuses before a request: %j", async (argv, says) => {
    const { cli, emulator } = await testAccount();
    const { code, stderr } = await cli(["profile", "update", ...PHONE, ...argv]);
    expect(code).toBe(3);
    // Lines are wrapped.
    expect(stderr.replace(/\s+/g, " ")).toContain(says);
    expect(emulator.metrics().total).toBe(0);
  });

  it("sends it as it is with --no-validate", async () => {
    const { cli } = await testAccount();
    expect(await cli(["profile", "update", ...PHONE, "--about", "", "--no-validate"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("131000"),
    });
  });
});
