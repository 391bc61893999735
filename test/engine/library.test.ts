import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";
import { runCommand } from "./harness/command.ts";
import { TEST_KEY } from "./harness/workspace.ts";

const root = join(import.meta.dirname, "../..");
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let folder: string;

/** Creates the layout of `npm install`: the packed package and its dependencies. */
async function install(into: string): Promise<void> {
  const packed = spawnSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", into, root], {
    encoding: "utf8",
  });
  const archive = join(into, packed.stdout.trim());
  const modules = join(into, "node_modules");
  await mkdir(join(modules, "pulumi-mycobot"), { recursive: true });
  const unpacked = spawnSync("tar", ["xzf", archive, "--strip-components=1", "-C", join(modules, "pulumi-mycobot")]);
  expect(unpacked.status).toBe(0);
  for (const name of await readdir(join(root, "node_modules"))) {
    if (!name.startsWith(".") && name !== "pulumi-mycobot")
      await symlink(join(root, "node_modules", name), join(modules, name));
  }
}

beforeAll(async () => {
  emulator = await startEmulator({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), "mycobot-library-"));
  await cp(join(root, "examples/library"), folder, { recursive: true });
  await install(folder);
  await mkdir(join(folder, "state"));
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

function pulumi(...args: string[]) {
  return runCommand("pulumi", [...args, "--non-interactive"], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
      PULUMI_BACKEND_URL: `file://${join(folder, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_SKIP_UPDATE_CHECK: "1",
      MATON_API_KEY: TEST_KEY,
      MATON_API_URL: emulator.url,
    },
  });
}

it("a project that depends on the package declares templates, and a second preview and refresh show no changes", async () => {
  await pulumi("stack", "init", "dev");
  await pulumi("config", "set", "waba", "102290129340398");
  await pulumi("config", "set", "phone", "106540352242922");
  const up = await pulumi("up", "-y", "-f");
  expect(up.output).toContain("4 created"); // the stack, two templates, the profile
  expect(up.code).toBe(0);
  const preview = await pulumi("preview", "--diff", "--expect-no-changes");
  expect(preview.code, preview.output).toBe(0);
  const refresh = await pulumi("refresh", "-y", "-f", "--diff", "--expect-no-changes");
  expect(refresh.code, refresh.output).toBe(0);
  const destroy = await pulumi("destroy", "-y", "-f");
  expect(destroy.code, destroy.output).toBe(0);
});
