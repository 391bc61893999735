import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Console, type Emulator, emulator, expectUp, PHONE, textStack } from "./harness/scenario.ts";
import { Workspace } from "./harness/workspace.ts";

const HELLO = { hello: "This is what one of two files says." };

let account: Emulator;
let workspace: Workspace;
beforeAll(async () => {
  account = await emulator({ rate: 0 });
  workspace = await Workspace.create(account.url);
  await workspace.init("dev");
});
afterAll(async () => {
  await workspace.remove();
  await account.close();
});

/** Expects `preview` and `up` to fail without changing the account. */
async function expectRefused(says: RegExp): Promise<void> {
  for (const result of [await workspace.preview("dev"), await workspace.up("dev")]) {
    expect(result.code, result.output).not.toBe(0);
    expect(result.output).toMatch(says);
  }
  expect(await new Console(account.url).names()).toEqual([]);
}

describe("two stack files of one project", () => {
  it("that declare the same template are rejected by preview and up, with the position", async () => {
    await workspace.writeStack("dev", textStack(HELLO));
    await workspace.writeStack("twin", textStack(HELLO));
    await expectRefused(
      /stacks\/dev\.yaml:\d+:\d+: error: .*twin\.yaml both declare `hello\/en_US`.*template-claimed-twice/s,
    );
  });

  it("that declare the profile of the same phone number are rejected", async () => {
    const profiles = { [PHONE]: { about: "Fresh herbs" } };
    await workspace.writeStack("dev", textStack(HELLO, { profiles }));
    await workspace.writeStack("twin", textStack({ other: "This is another one." }, { profiles }));
    await expectRefused(new RegExp(`both declare the profile of phone number ${PHONE}.*profile-claimed-twice`, "s"));
  });

  it("are valid if they declare different templates; an unreadable third file is a warning", async () => {
    await workspace.writeStack("dev", textStack(HELLO));
    await workspace.writeStack("twin", textStack({ other: "This is another one." }));
    await workspace.writeStack("broken", "templates: [");
    await mkdir(join(workspace.folder, "stacks/folder.yaml"));
    await workspace.writeStack("base", "templates: {}\n");
    const output = await expectUp(workspace, "dev");
    expect(output).toMatch(/warning.*stacks\/broken\.yaml:1:13: cannot read everything that .* declares/s);
    expect(output).toMatch(/warning.*stacks\/folder\.yaml:1:1: .*is a folder/s);
    expect(await new Console(account.url).names()).toEqual(["hello/en_US"]);
  });
});
