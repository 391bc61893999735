import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Console, type Emulator, emulator, expectSettled, expectUp } from "./harness/scenario.ts";
import { Workspace } from "./harness/workspace.ts";

const root = join(import.meta.dirname, "../..");
const readme = await readFile(join(root, "README.md"), "utf8");
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    ([, text]) => text ?? "",
  );
}

const commands = blocks("sh")
  .flatMap((block) => block.split("\n"))
  .map((line) => line.replace(/\s+#.*/, "").trim());

let account: Emulator;
let workspace: Workspace;
beforeAll(async () => {
  account = await emulator({ rate: 0 });
  workspace = await Workspace.create(account.url);
  await workspace.write("mycobot", `#!/bin/sh\nexec node "${join(workspace.folder, "dist/cli/main.js")}" "$@"\n`);
});
afterAll(async () => {
  await workspace.remove();
  await account.close();
});

describe("the README", () => {
  it("names scripts that exist", async () => {
    const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = commands.flatMap((line) => [...line.matchAll(/npm (?:run )?(demo|test)\b/g)].map(([, name]) => name));
    expect(named).toEqual(expect.arrayContaining(["demo", "test"]));
    for (const name of named) expect(scripts).toHaveProperty(String(name));
  });

  it("has a valid stack file, and up applies it to the account", async () => {
    const [yaml = ""] = blocks("yaml");
    await workspace.writeStack("staging", yaml);
    const validated = await workspace.run("sh", ["mycobot", "validate", "staging"]);
    expect(validated.code, validated.output).toBe(0);
    await workspace.init("staging");
    await expectUp(workspace, "staging");
    expect(await new Console(account.url).names()).toEqual(["order_shipped/en_US", "order_shipped/es_MX"]);
    await expectSettled(workspace, "staging");
  });

  it("uses existing pulumi commands and flags", async () => {
    const pulumi = commands.filter((line) => line.startsWith("npx pulumi"));
    expect(pulumi.length).toBeGreaterThan(3);
    for (const line of pulumi) {
      const [, , command = ""] = line.split(" ");
      const help = await workspace.run("pulumi", [command, "--help"]);
      for (const flag of line.match(/--[a-z-]+/g) ?? []) expect(help.output).toContain(flag);
    }
  });

  it("uses existing mycobot commands", async () => {
    const ours = [...readme.matchAll(/npx mycobot ([a-z]+)/g)].map(([, command]) => command ?? "");
    for (const command of new Set(ours)) {
      const help = await workspace.run("sh", ["mycobot", command, "--help"]);
      expect(help.code, help.output).toBe(0);
    }
  });

  it("lists the main environment variables", async () => {
    const table = [...readme.matchAll(/^\| (`[A-Z].*?) \|/gm)].flatMap(([, cell]) =>
      [...(cell ?? "").matchAll(/`([A-Z_]+)/g)].map(([, name]) => name),
    );
    expect(table).toEqual(
      expect.arrayContaining(["MATON_API_KEY", "MATON_CONNECTION", "MYCOBOT_RATE", "MYCOBOT_ACCEPT_LOSS"]),
    );
  });
});
