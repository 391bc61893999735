#!/usr/bin/env node
// `node tools/golden-state.mjs v2` records the state of a release. Run it once before the release is published. It runs
// `pulumi up` of test/fixtures/state/v2.yaml with this build against the emulator, and writes the state (v2.json) and
// the account (v2-account.json) to the same folder. test/engine/golden-state.test.ts verifies that later builds can
// still refresh, update and destroy the state.
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Account } from "./demo/account.mjs";
import { Project } from "./demo/project.mjs";

const WABA = "102290129340398";
const PHONE = "106540352242922";
const root = join(import.meta.dirname, "..");
const fixtures = join(root, "test/fixtures");

const release = process.argv[2];
const target = join(fixtures, `state/${release}.json`);
if (release === undefined || !existsSync(join(fixtures, `state/${release}.yaml`)))
  throw new Error("usage: node tools/golden-state.mjs RELEASE; test/fixtures/state/RELEASE.yaml must exist");
if (existsSync(target)) throw new Error(`${target} already exists. A recorded state must not be changed`);

const write = (name, content) =>
  writeFileSync(join(fixtures, "state", name), `${JSON.stringify(content, undefined, 2)}\n`);

async function mustRun(project, ...args) {
  const { code, output } = await project.quietly(...args);
  if (code !== 0) throw new Error(output);
  return output;
}

const account = await Account.start(WABA, PHONE, "--connection", "granted-by-hand");
const project = new Project(account.url);
try {
  cpSync(join(fixtures, `state/${release}.yaml`), join(project.folder, "stacks/golden.yaml"));
  cpSync(join(fixtures, "media/square.png"), join(project.folder, "stacks/media/square.png"));
  await mustRun(project, "stack", "init", "golden");
  await mustRun(project, "up", "--yes", "--skip-preview", "--stack", "golden");
  const templates = await account.templates(); // reading completes the reviews
  await mustRun(project, "refresh", "--yes", "--skip-preview", "--stack", "golden");
  await mustRun(project, "stack", "export", "--stack", "golden", "--file", target);
  write(`${release}-account.json`, { templates, profile: await account.profile() });
} finally {
  project.remove();
  await account.stop();
}
