import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json as answer, localServer } from "../../../gateway/local-server.ts";
import { CONNECTION, DEFAULT_PHONE, KEY, temporaryFolder, testAccount } from "../../account.ts";
import { runCli } from "../../run-cli.ts";
import { NUMBER, WAMID } from "./dry-run.ts";
import { PNG } from "./png.ts";

const PHONE = ["--phone", DEFAULT_PHONE];
const TO = ["--to", "+1 (650) 555-1234", ...PHONE];

async function folderWith(file: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, file), PNG);
  return folder;
}

describe("mycobot send", () => {
  it("sends, and prints id, status and recipient", async () => {
    const { cli, json, emulator } = await testAccount();
    const { code, stdout, stderr } = await cli(["send", "text", "Your table is ready.", ...TO]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { id } = emulator.state().messages[0] ?? {};
    expect(stdout).toBe(`message  ${id}\nstatus   accepted\nto       ${NUMBER}\n`);
    const { result } = await json(["send", "text", "-", ...TO], { stdin: "From a pipe\n" });
    expect(result).toEqual({
      version: 1,
      message: {
        id: emulator.state().messages[1]?.id,
        status: "accepted",
        contacts: [{ input: NUMBER, wa_id: NUMBER }],
      },
    });
    expect(emulator.state().messages[1]?.request).toMatchObject({ text: { body: "From a pipe" } });
  });

  it("uploads a file first; a dry run only says so", async () => {
    const { cli, emulator } = await testAccount();
    const cwd = await folderWith("mint.png");
    const argv = ["send", "image", "mint.png", "--caption", "Mint", ...TO];
    const planned = await cli([...argv, "--connection", CONNECTION, "--dry-run"], { cwd });
    expect(planned.stderr).toBe(`note: mint.png (${PNG.length} B) would be uploaded first.\n`);
    expect(planned.stdout).toContain('"id": "<id of mint.png>"');
    expect(emulator.metrics().requests).toEqual({});
    expect(await cli(argv, { cwd })).toMatchObject({ code: 0, stderr: "" });
    const { media, messages } = emulator.state();
    expect(media).toMatchObject([{ name: "mint.png", mimeType: "image/png" }]);
    expect(messages[0]?.request).toMatchObject({ image: { id: media[0]?.id, caption: "Mint" } });
  });

  it("uploads the header of an interactive message, and names a document", async () => {
    const { cli, emulator } = await testAccount();
    const cwd = await folderWith("plan.png");
    const body = ["--body", "See the plan", "--button", "Open", "--url", "https://example.com"];
    expect(await cli(["send", "cta", "--header-document", "plan.png", ...body, ...TO], { cwd })).toMatchObject({
      code: 0,
    });
    const { media, messages } = emulator.state();
    expect(messages[0]?.request).toMatchObject({
      interactive: { header: { type: "document", document: { id: media[0]?.id, filename: "plan.png" } } },
    });
  });

  it("shows progress on a terminal only, and takes it away again", async () => {
    const { cli } = await testAccount();
    const cwd = await folderWith("mint.png");
    const { stderr } = await cli(["send", "image", "mint.png", ...TO], { cwd, terminal: 80 });
    expect(stderr).toBe("\r\u001b[Kuploading mint.png: 100 %\r\u001b[K");
  });

  it("marks as read, from options and from a file", async () => {
    const { cli, json, control, emulator } = await testAccount();
    await control("inbound", { from: NUMBER, text: "Hello?" });
    const id = emulator.state().inbound[0]?.id ?? "";
    expect(await cli(["send", "read", id, ...PHONE])).toMatchObject({ code: 0, stdout: `${id}: marked as read.\n` });
    const { result } = await json(["send", "read", id, "--typing", ...PHONE]);
    expect(result).toEqual({ version: 1, message: { id }, read: true, typing: true });
    const stdin = JSON.stringify({ status: "read", message_id: id });
    expect(await cli(["send", "--file", "-", ...PHONE], { stdin })).toMatchObject({ code: 0 });
    expect(emulator.state().inbound[0]).toMatchObject({ readAt: expect.any(Number), typingUntil: expect.any(Number) });
  });

  it("writes one JSON object to stderr, warnings in it, when WhatsApp refuses", async () => {
    const { cli } = await testAccount();
    const { code, stderr } = await cli(["send", "text", "Hi", "--to", "01701234567", ...PHONE, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({
      version: 1,
      error: { code: "MYCO_WHATSAPP_ERROR", notes: [expect.stringMatching(/^warning: .*begins with 0/)] },
    });
  });

  it("prints WhatsApp's code and a hint", async () => {
    const { cli } = await testAccount({ recipients: ["4915112345678"] });
    const { code, stdout, stderr } = await cli(["send", "text", "Hi", ...TO]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/131030/);
    expect(stderr).toMatch(/\nhint: .+/);
    expect(stderr).toMatch(/\nrequest id: /);
  });

  it("needs a key only to send", async () => {
    const { code, stderr } = await runCli(["send", "text", "Hi", ...TO, "--connection", CONNECTION]);
    expect(code).toBe(4);
    expect(stderr).toContain("[MYCO_KEY_MISSING]");
  });

  it("sends anyway with --no-validate", async () => {
    const { cli, emulator } = await testAccount();
    const { code, stderr } = await cli(["send", "text", "a".repeat(4097), "--no-validate", ...TO]);
    expect(code).toBe(1);
    expect(stderr).toContain("[MYCO_WHATSAPP_ERROR]");
    expect(emulator.state().messages).toEqual([]);
  });
});

describe("mycobot send, if it is unclear whether WhatsApp received the message", () => {
  // biome-ignore lint/suspicious/noThenProperty: the word of the faults file
  const LOST = { match: { path: "**/messages" }, then: { reset: true, applyFirst: true } };

  it("sends it once, and says that it may have been sent", async () => {
    const { cli, emulator } = await testAccount({ faults: { rules: [LOST] } });
    const { code, stderr } = await cli(["send", "text", "Hi", ...TO]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: The message may have been sent: /);
    expect(stderr).toContain("\nhint:  It was not retried. Check the webhooks");
    expect(emulator.state().messages).toHaveLength(1);
    const { error } = JSON.parse((await cli(["send", "text", "Hi", ...TO, "--json"])).stderr);
    expect(error).toMatchObject({ ambiguous: true });
  });

  it("says so, too, when it is interrupted after the request left", async () => {
    const interrupts = new AbortController();
    const { url } = await localServer(() => interrupts.abort("SIGINT"));
    const env = { MATON_API_URL: url, MATON_API_KEY: KEY };
    const argv = ["send", "text", "Hi", ...TO, "--connection", CONNECTION];
    const { code, stderr } = await runCli(argv, { env, interrupts: interrupts.signal });
    expect(code).toBe(130);
    expect(stderr).toMatch(/^error: The message may have been sent: .* \[MYCO_INTERRUPTED\]/);
  });

  it("sends nothing when it is interrupted during the upload", async () => {
    const interrupts = new AbortController();
    const { url, received } = await localServer(() => interrupts.abort("SIGINT"));
    const cwd = await folderWith("mint.png");
    const env = { MATON_API_URL: url, MATON_API_KEY: KEY };
    const argv = ["send", "image", "mint.png", ...TO, "--connection", CONNECTION];
    const { code, stderr } = await runCli(argv, { env, cwd, interrupts: interrupts.signal });
    expect(code).toBe(130);
    expect(stderr).toContain("[MYCO_INTERRUPTED]");
    expect(received.map(({ path }) => path.split("/").at(-1))).toEqual(["media"]);
    expect(await readdir(cwd)).toEqual(["mint.png"]);
  });

  it("reports a message that WhatsApp holds", async () => {
    const { url } = await localServer((response) =>
      answer(response, 200, {
        messaging_product: "whatsapp",
        contacts: [{ input: NUMBER, wa_id: `${NUMBER} ` }],
        messages: [{ id: WAMID, message_status: "held_for_quality_assessment" }],
      }),
    );
    const env = { MATON_API_URL: url, MATON_API_KEY: KEY };
    const { code, stdout, stderr } = await runCli(["send", "text", "Hi", ...TO, "--connection", CONNECTION], { env });
    expect(code).toBe(0);
    expect(stdout).toContain("status   held_for_quality_assessment\n");
    expect(stderr).toMatch(/^note: WhatsApp holds the message/);
  });
});
