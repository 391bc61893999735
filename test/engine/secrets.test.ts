import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Console, stage, textStack, WABA } from "./harness/scenario.ts";
import { TEST_KEY } from "./harness/workspace.ts";

const { account, workspace } = await stage({ rate: 0, connect: "auto" }, "dev");

/** The content of every file in a folder and its subfolders. */
async function texts(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), "latin1")));
}

it("the key and the session token of a connection do not appear in state, history, output, logs or errors", async () => {
  const seen: string[] = [];
  const watch = async (run: Promise<{ output: string; code: number | null }>, ok: boolean): Promise<void> => {
    const { output, code } = await run;
    expect(code === 0, output).toBe(ok);
    seen.push(output);
  };
  const stack = {
    ...textStack({ notice: "This is a notice for you." }),
    connections: { shop: { app: "whatsapp-business" } },
    account: { waba: WABA, connection: "shop" },
  };
  await workspace.writeStack("dev", stack);
  await watch(workspace.up("dev", ["--logtostderr", "-v=9", "--show-reads", "--debug"]), true);
  await watch(workspace.refresh("dev", ["--logtostderr", "-v=9"]), true);
  // From now on the key comes from a command, which leaves a trace when it is run.
  const marker = join(workspace.folder, "key-command-runs");
  const env = { MATON_API_KEY: "", MATON_API_KEY_COMMAND: `echo run >> "${marker}"; echo ${TEST_KEY}` };
  await watch(workspace.preview("dev", ["--diff"], { env }), true);
  expect(existsSync(marker)).toBe(false);
  await watch(workspace.preview("dev", ["--refresh"], { env }), true);
  expect(await readFile(marker, "utf8")).toBe("run\n");
  await rm(marker);
  account.setFaults({ switches: { deadGrant: true } });
  await watch(workspace.refresh("dev"), false);
  account.setFaults({});
  await watch(workspace.refresh("dev", [], { env: { MATON_API_KEY: `${TEST_KEY} ` } }), false);
  seen.push(JSON.stringify(await workspace.state("dev")), ...(await texts(join(workspace.folder, "state"))));

  const tokens = (await new Console(account.url).connections()).flatMap(
    ({ url }) => /session_token=([^&]+)/.exec(url)?.[1] ?? [],
  );
  expect(tokens.length).toBeGreaterThan(0);
  for (const secret of [TEST_KEY, ...tokens]) {
    expect(
      seen
        .filter((text) => text.includes(secret))
        .map((text) => text.slice(Math.max(0, text.indexOf(secret) - 200), text.indexOf(secret))),
    ).toEqual([]);
  }
});
