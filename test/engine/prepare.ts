import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

function run(command: string, args: string[]): void {
  const result = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (result.status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
}

/** Installs the engine and builds the project before the first engine test. */
export default function prepare(): void {
  run(process.execPath, [join(root, "tools/engine/install.mjs")]);
  run("npm", ["run", "--silent", "build"]);
}
