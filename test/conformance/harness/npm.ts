import { join } from "node:path";
import type { ForeignClient } from "./foreign-client.ts";

/** How npm packages are installed, and how a client's `try-all.mjs` is run; `module` is the path of the client's module. */
export function npm(
  scripts: string,
  packages: readonly string[],
  module: string,
): Pick<ForeignClient, "pin" | "install" | "run" | "env"> {
  return {
    pin: packages.join(" "),
    install: (folder) =>
      ["npm", "install", "--prefix", folder, "--no-save", "--no-package-lock", "--ignore-scripts"].concat(
        ["--no-audit", "--no-fund", "--loglevel=error"],
        packages,
      ),
    run: () => [process.execPath, join(scripts, "try-all.mjs")],
    env: (folder) => ({ CLIENT_MODULE: join(folder, "node_modules", module) }),
  };
}
