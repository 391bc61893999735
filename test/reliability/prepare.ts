import { randomInt } from "node:crypto";
import type { TestProject } from "vitest/node";
import prepareEngine from "../engine/prepare.ts";

/** Before the first test: the engine, the seed, and how much is to be run. */
export default function prepare(project: TestProject): void {
  prepareEngine();
  const soak = process.env.MYCOBOT_SOAK === "1";
  const seed = process.env.MYCOBOT_SEED || String(randomInt(1_000_000));
  project.provide("soak", soak);
  project.provide("seed", seed);
  process.stdout.write(
    soak
      ? "reliability: every history\n"
      : `reliability: the histories that seed ${seed} chooses (MYCOBOT_SEED=${seed} repeats them)\n`,
  );
}
