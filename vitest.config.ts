import { defineConfig } from "vitest/config";

/** Engine tests share two cores with the engine itself: one file at a time, with time for the engine to start. */
const engine = { fileParallelism: false, testTimeout: 240_000, hookTimeout: 240_000, globalSetup: ["test/engine/prepare.ts"] };

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"] } },
      { test: { name: "property", include: ["test/property/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "engine", include: ["test/engine/**/*.test.ts"], ...engine } },
      { test: { name: "conformance", include: ["test/conformance/**/*.test.ts"], ...engine } },
    ],
  },
});
