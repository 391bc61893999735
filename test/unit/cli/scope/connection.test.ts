import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { CONNECTION, KEY, testAccount } from "../account.ts";
import { fakeStates } from "../fake-pulumi.ts";
import { stackProject } from "../stack-project.ts";

const BY_APP = { connection: "{ app: whatsapp-business }" };
const GET = ["phone-numbers", "get", "--stack", "shop"];

/** An account with a second ACTIVE connection, and a project that declares a connection by its app. */
async function severalConnections(stack = BY_APP) {
  const account = await testAccount({ connect: "auto" });
  const { result } = await account.json(["connections", "create"]);
  const { connection_id: second } = result.connection as { connection_id: string };
  const { folder: cwd } = await stackProject(stack);
  const used = async (argv: readonly string[], env: Record<string, string>) => {
    const done = await account.cli([...argv, "--verbose"], { cwd, env });
    return { ...done, lists: done.stderr.split("GET").filter((line) => line.includes("/connections")).length };
  };
  return { account, second, cwd, used };
}

describe("a connection that the stack declares by its app", () => {
  it("has its id in Pulumi's state, which is read if the key has several", async () => {
    const { account, second, used } = await severalConnections();
    const { env, calls } = await fakeStates({ shop: { shop: second } });
    const done = await used(GET, env);
    expect(done).toMatchObject({ code: 0, lists: 1 });
    expect(account.emulator.state().connections).toHaveLength(2);
    // The key is in neither the arguments nor the environment of the engine.
    expect(await readFile(calls, "utf8")).toBe("stack export --stack shop --non-interactive key=\n");
    expect(KEY).not.toBe("");
  });

  it("is used instead of the one of the environment", async () => {
    const { second, used } = await severalConnections();
    const { env } = await fakeStates({ shop: { shop: second } });
    expect(await used(GET, { ...env, MATON_CONNECTION: "from-env" })).toMatchObject({ code: 0, lists: 0 });
    const other = await fakeStates({ shop: { shop: "gone" } });
    expect((await used(GET, other.env)).stderr).toContain("Connection `gone` not found");
  });

  it("is not looked up where the key has only one", async () => {
    const { cli } = await testAccount();
    const { folder: cwd } = await stackProject(BY_APP);
    const { env, calls } = await fakeStates({});
    expect(await cli(GET, { cwd, env })).toMatchObject({ code: 0, stderr: "" });
    await expect(readFile(calls)).rejects.toThrow("ENOENT");
  });

  it("that is not created yet: the error lists all, with the reason and what to do", async () => {
    const { second, used } = await severalConnections();
    const { env } = await fakeStates({});
    const { code, stderr } = await used(GET, env);
    const text = stderr.replaceAll(/\s+/g, " ");
    expect(code).toBe(3);
    expect(text).toContain(`The key has several ACTIVE connections: ${CONNECTION} (ACTIVE), ${second} (ACTIVE).`);
    expect(text).toContain(
      "The id of the connection shop of the stack shop is not known: Pulumi has no stack shop. Run `pulumi up --stack shop`",
    );
    expect(text).toContain("or specify --connection ID.");
    const fallback = await used(GET, { ...env, MATON_CONNECTION: second });
    expect(fallback).toMatchObject({ code: 0 });
    expect(fallback.stderr).toContain("MATON_CONNECTION is used.");
  });

  it("explains that there is no engine", async () => {
    const { used } = await severalConnections();
    const { code, stderr } = await used(GET, { PULUMI_HOME: "/nowhere", PATH: "/bin" });
    expect(code).toBe(3);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain("no Pulumi engine found in PATH or ~/.pulumi. Install the engine");
  });

  it("is used if it is the only one for WhatsApp that the stack declares", async () => {
    const { account, second } = await severalConnections();
    const { folder: cwd } = await stackProject(BY_APP);
    const { writeFile, readFile: read } = await import("node:fs/promises");
    const file = `${cwd}/stacks/shop.yaml`;
    await writeFile(file, (await read(file, "utf8")).replace(", connection: shop", ""));
    const { env } = await fakeStates({ shop: { shop: second } });
    expect(await account.cli(GET, { cwd, env })).toMatchObject({ code: 0 });
  });
});

describe("which stacks use a connection", () => {
  it("is listed with it, and known to the doctor", async () => {
    const { account, second, cwd } = await severalConnections();
    const { env } = await fakeStates({ shop: { shop: second } });
    const table = await account.cli(["connections", "list"], { cwd, env });
    expect(table.stdout).toMatch(/^connection +status +created +used by\n/);
    expect(table.stdout).toMatch(new RegExp(`${second} .* shop\n`));
    const { result } = await account.json(["connections", "list"], { cwd, env });
    expect(result.connections).toMatchObject([
      { connection_id: CONNECTION, used_by: [] },
      { connection_id: second, used_by: ["shop"] },
    ]);
    const doctor = await account.json(["doctor", "--connection", CONNECTION], { cwd, env });
    const check = (doctor.result.checks as { name: string; message: string }[]).find(
      ({ name }) => name === "connection",
    );
    expect(check?.message).toBe(`${CONNECTION} (--connection) is ACTIVE; ${second} is used by shop`);
  });

  it("includes the stacks that choose none", async () => {
    const { json } = await testAccount();
    const { folder: cwd } = await stackProject();
    const { result } = await json(["connections", "list"], { cwd });
    expect(result.connections).toMatchObject([{ connection_id: CONNECTION, used_by: ["shop"] }]);
  });

  it("says once why a state cannot be read", async () => {
    const { cli } = await testAccount();
    const { folder: cwd } = await stackProject(BY_APP);
    const { copyFile } = await import("node:fs/promises");
    await copyFile(`${cwd}/stacks/shop.yaml`, `${cwd}/stacks/locked.yaml`);
    const { env } = await fakeStates({});
    const { code, stderr } = await cli(["connections", "list"], { cwd, env });
    expect(code).toBe(0);
    expect(stderr).toBe("note: the connections of locked are not known: PULUMI_ACCESS_TOKEN must be set\n");
  });
});
