import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json as answer, localServer } from "../../gateway/local-server.ts";
import { CONNECTION, DEFAULT_PHONE, KEY, temporaryFolder, testAccount } from "../account.ts";
import { runCli } from "../run-cli.ts";
import { PNG } from "./send/png.ts";

const PHONE = ["--phone", DEFAULT_PHONE];
const TOKEN = { WHATSAPP_ACCESS_TOKEN: "EAAtoken1234567890" };

async function folder(): Promise<string> {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "mint.png"), PNG);
  return cwd;
}

/** An account with one file, and its id. */
async function withMedia(options = {}) {
  const account = await testAccount(options);
  const cwd = await folder();
  const { result } = await account.json(["media", "upload", "mint.png", ...PHONE], { cwd });
  // The shape that help documents.
  const { id } = result.media as { id: string };
  return { ...account, cwd, id };
}

describe("mycobot media upload", () => {
  it("prints the id alone", async () => {
    const { cli, emulator } = await testAccount();
    const { code, stdout, stderr } = await cli(["media", "upload", "mint.png", ...PHONE], { cwd: await folder() });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${emulator.state().media[0]?.id}\n`, stderr: "" });
  });

  it("refuses what it is not to be sent as, before a request", async () => {
    const { cli, emulator } = await testAccount();
    const argv = ["media", "upload", "mint.png", "--as", "sticker", ...PHONE];
    const { code, stdout, stderr } = await cli(argv, { cwd: await folder() });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain('"mint.png" was declared as sticker but contains image/png');
    expect(emulator.state().media).toEqual([]);
  });

  it("ends with 130 on ^C, and leaves nothing behind", async () => {
    const interrupts = new AbortController();
    const { url } = await localServer(() => interrupts.abort("SIGINT"));
    const cwd = await folder();
    const argv = ["media", "upload", "mint.png", ...PHONE, "--connection", CONNECTION];
    const env = { MATON_API_URL: url, MATON_API_KEY: KEY };
    const { code, stdout, stderr } = await runCli(argv, { env, cwd, interrupts: interrupts.signal });
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toContain("[MYCO_INTERRUPTED]");
    expect(await readdir(cwd)).toEqual(["mint.png"]);
  });
});

describe("mycobot media get", () => {
  it("shows what and where", async () => {
    const { cli, json, id } = await withMedia();
    const { code, stdout, stderr } = await cli(["media", "get", id]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^media +${id}\ntype +image/png\nsize +${PNG.length} B\nsha256 +[0-9a-f]{64}\n`));
    expect(stdout).toMatch(/\nhttps:\/\/lookaside\.fbsbx\.com\/\S+\n$/);
    expect(stderr).toContain("5 minutes");
    expect((await json(["media", "get", id])).result).toMatchObject({
      version: 1,
      media: { id, mime_type: "image/png", file_size: PNG.length },
    });
  });

  it("reports missing media", async () => {
    const { cli } = await testAccount();
    expect(await cli(["media", "get", "999"])).toMatchObject({ code: 1 });
    expect(await cli(["media", "get", "nine"])).toMatchObject({ code: 3 });
  });
});

describe("mycobot media download", () => {
  it("writes the file", async () => {
    const { cli, json, id, cwd } = await withMedia({ direct: true });
    const argv = ["media", "download", id, "--out", "copy.png"];
    expect(await cli(argv, { cwd, env: TOKEN })).toMatchObject({
      code: 0,
      stdout: `Wrote copy.png: image/png, ${PNG.length} B.\n`,
      stderr: "",
    });
    expect(await readFile(join(cwd, "copy.png"))).toEqual(PNG);
    expect(await readdir(cwd)).toEqual(["copy.png", "mint.png"]);
    expect((await json(argv, { cwd, env: TOKEN })).result).toMatchObject({
      version: 1,
      media: { id, file: "copy.png", mime_type: "image/png", file_size: PNG.length, verified: true },
    });
  });

  it("says that it needs WhatsApp's own token, before a request", async () => {
    const { code, stdout, stderr } = await runCli(["media", "download", "77", "--out", "copy.png"]);
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toContain("WHATSAPP_ACCESS_TOKEN is not set");
    expect(stderr).toMatch(/mycobot media get 77.* expires after 5 minutes/);
    expect(stderr).toContain("[MYCO_ACCESS_TOKEN_MISSING]");
  });

  it("never sends Maton's key to where the media are", async () => {
    const { url, received } = await localServer((response, { path }) =>
      path === "/bytes"
        ? response.end(PNG)
        : answer(response, 200, { id: "77", url: `${url}/bytes`, mime_type: "image/png" }),
    );
    const cwd = await folder();
    const env = { MATON_API_URL: url, MATON_API_KEY: KEY, ...TOKEN };
    const argv = ["media", "download", "77", "--out", "copy.png", "--connection", CONNECTION];
    const { code, stderr } = await runCli(argv, { env, cwd });
    expect(code).toBe(0);
    expect(stderr).toContain("sent no digest");
    expect(received.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${KEY}`,
      `Bearer ${TOKEN.WHATSAPP_ACCESS_TOKEN}`,
    ]);
    expect(JSON.stringify(received[1]?.headers)).not.toContain(KEY);
  });

  it("leaves no half a file when it is interrupted", async () => {
    const interrupts = new AbortController();
    const { url } = await localServer((response, { path }) => {
      if (path !== "/bytes") return answer(response, 200, { id: "77", url: `${url}/bytes`, mime_type: "image/png" });
      response.writeHead(200, { "content-length": "1000" });
      response.write(PNG, () => interrupts.abort("SIGINT"));
    });
    const cwd = await folder();
    const env = { MATON_API_URL: url, MATON_API_KEY: KEY, ...TOKEN };
    const argv = ["media", "download", "77", "--out", "mint.png", "--connection", CONNECTION];
    const { code, stderr } = await runCli(argv, { env, cwd, interrupts: interrupts.signal });
    expect(code).toBe(130);
    expect(stderr).toContain("nothing was written");
    expect(await readdir(cwd)).toEqual(["mint.png"]);
    expect(await readFile(join(cwd, "mint.png"))).toEqual(PNG);
  });
});

describe("mycobot media delete", () => {
  it("deletes; the second time WhatsApp knows nothing of them", async () => {
    const { cli, json, id, emulator } = await withMedia();
    expect(await cli(["media", "delete", id, "--yes"])).toMatchObject({ code: 0, stdout: `${id}: deleted\n` });
    expect(emulator.state().media).toEqual([]);
    const again = await json(["media", "delete", id, "--yes"]);
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stderr).error).toMatchObject({ whatsapp: { code: 100, subcode: 33 } });
  });

  it("asks on a terminal", async () => {
    const { cli, id, emulator } = await withMedia();
    const refused = await cli(["media", "delete", id], { typed: true, stdin: "n\n", terminal: 80 });
    expect(refused.code).toBe(6);
    expect(emulator.state().media).toHaveLength(1);
  });
});
