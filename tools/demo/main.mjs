#!/usr/bin/env node
// `npm run demo`: the main workflow end to end, with the real engine over HTTP against the emulator. Exits with 0 only
// if every step had the expected result. `npm run demo -- --verbose` prints the output of the engine as well.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { Account, bodyText } from "./account.mjs";
import { command, DemoFailed, expect, message, say, table, title, verbose } from "./narration.mjs";
import { Project } from "./project.mjs";

const root = join(import.meta.dirname, "../..");
const STACK = "dev";
const DAY = "24h";

/** A phrase in the English text of stacks/base.yaml, and the phrase with which the demo replaces it. */
const BEFORE = "is on its way";
const AFTER = "has just left our garden";

function accountOfStack() {
  const read = (file) => parse(readFileSync(join(root, "stacks", file), "utf8"), { logLevel: "silent" });
  const stack = { ...read("base.yaml"), ...read(`${STACK}.yaml`) };
  return { waba: stack.account.waba, phone: stack.values.phone };
}

function provideEngine() {
  const result = spawnSync(process.execPath, [join(root, "tools/engine/install.mjs")], { stdio: "inherit" });
  if (result.status !== 0) throw new DemoFailed("no Pulumi engine available; see the output above");
}

async function showAccount(account) {
  const templates = await account.templates();
  const rows = templates.map((template) => [template.name, template.language, template.category, template.status]);
  table(["template", "language", "category", "status"], rows.sort());
  const profile = await account.profile();
  say(`business profile: ${profile.about ?? "(no about)"} · ${(profile.websites ?? []).join(" ")}`);
  const connections = await account.connections();
  say(`connections: ${connections.map(({ app, status }) => `${app} (${status})`).join(", ")}`);
  return templates;
}

async function create(project, account) {
  title("Create everything that stacks/dev.yaml declares");
  await project.quietly("stack", "init", STACK);
  const up = await project.pulumi("up", "--yes", "--skip-preview", "--stack", STACK);
  expect(up.code === 0, "the templates, the profile and the connection exist; the account contains:", up.output);
  const templates = await showAccount(account);
  expect(
    templates.length >= 4 && templates.every(({ status }) => status === "APPROVED"),
    "the emulator's WhatsApp has approved every template",
  );
  const again = await project.quietly("preview", "--stack", STACK, "--expect-no-changes");
  expect(again.code === 0, "a second preview shows no changes", again.output);
}

const shipped = (templates) =>
  templates.find(({ name, language }) => name.endsWith("order_shipped") && language === "en_US");

async function change(project, account) {
  title("Change one sentence, and preview the change");
  project.edit("stacks/base.yaml", (text) => text.replace(BEFORE, AFTER));
  const preview = await project.pulumi("preview", "--diff", "--stack", STACK);
  expect(
    preview.code === 0 && preview.output.includes(AFTER),
    "the preview shows the old and the new text; no request was sent",
    preview.output,
  );
  const before = shipped(await account.templates());
  const up = await project.pulumi("up", "--yes", "--skip-preview", "--stack", STACK);
  const after = shipped(await account.templates());
  expect(up.code === 0 && bodyText(after).includes(AFTER), "the account has the new text:", up.output);
  message(bodyText(before), bodyText(after), [BEFORE, AFTER]);
  expect(after.id === before.id, "the template was edited in place: its id is unchanged");
}

async function drift(project, account) {
  title("Detect and revert a change that was made in the console");
  say("WhatsApp allows one edit per day, so the demo advances the emulator's clock by a day before each edit.");
  await account.advance(DAY);
  const template = shipped(await account.templates());
  const components = template.components.map((part) =>
    part.type === "BODY" ? { ...part, text: `${part.text} Changed by hand!` } : part,
  );
  await account.graph("POST", template.id, { components });
  await account.advance(DAY);
  const preview = await project.pulumi("preview", "--refresh", "--diff", "--stack", STACK);
  expect(
    preview.code === 0 && preview.output.includes("Changed by hand!"),
    "preview --refresh shows the drift",
    preview.output,
  );
  const up = await project.pulumi("up", "--refresh", "--yes", "--skip-preview", "--stack", STACK);
  const repaired = shipped(await account.templates());
  expect(
    up.code === 0 && !bodyText(repaired).includes("Changed by hand!"),
    "up --refresh restored the declared text",
    up.output,
  );
}

async function destroy(project, account) {
  title("Destroy everything");
  const destroyed = await project.pulumi("destroy", "--yes", "--skip-preview", "--stack", STACK);
  expect(destroyed.code === 0, "pulumi destroy succeeded", destroyed.output);
  expect((await account.templates()).length === 0, "the account contains only WhatsApp's sample, hello_world");
  say("The business profile is unchanged: it exists as long as its phone number (onRemove: retain).");
}

async function main() {
  title("Start an emulator of the gateway and of WhatsApp");
  provideEngine();
  const { waba, phone } = accountOfStack();
  command("mycobot emulator");
  const account = await Account.start(waba, phone);
  say(`listening on ${account.url}`);
  const project = new Project(account.url);
  try {
    await create(project, account);
    await change(project, account);
    await drift(project, account);
    await destroy(project, account);
    console.log("\nDone. Nothing is left behind. The README describes how to use your own account.");
    if (!verbose) console.log("To see the output of the engine as well: npm run demo -- --verbose");
  } finally {
    project.remove();
    await account.stop();
  }
}

main().catch((error) => {
  console.error(`\n✗ ${error instanceof DemoFailed ? error.message : error.stack}`);
  process.exitCode = 1;
});
