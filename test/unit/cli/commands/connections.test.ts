import { describe, expect, it } from "vitest";
import { CONNECTION, KEY, testAccount } from "../account.ts";

/** Opens a connection's URL, as a person would in a browser. */
async function visit(url: string, outcome = ""): Promise<void> {
  await fetch(`${url}${outcome}`);
}

describe("mycobot connections", () => {
  it("lists them, without their session tokens", async () => {
    const { cli, json } = await testAccount();
    await cli(["connections", "create"]);
    const table = await cli(["connections", "list"], { terminal: 80, env: { NO_COLOR: "1" } });
    expect(table.stdout).toMatch(
      /^connection +status +created\nconn-shop +ACTIVE +\d{4}-\d\d-\d\d \d\d:\d\d\n[0-9a-f-]{36} +PENDING +/,
    );
    const all = await json(["connections", "list"]);
    expect(all.result).toMatchObject({
      version: 1,
      connections: [{ connection_id: CONNECTION, status: "ACTIVE", app: "whatsapp-business" }, {}],
    });
    const pending = await json(["connections", "list", "--status", "PENDING"]);
    expect(pending.result.connections).toHaveLength(1);
    expect(table.stdout + all.stdout).not.toMatch(/session_token|"url"/);
  });

  it("reports an empty list on stderr", async () => {
    const { cli } = await testAccount();
    const { code, stdout, stderr } = await cli(["connections", "list", "--status", "FAILED"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toBe("No FAILED connections. To create one, run: mycobot connections create\n");
  });

  it("shows one", async () => {
    const { cli, json } = await testAccount();
    expect((await cli(["connections", "get", CONNECTION])).stdout).toMatch(
      /^connection {2}conn-shop\nstatus {6}ACTIVE\n/,
    );
    expect((await json(["connections", "get", CONNECTION])).result).toMatchObject({ connection: { status: "ACTIVE" } });
    expect(await cli(["connections", "get", "nobody"])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("MYCO_CONNECTION_UNKNOWN"),
    });
  });

  it("creates one, and prints the next step", async () => {
    const { cli, json } = await testAccount();
    const made = await cli(["connections", "create"]);
    const id = /^connection {2}(\S+)/.exec(made.stdout)?.[1];
    expect(made.stderr).toBe(`${id} is created. To complete it, run: mycobot connections open ${id}\n`);
    const { result, stdout } = await json(["connections", "create"]);
    expect(result).toMatchObject({ connection: { status: "PENDING" } });
    expect(stdout + made.stdout + made.stderr).not.toContain("session_token");
  });

  it("opens one: prints the URL on stdout only", async () => {
    const { cli, json, emulator } = await testAccount();
    await cli(["connections", "create"]);
    const id = emulator.state().connections[1]?.id ?? "";
    const opened = await cli(["connections", "open", id, "--verbose"]);
    expect(opened.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/_emulator\/connect\?session_token=\w+\n$/);
    expect(opened.stderr).toContain("Open it in a browser");
    expect(opened.stderr).toContain(`trace: GET ${emulator.url}/connections/${id}: 200`);
    expect(opened.stderr).not.toContain("session_token");
    const { result } = await json(["connections", "open", id]);
    expect(result).toMatchObject({ connection: { connection_id: id }, url: opened.stdout.trim() });
    expect(result.connection).not.toHaveProperty("url");
    const active = await cli(["connections", "open", CONNECTION]);
    expect(active.stderr).toContain("already ACTIVE");
  });

  it("waits until one is ACTIVE", async () => {
    const account = await testAccount();
    const { cli, emulator, onWait, waits } = account;
    onWait.do = async (number) => {
      if (number !== 3) return;
      const id = emulator.state().connections[1]?.id ?? "";
      const { stdout } = await cli(["connections", "open", id]);
      await visit(stdout.trim());
    };
    const { code, stdout } = await cli(["connections", "create", "--wait"]);
    expect(stdout).toMatch(/status +ACTIVE/);
    expect({ code, waits }).toEqual({ code: 0, waits: [2_000, 2_000, 2_000] });
  });

  it("ends with 8 if it is not completed, and with 3 if it failed", async () => {
    const { cli, emulator, waits } = await testAccount();
    const { code, stderr } = await cli(["connections", "create", "--wait", "--timeout", "10s"]);
    expect(code).toBe(8);
    expect(stderr).toContain("was not ACTIVE after 10 s");
    expect(waits.length).toBeLessThan(8);
    const id = emulator.state().connections[1]?.id ?? "";
    const { stdout } = await cli(["connections", "open", id]);
    await visit(stdout.trim(), "&outcome=fail");
    expect(await cli(["connections", "open", id, "--wait"])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("is FAILED"),
    });
  });

  it("deletes one; the second time is not a failure", async () => {
    const { cli, json } = await testAccount();
    expect(await cli(["connections", "delete", CONNECTION, "--yes"])).toMatchObject({
      code: 0,
      stdout: "conn-shop: deleted\n",
    });
    expect((await json(["connections", "delete", CONNECTION, "--yes"])).result).toEqual({
      version: 1,
      connection_id: CONNECTION,
      result: "absent",
    });
  });

  it("asks for confirmation on a terminal", async () => {
    const { cli, emulator } = await testAccount();
    const no = await cli(["connections", "delete", CONNECTION], { typed: true, stdin: "n\n" });
    expect(no).toMatchObject({ code: 6, stderr: expect.stringContaining("Delete the connection conn-shop? [y/N]") });
    const silent = await cli(["connections", "delete", CONNECTION], { typed: true, stdin: "" });
    expect(silent).toMatchObject({ code: 6, stderr: expect.stringContaining("MYCO_NOT_CONFIRMED") });
    expect(emulator.state().connections).toHaveLength(1);
    expect(await cli(["connections", "delete", CONNECTION], { typed: true, stdin: "y\n" })).toMatchObject({ code: 0 });
    expect(emulator.state().connections).toHaveLength(0);
  });

  it.each([
    [{ MATON_API_KEY: "" }, 4, "MYCO_KEY_MISSING"],
    [{ MATON_API_KEY: "other" }, 4, "MYCO_KEY_REFUSED"],
    [{ MATON_API_URL: "http://127.0.0.1:9" }, 1, "MYCO_GATEWAY_UNREACHABLE"],
    [{ MATON_API_URL: "http://example.com" }, 3, "MYCO_INSECURE_URL"],
  ])("ends with the code of what is wrong: %j", async (env, code, says) => {
    const { cli } = await testAccount();
    const text = await cli(["connections", "list", "--json"], { env });
    expect(text).toMatchObject({ code, stdout: "" });
    expect(JSON.parse(text.stderr)).toMatchObject({ version: 1, error: { code: says } });
    expect(text.stderr).not.toContain(KEY);
  });
});
