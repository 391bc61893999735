#!/usr/bin/env node
// `npm run bench:startup`: how long `mycobot --version` takes beside a bare `node -e 0`. Both run in turn, so that whatever else
// the machine does meets both. Ends 1 when the goal is missed. Needs a build.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROUNDS = 20;
const MOST_TIMES = 1.5;
const MOST_MORE_MS = 60;

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const COMMANDS = { bare: ["-e", "0"], version: [main, "--version"] };

function milliseconds(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args);
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

function measured() {
  const times = { bare: [], version: [] };
  // The first round fills the disk's cache.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, args] of Object.entries(COMMANDS)) {
      const ms = milliseconds(args);
      if (round > 0) times[name].push(ms);
    }
  }
  return { bare: median(times.bare), version: median(times.version) };
}

const { bare, version } = measured();
const goal = MOST_TIMES * bare + MOST_MORE_MS;
const line = (name, ms) => console.log(`${name.padEnd(20)} ${ms.toFixed(1).padStart(7)} ms`);
console.log(`Node ${process.version}, median of ${ROUNDS} runs each, in turn`);
line("node -e 0", bare);
line("mycobot --version", version);
line("goal, at most", goal);
console.log(`ratio ${(version / bare).toFixed(2)}: ${version <= goal ? "within the goal" : "ABOVE THE GOAL"}`);
process.exitCode = version <= goal ? 0 : 1;
