import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The result of one step, as printed by a client script. */
export interface StepResult {
  name: string;
  ok: boolean;
  detail?: string;
}

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "mycobot", "conformance");

/**
 * A folder in the user's cache with an installed third-party client. Each `pin` is installed once: first in a temporary
 * folder, which is then renamed, so that an interrupted installation is never used.
 */
export function installed(name: string, pin: string, install: (folder: string) => readonly string[]): string {
  const key = createHash("sha256").update(pin).digest("hex").slice(0, 12);
  const folder = join(cache, `${name}-${key}`);
  if (existsSync(folder)) return folder;
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const [command = "", ...args] = install(aside);
  const { status, stderr } = spawnSync(command, args, {
    cwd: aside,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    throw new Error(`${command} ${args.join(" ")} failed: ${stderr}`);
  }
  if (existsSync(folder)) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, folder);
  return folder;
}

/** Runs a client script and parses its output, one step per line. */
export async function runSteps(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<StepResult[]> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    }),
  ]);
  if (code !== 0) throw new Error(`${command} exited with ${code}: ${errors}`);
  // The client scripts print StepResult objects.
  return output
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as StepResult);
}

async function text(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
