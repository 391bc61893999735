import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A step of a client's script, as it prints it. */
export interface StepResult {
  name: string;
  ok: boolean;
  detail?: string;
}

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "mycobot", "conformance");

/**
 * A folder with a client that nobody here wrote, in the user's cache and out of the work tree. It is filled once for
 * every `pin`, beside its place first, so that a broken installation never looks whole.
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

/** Runs a client's script and reads its steps: every line it prints is one. */
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
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${errors}`);
  // The scripts beside this harness print what StepResult describes.
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
