import { readFileSync } from "node:fs";

/** The package's version. `src/cli` and `dist/cli` stand equally deep below package.json. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  // Our own package.json: its version is a string, or npm would not have installed it.
  return (JSON.parse(text) as { version: string }).version;
}
