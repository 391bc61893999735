import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The nearest folder with a Pulumi.yaml, at `from` or above it; undefined when there is none. */
export function enclosingProject(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "Pulumi.yaml"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The project's root: the nearest folder with a Pulumi.yaml, at `from` or above it; `from` itself when there is none. */
export function findProjectRoot(from: string): string {
  return enclosingProject(from) ?? resolve(from);
}
