#!/usr/bin/env node
// `npm run bench:startup`: compares the duration of `mycobot --version` with that of a bare `node -e 0`. Both run
// alternately, so that other load affects both equally. Exits with 1 if the goal is missed. Requires a build.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROUNDS = 20;
const MAX_RATIO = 1.5;
const MAX_EXTRA_MS = 60;

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const COMMANDS = { bare: ["-e", "0"], version: [main, "--version"] };

function milliseconds(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args);
  if (status !== 0) throw new Error(`node ${args.join(" ")} exited with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

function measured() {
  const times = { bare: [], version: [] };
  // The first round warms up the disk cache and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, args] of Object.entries(COMMANDS)) {
      const ms = milliseconds(args);
      if (round > 0) times[name].push(ms);
    }
  }
  return { bare: median(times.bare), version: median(times.version) };
}

const { bare, version } = measured();
const goal = MAX_RATIO * bare + MAX_EXTRA_MS;
const line = (name, ms) => console.log(`${name.padEnd(20)} ${ms.toFixed(1).padStart(7)} ms`);
console.log(`Node ${process.version}, median of ${ROUNDS} alternating runs each`);
line("node -e 0", bare);
line("mycobot --version", version);
line("goal, at most", goal);
console.log(`ratio ${(version / bare).toFixed(2)}: ${version <= goal ? "within the goal" : "ABOVE THE GOAL"}`);
process.exitCode = version <= goal ? 0 : 1;
