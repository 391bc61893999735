import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand } from "./harness/command.ts";

const tool = join(import.meta.dirname, "../../tools/engine/install.mjs");
const provided = join(process.env.PULUMI_HOME ?? join(homedir(), ".pulumi"), "versions/3.259.0/bin");

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "mycobot-engine-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** An environment without network access and with a fake `go` that copies the installed engine instead of building. */
async function withGo(script: string): Promise<NodeJS.ProcessEnv> {
  const bin = join(home, "path");
  await mkdir(bin);
  await writeFile(join(bin, "go"), `#!/bin/sh\n${script}\n`);
  await chmod(join(bin, "go"), 0o755);
  for (const name of ["node", "sh", "env", "cp", "sleep", "dirname"]) {
    const found = (await runCommand("sh", ["-c", `command -v ${name}`], { cwd: home, env: process.env })).stdout.trim();
    await symlink(found, join(bin, name));
  }
  // A proxy on a closed port, so that the download fails.
  return {
    PATH: bin,
    HOME: home,
    PULUMI_HOME: join(home, "pulumi"),
    NODE_USE_ENV_PROXY: "1",
    HTTPS_PROXY: "http://127.0.0.1:1",
  };
}

function run(env: NodeJS.ProcessEnv) {
  return runCommand(process.execPath, [tool], { cwd: home, env });
}

const building = `if [ "$1" = version ]; then echo "go version go1.26.8 linux/amd64"; exit 0; fi
echo built >> "${"$HOME"}/builds"
while [ "$1" != -o ]; do shift; done
cp "${join(provided, "pulumi")}" "$2"`;

describe("npm run engine", () => {
  it("does nothing if the engine is installed", async () => {
    const result = await runCommand(process.execPath, [tool], { cwd: home, env: process.env });
    expect(result.code).toBe(0);
    expect(result.stderr).toMatch(/^engine: Pulumi 3\.259\.0 is ready \(.*\)\n$/);
  });

  it("builds the engine once when it is started twice at the same time", async () => {
    const env = await withGo(building);
    const results = await Promise.all([run(env), run(env)]);
    expect(results.map(({ code, output }) => [code, output.includes("is ready")])).toEqual([
      [0, true],
      [0, true],
    ]);
    expect(results.filter(({ output }) => output.includes("building"))).toHaveLength(1);
    expect(await readdir(join(home, "pulumi/versions"))).toEqual(["3.259.0"]);
    expect((await readdir(join(home, "pulumi/versions/3.259.0/bin"))).sort()).toEqual([
      "pulumi",
      "pulumi-language-nodejs",
    ]);
  });

  it("reports what to install if it can neither download nor build, and leaves no files behind", async () => {
    const result = await run(await withGo("exit 127"));
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/Install Go 1\.26 or newer/);
    expect(await readdir(join(home, "pulumi/versions"))).toEqual([]);
  });
});
