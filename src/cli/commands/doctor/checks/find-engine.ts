import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import type { Io } from "../../../io.ts";
import { isOlder } from "./is-older.ts";

export interface Engine {
  file: string;
  /** Undefined when the program did not tell one. */
  version: string | undefined;
}

const LONGEST_MS = 10_000;
const NAME = process.platform === "win32" ? "pulumi.exe" : "pulumi";

function toldVersion(file: string, env: Io["env"]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const quiet = { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" };
    execFile(file, ["version"], { env: quiet, timeout: LONGEST_MS }, (error, stdout) => {
      resolve(error === null ? /(\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1] : undefined);
    });
  });
}

/** npm's `pulumi` package starts the engine of ~/.pulumi/versions, and would download it where there is none: not now. */
async function isLauncher(file: string): Promise<boolean> {
  const start = (await readFile(await realpath(file)).catch(() => Buffer.alloc(0))).subarray(0, 64).toString("latin1");
  return /^#!.*\bnode\b/.test(start);
}

async function inPath(env: Io["env"]): Promise<Engine | undefined> {
  for (const folder of (env.PATH ?? "").split(delimiter)) {
    const file = join(folder, NAME);
    if (folder === "" || !existsSync(file) || (await isLauncher(file))) continue;
    return { file, version: await toldVersion(file, env) };
  }
  return undefined;
}

async function inHome(env: Io["env"]): Promise<Engine | undefined> {
  const home = env.PULUMI_HOME ?? join(env.HOME ?? homedir(), ".pulumi");
  const installed = join(home, "bin", NAME);
  if (existsSync(installed)) return { file: installed, version: await toldVersion(installed, env) };
  const folders = await readdir(join(home, "versions")).catch(() => []);
  const engines = folders
    .filter((version) => /^\d+\.\d+\.\d+/.test(version))
    .map((version) => ({ version, file: join(home, "versions", version, "bin", NAME) }))
    .filter(({ file }) => existsSync(file));
  return engines.sort((a, b) => (isOlder(a.version, b.version) ? 1 : -1))[0];
}

/** The Pulumi engine that a project would use: of PATH, else of ~/.pulumi (or PULUMI_HOME), the newest. */
export async function findEngine({ env }: Io): Promise<Engine | undefined> {
  return (await inPath(env)) ?? (await inHome(env));
}
