import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readStackState } from "../../../../src/cli/pulumi/stack-state.ts";
import { temporaryFolder } from "../account.ts";
import { exported, fakePulumi } from "../fake-pulumi.ts";

const URN = "urn:pulumi:shop::shop::mycobot:index:MessagingStack$pulumi-nodejs:dynamic/mycobot:Template::order/en";

const ROOT = "urn:pulumi:shop::shop::pulumi:pulumi:Stack::shop-shop";

const RESOURCES = [
  { urn: ROOT, type: "pulumi:pulumi:Stack", outputs: { a: 1 } },
  { urn: URN, type: "pulumi-nodejs:dynamic/mycobot:Template", id: "1/order/en", created: "2026-11-20T00:00:00Z" },
  { urn: URN, type: "pulumi-nodejs:dynamic/mycobot:Template", id: "replaced", delete: true },
];

/** A project whose only `pulumi` is this shell script. */
async function project(script: string) {
  const folder = await temporaryFolder();
  const file = join(folder, "stacks", "shop.yaml");
  await mkdir(join(folder, "stacks"));
  await writeFile(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  await writeFile(file, "");
  const io = { cwd: folder, env: await fakePulumi(folder, script) };
  return { folder, source: { stack: { name: "shop", file }, io } };
}

describe("readStackState", () => {
  it("reads outputs and resources with one command, in the project's folder", async () => {
    const { source, folder } = await project(`echo "$*" > called; ${exported(RESOURCES)}`);
    expect(await readStackState(source)).toEqual({
      state: {
        outputs: { a: 1 },
        resources: [
          { urn: ROOT, type: "pulumi:pulumi:Stack", inputs: {}, outputs: { a: 1 } },
          {
            urn: URN,
            type: "pulumi-nodejs:dynamic/mycobot:Template",
            id: "1/order/en",
            created: "2026-11-20T00:00:00Z",
            inputs: {},
            outputs: {},
          },
        ],
      },
    });
    expect(await readFile(join(folder, "called"), "utf8")).toBe("stack export --stack shop --non-interactive\n");
  });

  it("takes a new stack without resources for an empty state", async () => {
    const { source } = await project(`echo '{"version":3,"deployment":{}}'`);
    expect(await readStackState(source)).toEqual({ state: { outputs: {}, resources: [] } });
  });

  it.each([
    ["no-stack", "echo \"error: no stack named 'shop' found\" >&2; exit 6", "Pulumi has no stack shop"],
    [
      "failed",
      "echo 'Logging in' >&2; echo 'error: PULUMI_ACCESS_TOKEN must be set' >&2; exit 3",
      "PULUMI_ACCESS_TOKEN must be set",
    ],
    [
      "failed",
      'echo "error: unable to open state database \\"postgres://u:sekret@db/x\\"" >&2; exit 1',
      'unable to open state database "postgres://[redacted]@db/x"',
    ],
    ["failed", "exit 1", "`pulumi stack export` failed without a message"],
    ["failed", "echo oops", "`pulumi stack export` printed no JSON"],
  ])("explains why there is none: %s (%s)", async (why, script, message) => {
    const { source } = await project(script);
    expect(await readStackState(source)).toEqual({ why, message });
  });

  it("does not hang, even when a child of the command keeps its streams open", async () => {
    const { source } = await project("sleep 3 & sleep 3");
    const reading = await readStackState({ ...source, timeoutMs: 300 });
    expect(reading).toEqual({ why: "timeout", message: "`pulumi stack export` took more than 0.3 s" });
  });

  it("works without an engine and without a project", async () => {
    const { source, folder } = await project("exit 1");
    const env = { PULUMI_HOME: join(folder, "none") };
    expect(await readStackState({ ...source, io: { cwd: folder, env } })).toMatchObject({ why: "no-engine" });
    const elsewhere = await temporaryFolder();
    const stack = { name: "shop", file: join(elsewhere, "shop.yaml") };
    expect(await readStackState({ stack, io: { cwd: elsewhere, env } })).toMatchObject({ why: "no-project" });
  });

  it("ends with an interruption", async () => {
    const { source } = await project("sleep 3");
    const interrupt = AbortSignal.abort();
    await expect(readStackState({ ...source, signal: interrupt })).rejects.toMatchObject({ code: "MYCO_INTERRUPTED" });
  });
});
