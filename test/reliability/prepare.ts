import { randomInt } from "node:crypto";
import type { TestProject } from "vitest/node";
import prepareEngine from "../engine/prepare.ts";

/** Prepares the engine, and provides the seed and the extent of the run to the tests. */
export default function prepare(project: TestProject): void {
  prepareEngine();
  const soak = process.env.MYCOBOT_SOAK === "1";
  const seed = process.env.MYCOBOT_SEED || String(randomInt(1_000_000));
  project.provide("soak", soak);
  project.provide("seed", seed);
  process.stdout.write(
    soak
      ? "reliability: running every history\n"
      : `reliability: running the histories of seed ${seed} (repeat them with MYCOBOT_SEED=${seed})\n`,
  );
}
