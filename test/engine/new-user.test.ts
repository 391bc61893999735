import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";
import { OwnRepository } from "./harness/own-repository.ts";

const STACK = "stacks/emulator.yaml";
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let repository: OwnRepository;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, rate: 0 });
  repository = await OwnRepository.create("repository", emulator.url);
});
afterAll(async () => {
  await emulator.close();
  await repository?.remove();
});

/** Replaces a text of the stack file. */
async function edit(from: string, to: string): Promise<void> {
  const file = join(repository.folder, STACK);
  const before = await readFile(file, "utf8");
  expect(before).toContain(from);
  await writeFile(file, before.replace(from, to));
}

// One history: each step continues the one before.
describe("the first hour in a repository of one's own", () => {
  it("the installed command works, and the stack file is valid", async () => {
    expect((await repository.mycobot("version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await repository.mycobot("validate")).toMatchObject({ code: 0 });
    const doctor = await repository.mycobot("doctor", "--stack", "emulator");
    expect(doctor.code, doctor.output).toBe(0);
  });

  it("pulumi up creates the template, and status shows it as approved", async () => {
    await repository.pulumi("stack", "init", "emulator");
    const up = await repository.pulumi("up", "-y", "-f");
    expect(up.code, up.output).toBe(0);
    const status = await repository.mycobot("status", "emulator");
    expect(status.stdout).toMatch(/table_ready +en_US +APPROVED/);
  });

  it("a changed text is an update in the preview, and up makes it", async () => {
    await edit("See you soon!", "See you in a minute!");
    const preview = await repository.pulumi("preview", "--diff");
    expect(preview.output).toMatch(/See you soon!" => ".*See you in a minute!"/);
    const up = await repository.pulumi("up", "-y", "-f");
    expect(up.code, up.output).toBe(0);
    expect((await repository.mycobot("template", "get", "table_ready", "--stack", "emulator")).stdout).toContain(
      "in a minute",
    );
  });

  it("a misspelled key is an error with its place and the right spelling, in validate and in up", async () => {
    await edit("category: UTILITY", "catgory: UTILITY");
    const validate = await repository.mycobot("validate");
    expect(validate.code).toBe(3);
    expect(validate.output).toContain("stacks/emulator.yaml:6:5");
    expect(validate.output).toContain("category");
    const up = await repository.pulumi("up", "-y", "-f");
    expect(up.code).not.toBe(0);
    expect(up.output).toContain("stacks/emulator.yaml:6:5");
    expect(up.output).not.toMatch(/^\s+at .*\(/m);
    await edit("catgory: UTILITY", "category: UTILITY");
  });

  it("a wrong account id is one error that names it, in status and in up", async () => {
    await edit('"102290129340398"', '"102290129340399"');
    const status = await repository.mycobot("status", "emulator");
    expect(status.code).not.toBe(0);
    expect(status.output).toContain("102290129340399");
    const up = await repository.pulumi("up", "-y", "-f");
    expect(up.code).not.toBe(0);
    await edit('"102290129340399"', '"102290129340398"');
    const restored = await repository.pulumi("up", "-y", "-f");
    expect(restored.code, restored.output).toBe(0);
    const preview = await repository.pulumi("preview", "--expect-no-changes");
    expect(preview.code, preview.output).toBe(0);
  });

  it("a delete by hand is refused; with --force, status shows the template as vanished", async () => {
    const command = ["template", "delete", "table_ready", "--all-languages", "--stack", "emulator"];
    const unconfirmed = await repository.mycobot(...command);
    expect(unconfirmed.code).toBe(6);
    const refused = await repository.mycobot(...command, "--yes");
    expect(refused.code).toBe(6);
    expect(refused.output).toContain("stacks/emulator.yaml:");
    const forced = await repository.mycobot(...command, "--yes", "--force");
    expect(forced.code, forced.output).toBe(0);
    const status = await repository.mycobot("status", "emulator");
    expect(status.stdout).toMatch(/table_ready +en_US +vanished/);
    expect(status.stdout).toContain("pulumi up --refresh");
  });

  it("up explains that WhatsApp has locked the name, and another version of the template is created", async () => {
    const up = await repository.pulumi("up", "-y", "-f", "--refresh");
    expect(up.code).not.toBe(0);
    expect(up.output).toMatch(/locks the name table_ready in en_US for about 30 days/);
    await edit("category: UTILITY", "version: 2\n    category: UTILITY");
    const again = await repository.pulumi("up", "-y", "-f");
    expect(again.code, again.output).toBe(0);
    expect((await repository.mycobot("status", "emulator")).stdout).toMatch(/table_ready_v2 +en_US +APPROVED/);
  });
});
