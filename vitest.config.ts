import { join } from "node:path";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** The gate counts tests from a JSON report; at the keyboard the ordinary output is enough. */
const reportFolder = process.env.VITEST_REPORT_DIR;
const reportName = process.env.npm_lifecycle_event === "test:conformance" ? "conformance.json" : "test.json";
const reporters: NonNullable<NonNullable<ViteUserConfig["test"]>["reporters"]> =
  reportFolder === undefined ? ["default"] : ["default", ["json", { outputFile: join(reportFolder, reportName) }]];

/** Engine tests wait for the engine most of the time: two files at once fill two cores. */
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
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"] } },
      { test: { name: "property", include: ["test/property/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "engine", include: ["test/engine/**/*.test.ts"], ...engine } },
      { test: { name: "conformance", include: ["test/conformance/**/*.test.ts"], ...engine } },
    ],
  },
});
