import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { emulator, PHONE, WABA } from "../../engine/harness/scenario.ts";

/** A step that fails: the client's own error, or a call that WhatsApp does not have. */
export interface Exception {
  reason: string;
  /** What the step reports. */
  detail: RegExp;
}

/** A third-party client of WhatsApp's API, installed and run without any change to its code. */
export interface ForeignClient {
  name: string;
  version: string;
  language: string;
  /** Why this client: how much it is used. */
  use: string;
  /** How its requests reach the emulator. */
  reached: string;
  /** "gateway": at the emulator's `/whatsapp-business`, as behind Maton. Default: at WhatsApp's paths. */
  address?: "gateway";
  /** What is installed, with exact versions: the key of the cache. */
  pin: string;
  /** The command that installs it in a folder. */
  install: (folder: string) => readonly string[];
  /** The command that runs its steps. */
  run: (folder: string) => readonly string[];
  env?: (folder: string) => Readonly<Record<string, string>>;
  exceptions?: Readonly<Record<string, Exception>>;
}

/** The result of one step, as printed by a client script. */
export interface StepResult {
  name: string;
  ok: boolean;
  detail?: string;
}

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "mycobot", "conformance");

/** The end of a script that hangs. */
const RUN_MS = 120_000;

/**
 * A folder in the user's cache with the installed client. Each `pin` is installed once: first in a temporary folder,
 * which is then renamed, so that an interrupted installation is never used.
 */
function installed({ name, pin, install }: ForeignClient): string {
  const key = createHash("sha256").update(pin).digest("hex").slice(0, 12);
  const folder = join(cache, `${name.replaceAll(/[^a-z]+/g, "-").replace(/^-/, "")}-${key}`);
  if (existsSync(folder)) return folder;
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const [command = "", ...args] = install(aside);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: aside,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    throw new Error(`${command} ${args.join(" ")} failed: ${error?.message ?? `${stdout}${stderr}`}`);
  }
  if (existsSync(folder)) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, folder);
  return folder;
}

/** Installs the client and runs its steps against an account of its own. One step is printed per line. */
export async function resultsOf(client: ForeignClient): Promise<StepResult[]> {
  const folder = installed(client);
  const account = await emulator({ direct: true, rate: 0 });
  try {
    const [command = "", ...args] = client.run(folder);
    const child = spawn(command, args, {
      env: {
        ...process.env,
        ...client.env?.(folder),
        BASE_URL: client.address === "gateway" ? `${account.url}/whatsapp-business` : account.url,
        EMULATOR_URL: account.url,
        PHONE_ID: PHONE,
        WABA_ID: WABA,
      },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: RUN_MS,
    });
    const [output, errors, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
      }),
    ]);
    if (code !== 0) throw new Error(`${client.name}: ${command} exited with ${code}: ${errors}`);
    // The client scripts print StepResult objects.
    return output
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as StepResult);
  } finally {
    await account.close();
  }
}

async function text(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
