import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";
import { OwnRepository } from "./harness/own-repository.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let repository: OwnRepository;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0 });
  repository = await OwnRepository.create("library", emulator.url);
});
afterAll(async () => {
  await emulator.close();
  await repository?.remove();
});

it("a project that depends on the package declares templates, and a second preview and refresh show no changes", async () => {
  await repository.pulumi("stack", "init", "dev");
  await repository.pulumi("config", "set", "waba", "102290129340398");
  await repository.pulumi("config", "set", "phone", "106540352242922");
  const up = await repository.pulumi("up", "-y", "-f");
  expect(up.output).toContain("4 created"); // the stack, two templates, the profile
  expect(up.code).toBe(0);
  const preview = await repository.pulumi("preview", "--diff", "--expect-no-changes");
  expect(preview.code, preview.output).toBe(0);
  const refresh = await repository.pulumi("refresh", "-y", "-f", "--diff", "--expect-no-changes");
  expect(refresh.code, refresh.output).toBe(0);
  const destroy = await repository.pulumi("destroy", "-y", "-f");
  expect(destroy.code, destroy.output).toBe(0);
});

it("an error of a stack file ends the program with its message, without a stack trace, as in Mycobot's own program", async () => {
  await mkdir(join(repository.folder, "stacks"));
  await writeFile(
    join(repository.folder, "stacks/shop.yaml"),
    'account: { waba: "102290129340398" }\ntemplates:\n  visit:\n    category: PROMO\n    languages: { en_US: { body: Hi } }\n',
  );
  await writeFile(
    join(repository.folder, "index.js"),
    'import { loadStack, MessagingStack } from "pulumi-mycobot";\nnew MessagingStack("shop", await loadStack("shop"));\n',
  );
  const preview = await repository.pulumi("preview");
  expect(preview.code).not.toBe(0);
  expect(preview.output).toMatch(/error: stack `shop` has 1 error:\n\s+stacks\/shop\.yaml:4:15: error: .*PROMO/);
  expect(preview.output).not.toMatch(/unhandled exception|^\s+at /m);
});
