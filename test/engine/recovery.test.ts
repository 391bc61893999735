import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { removeEmptySidecars } from "./harness/empty-sidecars.ts";
import { expectSettled, expectUp, stage, textStack } from "./harness/scenario.ts";

const COUNT = 30;
const { account, workspace, people } = await stage({ quotas: false, latencyMs: 50 }, "dev");

beforeAll(async () => {
  const bodies = Object.fromEntries(
    Array.from({ length: COUNT }, (_, i) => [`notice_${i}`, `This is notice number ${i} for you.`]),
  );
  await workspace.writeStack("dev", textStack(bodies));
});

/** The ids of a process and all its descendants: launcher, engine, language host, program, provider. */
function family(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The command name may contain spaces and parentheses; the parent follows the last parenthesis.
        const [, parent] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
        return [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        return []; // ended in the meantime
      }
    });
  const children = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap(({ pid: child }) => [child, ...children(child)]);
  return [pid, ...children(pid)];
}

async function created(min: number): Promise<void> {
  const at = await new Promise<number>((resolve) => {
    const look = setInterval(() => {
      const templates = account.state().accounts.flatMap((each) => each.templates);
      const count = templates.filter(({ name }) => name !== "hello_world").length;
      if (count >= min) {
        clearInterval(look);
        resolve(count);
      }
    }, 20);
  });
  expect(at).toBeLessThan(COUNT);
}

it("after up is killed together with its provider, the next up completes it, and every template exists once", async () => {
  let pid = 0;
  const up = workspace.up("dev", [], {
    onStart: (started) => {
      pid = started;
    },
  });
  await created(8);
  for (const member of family(pid)) process.kill(member, "SIGKILL");
  expect((await up).code).not.toBe(0);
  // A kill can leave the state unreadable for Pulumi: docs/guide/troubleshooting.md, "After a kill".
  await removeEmptySidecars(join(workspace.folder, "state"));

  const locked = await workspace.up("dev");
  expect(locked.code).not.toBe(0);
  expect(locked.output).toContain("currently locked");

  const cancel = await workspace.pulumi(["cancel", "-y", "-s", "dev"]);
  expect(cancel.code, cancel.output).toBe(0);
  await expectUp(workspace, "dev");
  expect(await people.names()).toEqual(Array.from({ length: COUNT }, (_, i) => `notice_${i}/en_US`).sort());
  await expectSettled(workspace, "dev");
});
