import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, it } from "vitest";
import { type GuideCommand, guideCommands } from "./harness/guide.ts";
import { Shell } from "./harness/shell.ts";
import { Workspace } from "./harness/workspace.ts";

const root = join(import.meta.dirname, "../..");
const guides = (await readdir(join(root, "docs/guide"))).filter((name) => name.endsWith(".md")).sort();
const pages = ["README.md", ...guides.map((name) => join("docs/guide", name))];

/** Commands that other tests run or that are not part of this project. */
const ELSEWHERE = /^(npx pulumi|npm|git|cp -r examples\/\w+) /;
/** Commands with a placeholder for the reader. */
const UNFINISHED = /^export .*…/;
const EMULATOR = /^npx mycobot emulator (.*?)(\s#.*)?$/;

const PORT = "127.0.0.1:8787";

let children: ChildProcess[] = [];
let closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.reverse()) await close();
  closings = [];
});

async function stopEmulator(): Promise<void> {
  for (const child of children) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  children = [];
}

/** Starts the emulator with the flags of the guide on a free port, and replaces a running one. */
async function startEmulator(flags: string, workspace: Workspace): Promise<string> {
  await stopEmulator();
  const argv = flags.replace(/--port \d+/, "--port 0").split(" ");
  const child = spawn(process.execPath, [join(workspace.folder, "dist/cli/main.js"), "emulator", ...argv], {
    cwd: workspace.folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+$/);
  return line.replace("listening on ", "");
}

/** Simulates an incoming message and returns its id, which a webhook would deliver. */
async function receivedMessage(url: string): Promise<string> {
  const answer = await fetch(`${url}/_emulator/inbound`, { method: "POST", body: '{"from": "491701234567"}' });
  const { id } = (await answer.json()) as { id: string };
  return id;
}

/** Creates a project in which `npx mycobot` runs this build. */
async function project(): Promise<Workspace> {
  const workspace = await Workspace.create("http://127.0.0.1:9");
  closings.push(() => workspace.remove(), stopEmulator);
  await cp(join(root, "stacks"), join(workspace.folder, "stacks"), { recursive: true });
  await workspace.write("bin/npx", `#!/bin/sh\nshift\nexec "${process.execPath}" dist/cli/main.js "$@"\n`);
  await chmod(join(workspace.folder, "bin/npx"), 0o755);
  return workspace;
}

function environment(workspace: Workspace): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(MATON|MYCOBOT|WHATSAPP|npm|VITEST)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    PATH: `${join(workspace.folder, "bin")}:${join(root, "node_modules/.bin")}:${process.env.PATH}`,
    NO_COLOR: "1",
  };
}

/** Runs the commands of a page in order and returns those whose result differs from the page. */
async function surprises(commands: readonly GuideCommand[]): Promise<string[]> {
  const workspace = await project();
  const shell = new Shell(workspace.folder, environment(workspace));
  closings.push(() => shell.close());
  const found: string[] = [];
  let url = "";
  for (const { text, exit, says = "", line } of commands) {
    const flags = EMULATOR.exec(text)?.[1];
    if (flags !== undefined) {
      url = await startEmulator(flags, workspace);
      await shell.run(
        `export MESSAGE_ID=${await receivedMessage(url)}; test -z "$MATON_API_URL" || export MATON_API_URL=${url}`,
      );
    } else if (!ELSEWHERE.test(text) && !UNFINISHED.test(text)) {
      const { code, output } = await shell.run(text.replaceAll(`http://${PORT}`, url));
      if (code !== exit || !output.includes(says)) {
        found.push(`line ${line}: ${text}\nexited with ${code}:\n${output}`);
      }
    }
  }
  return found;
}

describe("the commands of the guides", () => {
  it.each(pages)("%s: every command has the documented result", async (page) => {
    const commands = guideCommands(await readFile(join(root, page), "utf8"));
    expect(commands.length).toBeGreaterThan(0);
    expect(await surprises(commands)).toEqual([]);
  });
});
