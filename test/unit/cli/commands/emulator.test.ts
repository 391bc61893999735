import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ExitCode } from "../../../../src/cli/exit-codes.ts";
import { run } from "../../../../src/cli/run.ts";
import { runCli } from "../run-cli.ts";

const WABA = "102290129340398";

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "mycobot-emulator-"));
  const seed = {
    data: [{ id: "7", name: "seeded", language: "en_US", status: "APPROVED", category: "UTILITY", components: [] }],
  };
  await writeFile(join(cwd, "seed.json"), JSON.stringify(seed));
  await writeFile(join(cwd, "no-seed.json"), "[]");
  await writeFile(join(cwd, "broken.json"), "{");
  await writeFile(join(cwd, "faults.json"), JSON.stringify({ switches: { listEmpty: true } }));
  await writeFile(join(cwd, "no-faults.json"), JSON.stringify({ switches: { listEmty: true } }));
});
afterAll(() => rm(cwd, { recursive: true }));

interface Running {
  url: string;
  /** What stderr holds so far. */
  errors(): string;
  stop(signal: "SIGINT" | "SIGTERM"): Promise<{ code: ExitCode; stdout: string; stderr: string }>;
}

/** Starts `mycobot emulator` in this process and waits for its line. */
async function emulator(...argv: string[]): Promise<Running> {
  const interrupts = new AbortController();
  const stdout = new PassThrough({ encoding: "utf8" });
  const stderr = new PassThrough({ encoding: "utf8" });
  let printed = "";
  let errors = "";
  stderr.on("data", (chunk) => (errors += chunk));
  const ready = new Promise<string>((resolve) => {
    stdout.on("data", (chunk) => {
      printed += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (url !== undefined && printed.includes("\n")) resolve(url);
    });
  });
  const io = { stdin: new PassThrough(), stdout, stderr, env: {}, cwd, interrupts: interrupts.signal };
  const ended = run(["emulator", ...argv], io);
  const early = ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${errors}`)));
  const url = await Promise.race([ready, early]);
  early.catch(() => undefined);
  const stop = async (signal: "SIGINT" | "SIGTERM") => {
    interrupts.abort(signal);
    return { code: await ended, stdout: printed, stderr: errors };
  };
  return { url, errors: () => errors, stop };
}

async function templateNames(url: string, waba = WABA, key = "k"): Promise<{ status: number; names: unknown[] }> {
  const answer = await fetch(`${url}/whatsapp-business/v23.0/${waba}/message_templates`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const json = JSON.parse(await answer.text());
  return { status: answer.status, names: (json.data ?? []).map((each: { name: string }) => each.name) };
}

describe("emulator", () => {
  it("prints one line, serves, and ends with 0 on SIGTERM", async () => {
    const running = await emulator();
    expect(await templateNames(running.url)).toEqual({ status: 200, names: ["hello_world"] });
    expect(await running.stop("SIGTERM")).toEqual({ code: 0, stdout: `listening on ${running.url}\n`, stderr: "" });
    await expect(fetch(running.url)).rejects.toThrow();
  });

  it("ends with 130 on SIGINT, and prints JSON with --json", async () => {
    const running = await emulator("--json");
    const { code, stdout } = await running.stop("SIGINT");
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toEqual({ version: 1, url: running.url, port: Number(new URL(running.url).port) });
  });

  it("hands its options on", async () => {
    const options = [
      "--api-key",
      "only-this",
      "--waba",
      "555",
      "--phone",
      "777",
      "--seed",
      "seed.json",
      "--state",
      "state.json",
    ];
    const running = await emulator(
      ...options,
      "--rate",
      "0",
      "--quotas",
      "off",
      "--connect",
      "auto",
      "--connection",
      "c-1",
    );
    expect((await templateNames(running.url, "555", "another")).status).toBe(401);
    expect(await templateNames(running.url, "555", "only-this")).toEqual({ status: 200, names: ["seeded"] });
    await running.stop("SIGTERM");
    expect(await readFile(join(cwd, "state.json"), "utf8")).toContain("seeded");
  });

  it("takes a faults file", async () => {
    const running = await emulator("--seed", "seed.json", "--faults", "faults.json");
    expect(await templateNames(running.url)).toEqual({ status: 200, names: [] });
    await running.stop("SIGTERM");
  });

  it("says that a port is taken", async () => {
    const running = await emulator();
    const port = new URL(running.url).port;
    const { code, stdout, stderr } = await runCli(["emulator", "--port", port]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`Port ${port} is in use.`);
    await running.stop("SIGTERM");
  });

  it("refuses a state file that another emulator has", async () => {
    const running = await emulator("--state", "locked.json");
    const { code, stdout, stderr } = await runCli(["emulator", "--state", "locked.json"], { cwd });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("The state file is in use by another emulator.");
    await running.stop("SIGTERM");
    const next = await emulator("--state", "locked.json");
    await next.stop("SIGTERM");
  });

  it("warns on stderr when the state cannot be written, and still serves and ends well", async () => {
    await mkdir(join(cwd, "folder"));
    const running = await emulator("--state", "folder/state.json", "--seed", "seed.json");
    await vi.waitFor(() => readFile(join(cwd, "folder/state.json")));
    await rm(join(cwd, "folder"), { recursive: true });
    await fetch(`${running.url}/_emulator/clock`, { method: "POST", body: '{"advance": 1}' });
    await vi.waitFor(() => expect(running.errors()).toMatch(/^warning: Cannot write the state file .*ENOENT/));
    expect(await templateNames(running.url)).toEqual({ status: 200, names: ["seeded"] });
    expect((await running.stop("SIGTERM")).code).toBe(0);
  });

  it.each([
    { argv: ["--review", "maybe"], says: "review must be approve, reject, pending" },
    { argv: ["--rate", "-1"], says: "Expected a whole number" },
    { argv: ["--latency", "slow"], says: "Expected a whole number" },
    { argv: ["--quotas", "yes"], says: "Expected one of: on, off." },
    { argv: ["--uploads", "off"], says: "Expected one of: on, refused." },
    { argv: ["--waba", "abc"], says: '--waba: "abc" is not a number.' },
    { argv: ["--phone", "+1x"], says: '--phone: "+1x" is not a number.' },
    { argv: ["--recipients", "+1 650,bob"], says: '--recipients: "bob" is not a number.' },
    { argv: ["--api-key", ""], says: "--api-key must not be empty." },
    { argv: ["--seed", "no-seed.json"], says: "no-seed.json is not a list response" },
    { argv: ["--seed", "gone.json"], says: "Cannot read gone.json" },
    { argv: ["--faults", "no-faults.json"], says: "no-faults.json is not a faults file: /switches" },
    { argv: ["--state", "nowhere/state.json"], says: "Cannot write nowhere/state.json." },
    { argv: ["--state", "broken.json"], says: "broken.json:1:2: Invalid JSON" },
    { argv: ["--prot", "1"], says: "Unknown option '--prot'." },
    { argv: ["extra"], says: "Too many arguments" },
  ])("refuses $argv", async ({ argv, says }) => {
    const { code, stdout, stderr } = await runCli(["emulator", ...argv], { cwd });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain(says);
  });
});
