import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { EXIT } from "../../../exit-codes.ts";
import type { Io } from "../../../io.ts";
import { failed, type LocalCheck, passed } from "../check.ts";
import { isOlder } from "./version-order.ts";

const NAME = "engine";

/** The version of @pulumi/pulumi in package.json. */
const MIN_ENGINE = "3.248.0";

const INSTALL = "Install it: npm install pulumi && npx pulumi version, or see https://www.pulumi.com/docs/install.";

/** Whether there is a Pulumi engine, and whether its version is supported. */
export const engine: LocalCheck = {
  name: NAME,
  run: async ({ context }) => {
    const found = await findEngine(context.io);
    if (found === undefined) {
      return failed(NAME, EXIT.invalid, "No Pulumi engine found in PATH or ~/.pulumi.", INSTALL);
    }
    const { version, file } = found;
    if (version === undefined) {
      return failed(NAME, EXIT.invalid, `${file} does not run: it printed no version.`, INSTALL);
    }
    if (!isOlder(version, MIN_ENGINE)) return passed(NAME, `Pulumi ${version}, ${file}`);
    const message = `Pulumi ${version} (${file}) is too old: at least ${MIN_ENGINE} is required.`;
    return failed(NAME, EXIT.invalid, message, INSTALL);
  },
};

interface Engine {
  file: string;
  /** Undefined if the program printed none. */
  version: string | undefined;
}

const VERSION_TIMEOUT_MS = 10_000;
const PROGRAM = process.platform === "win32" ? "pulumi.exe" : "pulumi";

/** The engine that a project would use: from PATH, or the newest of ~/.pulumi (or PULUMI_HOME). */
async function findEngine({ env }: Io): Promise<Engine | undefined> {
  return (await inPath(env)) ?? (await inHome(env));
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
  const home = env.PULUMI_HOME ?? join(env.HOME ?? homedir(), ".pulumi");
  const installed = join(home, "bin", PROGRAM);
  if (existsSync(installed)) return { file: installed, version: await printedVersion(installed, env) };
  const folders = await readdir(join(home, "versions")).catch(() => []);
  const engines = folders
    .filter((version) => /^\d+\.\d+\.\d+/.test(version))
    .map((version) => ({ version, file: join(home, "versions", version, "bin", PROGRAM) }))
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
