import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readdirSync, statSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { packageVersion } from "../../../src/cli/version.ts";
import { localServer } from "../gateway/local-server.ts";
import { temporaryFolder } from "./account.ts";
import { PNG } from "./commands/send/png.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const bin = `${root}dist/cli/main.js`;

/** Milliseconds since the epoch; 0 for what is not there. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function isStale(): boolean {
  const sources = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" }).map((file) => `${root}src/${file}`);
  return !existsSync(bin) || sources.some((file) => changedAt(file) > changedAt(`${root}dist/.tsbuildinfo`));
}

/** The gate builds before it tests; elsewhere it is done here, once. */
beforeAll(() => {
  if (isStale()) spawnSync("npx", ["tsc", "-p", "tsconfig.build.json"], { cwd: root });
}, 120_000);

function start(...argv: string[]): ChildProcess {
  return spawn(process.execPath, [bin, ...argv], { cwd: root, stdio: ["pipe", "pipe", "pipe"] });
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text.trimEnd();
}

describe("the built command", () => {
  it("prints its version and nothing else", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "--version"], { encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${packageVersion()}\n`, stderr: "" });
  });

  it("ends with the exit code of its command", () => {
    expect(spawnSync(process.execPath, [bin, "valdate"]).status).toBe(3);
  });

  it.each([
    { signal: "SIGTERM", code: 0 },
    { signal: "SIGINT", code: 130 },
  ] as const)("closes the emulator on $signal", async ({ signal, code }) => {
    const child = start("emulator", "--port", "0");
    const exit = once(child, "exit");
    expect(await firstLine(child)).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+$/);
    child.kill(signal);
    expect(await exit).toEqual([code, null]);
  });

  it.each([
    { what: "help", argv: ["emulator", "--help"] },
    {
      what: "a request",
      argv: ["send", "text", "Hi", "--to", "16505551234", "--phone", "1", "--connection", "c", "--dry-run"],
    },
  ])("ends quietly when its reader goes away: $what", async ({ argv }) => {
    const child = start(...argv);
    let errors = "";
    child.stderr?.on("data", (chunk) => {
      errors += chunk;
    });
    child.stdout?.destroy();
    const [code] = await once(child, "exit");
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
  });

  it("ends with 130 on ^C during an upload, and leaves no file", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "mint.png"), PNG);
    const { url } = await localServer(() => child.kill("SIGINT"));
    const argv = ["media", "upload", "mint.png", "--phone", "1", "--connection", "conn-shop"];
    const env = { ...process.env, MATON_API_URL: url, MATON_API_KEY: "k-3kq9vz7w" };
    const child = spawn(process.execPath, [bin, ...argv], { cwd: folder, env, stdio: ["pipe", "pipe", "pipe"] });
    expect(await once(child, "exit")).toEqual([130, null]);
    expect(await readdir(folder)).toEqual(["mint.png"]);
  });

  it.runIf(existsSync("/dev/full"))("says that its output cannot be written", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [bin, "--help"], {
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    });
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: .*ENOSPC/);
  });
});
