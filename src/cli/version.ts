import { readFileSync } from "node:fs";

/** The package's version. `src/cli` and `dist/cli` are at the same depth. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  // Our own package.json: npm requires a version.
  return (JSON.parse(text) as { version: string }).version;
}
