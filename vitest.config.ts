import { join } from "node:path";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import SoakReporter from "./test/reliability/soak-reporter.ts";

/** `.ci/run` counts the tests in a JSON report. Without this variable, vitest prints its normal output. */
const reportFolder = process.env.VITEST_REPORT_DIR;
const reportName = process.env.npm_lifecycle_event === "test:conformance" ? "conformance.json" : "test.json";
/** Set by `npm run soak`: run every history of test/reliability and print a table at the end. */
const soak = process.env.MYCOBOT_SOAK === "1";
const main = soak ? new SoakReporter() : "default";
const reporters: NonNullable<NonNullable<ViteUserConfig["test"]>["reporters"]> =
  reportFolder === undefined ? [main] : [main, ["json", { outputFile: join(reportFolder, reportName) }]];

/** Engine tests mostly wait for the engine, so two files at a time use two cores. */
const engine = {
  testTimeout: 240_000,
  hookTimeout: 240_000,
  globalSetup: ["test/engine/prepare.ts"],
};

export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    reporters,
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], testTimeout: 30_000 } },
      { test: { name: "property", include: ["test/property/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "engine", include: ["test/engine/**/*.test.ts"], ...engine } },
      {
        test: {
          name: "reliability",
          include: ["test/reliability/**/*.test.ts"],
          testTimeout: soak ? 40 * 60_000 : 240_000,
          hookTimeout: 240_000,
          globalSetup: ["test/reliability/prepare.ts"],
        },
      },
      { test: { name: "conformance", include: ["test/conformance/**/*.test.ts"], ...engine } },
    ],
  },
});
