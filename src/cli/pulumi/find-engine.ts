import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import type { Io } from "../io.ts";
import { isOlder } from "./version-order.ts";

export interface Engine {
  file: string;
  /** Undefined if the program printed none. */
  version: string | undefined;
}

const VERSION_TIMEOUT_MS = 10_000;
const PROGRAM = process.platform === "win32" ? "pulumi.exe" : "pulumi";

/**
 * The engine that a project would use: that of its own `pulumi` package, or the first in PATH, or the newest of ~/.pulumi (or
 * PULUMI_HOME).
 */
export async function findEngine({ env, cwd }: Pick<Io, "env" | "cwd">): Promise<Engine | undefined> {
  return ofProject(env, cwd) ?? (await inPath(env)) ?? (await inHome(env));
}

/** The engine that `npx pulumi` starts, if it is installed. */
function ofProject(env: Io["env"], cwd: string): Engine | undefined {
  try {
    const { version }: { version?: unknown } = createRequire(join(cwd, "package.json"))("pulumi/package.json");
    if (typeof version !== "string") return undefined;
    const file = engineFile(homeOf(env), version);
    return existsSync(file) ? { file, version } : undefined;
  } catch {
    // The project has no package of its own.
    return undefined;
  }
}

function homeOf(env: Io["env"]): string {
  return env.PULUMI_HOME ?? join(env.HOME ?? homedir(), ".pulumi");
}

function engineFile(home: string, version: string): string {
  return join(home, "versions", version, "bin", PROGRAM);
}

async function inPath(env: Io["env"]): Promise<Engine | undefined> {
  for (const folder of (env.PATH ?? "").split(delimiter)) {
    const file = join(folder, PROGRAM);
    if (folder === "" || !existsSync(file) || (await isLauncher(file))) continue;
    return { file, version: await printedVersion(file, env) };
  }
  return undefined;
}

async function inHome(env: Io["env"]): Promise<Engine | undefined> {
  const home = homeOf(env);
  const installed = join(home, "bin", PROGRAM);
  if (existsSync(installed)) return { file: installed, version: await printedVersion(installed, env) };
  const folders = await readdir(join(home, "versions")).catch(() => []);
  const engines = folders
    .filter((version) => /^\d+\.\d+\.\d+/.test(version))
    .map((version) => ({ version, file: engineFile(home, version) }))
    .filter(({ file }) => existsSync(file));
  return engines.sort((a, b) => (isOlder(a.version, b.version) ? 1 : -1))[0];
}

/** npm's `pulumi` package starts the engine of ~/.pulumi/versions, and downloads one if there is none: it is not run. */
async function isLauncher(file: string): Promise<boolean> {
  const start = (await readFile(await realpath(file)).catch(() => Buffer.alloc(0))).subarray(0, 64).toString("latin1");
  return /^#!.*\bnode\b/.test(start);
}

function printedVersion(file: string, env: Io["env"]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const quiet = { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" };
    execFile(file, ["version"], { env: quiet, timeout: VERSION_TIMEOUT_MS }, (error, stdout) => {
      resolve(error === null ? /(\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1] : undefined);
    });
  });
}
