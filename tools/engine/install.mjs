#!/usr/bin/env node
// `npm run engine`: installs the Pulumi engine in the folder where the `pulumi` package expects it
// ($PULUMI_HOME/versions/<version>/bin, by default under ~/.pulumi). It first tries Pulumi's own download. If the
// download is not reachable, it builds the same release from its Go modules and adds the Node.js language host of this
// folder. Concurrent runs are safe. Does nothing if the engine is already installed.

import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import lockfile from "proper-lockfile";

const here = import.meta.dirname;
const require = createRequire(import.meta.url);
const packageJson = require.resolve("pulumi/package.json");
const version = process.env.PULUMI_VERSION || require(packageJson).version;
/** The release that module/go.mod pins. */
const buildable = "3.259.0";
const versions = join(process.env.PULUMI_HOME || join(homedir(), ".pulumi"), "versions");
const target = join(versions, version);

const say = (text) => process.stderr.write(`engine: ${text}\n`);

/** The version that a CLI prints; undefined if it does not run. */
function versionOf(cli) {
  const result = spawnSync(cli, ["version"], {
    encoding: "utf8",
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "1" },
  });
  return result.status === 0 ? result.stdout.trim().replace(/^v/, "") : undefined;
}

/** Replaces our language host from an older checkout. The official host, a binary, is not changed. */
function renewLanguageHost(root) {
  const host = join(root, "bin/pulumi-language-nodejs");
  const [present, ours] = [readFileSync(host), readFileSync(join(here, "language-host.cjs"))];
  if (present.subarray(0, 2).toString() !== "#!" || present.equals(ours)) return;
  writeFileSync(`${host}.${process.pid}`, ours, { mode: 0o755 });
  renameSync(`${host}.${process.pid}`, host);
  say("updated the language host");
}

const complete = (root) =>
  existsSync(join(root, "bin/pulumi-language-nodejs")) && versionOf(join(root, "bin/pulumi")) === version;

/**
 * Runs a command that takes minutes. It does not use spawnSync, because the lock must be renewed meanwhile: another
 * process would otherwise consider it stale and start the same build.
 */
function run(command, args, { timeout, onLine, ...options }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, ...(timeout === undefined ? {} : { timeout }) });
    let stderr = "";
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    if (onLine !== undefined) createInterface({ input: child.stderr }).on("line", onLine);
    child.once("error", (error) => resolve({ error, stderr }));
    child.once("close", (status) => resolve({ status, stderr }));
  });
}

/** Downloads the release with Pulumi's launcher, which installs it in PULUMI_HOME. */
async function download(staging) {
  say(`downloading Pulumi ${version} (about 100 MB) …`);
  const launcher = join(dirname(packageJson), "run.js");
  const result = await run(process.execPath, [launcher, "version"], {
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 10 * 60_000,
    env: { ...process.env, PULUMI_HOME: staging, PULUMI_SKIP_UPDATE_CHECK: "1" },
  });
  const root = join(staging, "versions", version);
  if (result.status === 0 && complete(root)) return root;
  const reason = result.error?.message ?? result.stderr.trim().split("\n").at(-1);
  say(`could not download Pulumi (${reason})`);
  return undefined;
}

/** Shows how far a build is, in one line that is overwritten. Prints nothing if stderr is not a terminal. */
function buildProgress() {
  const started = Date.now();
  const counts = { downloaded: 0, compiled: 0 };
  return {
    /** `line`: of `go build -v`, a module that is downloaded or a package that is compiled. */
    add(line) {
      if (line.startsWith("go: downloading")) counts.downloaded += 1;
      else if (/^[\w.-]+(\/[\w.~-]+)*$/.test(line)) counts.compiled += 1;
      else return;
      if (!process.stderr.isTTY) return;
      const seconds = Math.round((Date.now() - started) / 1000);
      process.stderr.write(
        `\rengine: ${counts.downloaded} modules downloaded, ${counts.compiled} packages compiled, ${seconds} s `,
      );
    },
    end() {
      if (process.stderr.isTTY) process.stderr.write("\n");
    },
  };
}

/** Builds the same release from Go modules. Takes 2 to 5 minutes on two cores. */
async function build(staging) {
  const go = spawnSync("go", ["version"], { encoding: "utf8" });
  if (go.status !== 0)
    throw new Error(
      `Go is not installed. Install Go 1.26 or newer (https://go.dev/dl) or allow this machine to download Pulumi, then run 'npm run engine' again`,
    );
  if (version !== buildable)
    throw new Error(
      `cannot build Pulumi ${version}: only ${buildable} is supported. Unset PULUMI_VERSION, or install Pulumi ${version} manually in ${target}`,
    );
  say(
    `building Pulumi ${version} from its Go modules with ${go.stdout.split(" ")[2]} (2 to 5 minutes the first time) …`,
  );
  const root = join(staging, "built");
  mkdirSync(join(root, "bin"), { recursive: true });
  const progress = buildProgress();
  const flags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`;
  const result = await run(
    "go",
    [
      "build",
      "-v",
      "-trimpath",
      "-ldflags",
      flags,
      "-o",
      join(root, "bin/pulumi"),
      "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    ],
    {
      cwd: join(here, "module"),
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, GOFLAGS: "-mod=readonly", GOTOOLCHAIN: "local" },
      onLine: progress.add,
    },
  );
  progress.end();
  if (result.status !== 0)
    throw new Error(
      `the Go build failed. It requires Go 1.26 or newer and access to the Go module proxy\n${result.error?.message ?? result.stderr.trim().split("\n").slice(-20).join("\n")}`,
    );
  const host = join(root, "bin/pulumi-language-nodejs");
  copyFileSync(join(here, "language-host.cjs"), host);
  chmodSync(host, 0o755);
  if (!complete(root)) throw new Error("the built CLI does not run");
  return root;
}

/** Moves the finished folder to the target and replaces an incomplete one. */
function moveIntoPlace(root) {
  const aside = `${target}.old-${process.pid}`;
  if (existsSync(target)) renameSync(target, aside);
  renameSync(root, target);
  rmSync(aside, { recursive: true, force: true });
}

async function main() {
  if (complete(target)) {
    renewLanguageHost(target);
    return say(`Pulumi ${version} is ready (${target})`);
  }
  mkdirSync(versions, { recursive: true });
  const release = await lockfile.lock(versions, {
    lockfilePath: join(versions, `.${version}.lock`),
    stale: 10_000,
    retries: { forever: true, minTimeout: 1000, maxTimeout: 1000, maxRetryTime: 30 * 60_000 },
  });
  const staging = mkdtempSync(join(versions, `.${version}-`));
  try {
    if (complete(target)) return say(`Pulumi ${version} is ready: another process has installed it`);
    moveIntoPlace((await download(staging)) ?? (await build(staging)));
    say(`Pulumi ${version} is ready (${target})`);
  } finally {
    rmSync(staging, { recursive: true, force: true });
    await release();
  }
}

main().catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
