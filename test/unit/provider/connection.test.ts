import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { create, TestAccount, templateInputs } from "./test-account.ts";

let account: TestAccount;
beforeEach(async () => {
  account = await TestAccount.start({ connection: "first" });
});
afterEach(() => account.close());

const WHATSAPP = { app: "whatsapp-business" };
async function ids() {
  return (await account.connections()).map(({ connection_id }) => connection_id);
}

const posting = { method: "POST", path: "**/connections", times: 1 };

describe("create", () => {
  it("makes a PENDING one, and keeps its link out of the state", async () => {
    const made = await create(account.run().connections, WHATSAPP);
    expect(made.outs).toMatchObject({ connectionId: made.id, status: "PENDING", stateVersion: 1 });
    expect(JSON.stringify({ ...made, outs: { ...made.outs, gateway: undefined } })).not.toMatch(/session|https?:/);
  });

  it("after an answer that leaves open what happened, says that one may be left over, and makes no second", async () => {
    account.answer(posting, { applyFirst: true, status: 502, body: "<html>Bad Gateway</html>" });
    await expect(create(account.run().connections, WHATSAPP)).rejects.toThrow(
      /may have been created.*mycobot connections list --status PENDING/,
    );
    expect(await ids()).toHaveLength(2);
  });

  it("one that was made and cannot be read back reaches the state with its id", async () => {
    account.answer({ method: "GET", path: "**/connections/*" }, { status: 500, body: {} });
    const made = await create(account.run().connections, WHATSAPP);
    account.emulator.setFaults({});
    const orphan = (await ids()).find((id) => id !== "first");
    expect(made).toMatchObject({ id: orphan, outs: { connectionId: orphan, status: "PENDING" } });
  });

  it("by the id of one that exists: taken over as it is", async () => {
    const made = await create(account.run().connections, { existing: "first" });
    expect(made).toMatchObject({ id: "first", outs: { existing: "first", status: "ACTIVE" } });
  });

  it("by an id that the gateway does not know: an error that says so", async () => {
    await expect(create(account.run().connections, { existing: "nobody" })).rejects.toThrow(
      /connection nobody: .*MYCO_CONNECTION_UNKNOWN/,
    );
  });
});

describe("read", () => {
  it("shows the live status", async () => {
    const made = await create(account.run().connections, WHATSAPP);
    await account.call("POST", `_emulator/connections/${made.id}`, { status: "ACTIVE" });
    const { props } = await account.run().connections.read(made.id, made.outs);
    expect(props).toEqual({ ...made.outs, status: "ACTIVE" });
  });

  it("of one that is gone: an error, until this very loss is accepted", async () => {
    const made = await create(account.run().connections, WHATSAPP);
    await account.call("DELETE", `connections/${made.id}`);
    const reading = (env = {}) => account.run(env).connections.read(made.id, made.outs);
    await expect(reading()).rejects.toThrow(
      new RegExp(`Kept in state.*MYCOBOT_ACCEPT_LOSS=connection:${made.id}.*MYCO_LOSS_SUSPECTED`),
    );
    await expect(reading({ MYCOBOT_ACCEPT_LOSS: "1" })).rejects.toThrow("MYCO_LOSS_SUSPECTED");
    expect(await reading({ MYCOBOT_ACCEPT_LOSS: `1, connection:${made.id}` })).toEqual({});
  });

  it.each(["<html>404 Not Found</html>", {}])(
    "of one that a 404 of somebody else hides (%j): an error",
    async (body) => {
      const made = await create(account.run().connections, WHATSAPP);
      account.answer({ method: "GET", path: `**/connections/${made.id}` }, { status: 404, body });
      const accepting = account.run({ MYCOBOT_ACCEPT_LOSS: `connection:${made.id}` }).connections;
      await expect(accepting.read(made.id, made.outs)).rejects.toThrow("404");
    },
  );
});

describe("delete", () => {
  it("deletes what was created; one that is gone already takes the word of the user", async () => {
    const made = await create(account.run().connections, WHATSAPP);
    await account.run().connections.delete(made.id, made.outs);
    expect(await ids()).toEqual(["first"]);
    await expect(account.run().connections.delete(made.id, made.outs)).rejects.toThrow("MYCO_LOSS_SUSPECTED");
    await account.run({ MYCOBOT_ACCEPT_LOSS: `connection:${made.id}` }).connections.delete(made.id, made.outs);
  });

  const deleting = (id: string) => ({ method: "DELETE", path: `**/connections/${id}` });

  it("an answer that says nothing, while the connection is still there: an error", async () => {
    const made = await create(account.run().connections, WHATSAPP);
    account.answer(deleting(made.id), { status: 404, body: "<html>404 Not Found</html>" });
    await expect(account.run().connections.delete(made.id, made.outs)).rejects.toThrow("404");
    expect(await ids()).toHaveLength(2);
  });

  it("an answer that says nothing, after it took effect: done, since this run has read the connection", async () => {
    const made = await create(account.run().connections, WHATSAPP);
    account.answer(deleting(made.id), { applyFirst: true, status: 500, body: {} });
    await account.run().connections.delete(made.id, made.outs);
    expect(await ids()).toEqual(["first"]);
  });

  it("never deletes one that was taken over", async () => {
    const made = await create(account.run().connections, { existing: "first" });
    await account.run().connections.delete(made.id, made.outs);
    expect(await ids()).toEqual(["first"]);
  });
});

describe("diff", () => {
  const diff = (olds: object, news: object) => account.run().connections.diff("first", { ...olds }, { ...news });

  it("every change replaces", async () => {
    expect(await diff(WHATSAPP, WHATSAPP)).toEqual({ changes: false });
    expect(await diff(WHATSAPP, {})).toEqual({ changes: false });
    expect(await diff(WHATSAPP, { app: "slack" })).toMatchObject({ replaces: ["app"] });
    expect(await diff({ existing: "first" }, WHATSAPP)).toMatchObject({ replaces: ["existing"] });
  });
});

describe("which connection a template goes through", () => {
  const pending = async () => (await create(account.run().connections, WHATSAPP)).id;
  const createThrough = (connection?: string, env = {}) =>
    create(account.run(env).templates, templateInputs(connection === undefined ? {} : { connection }));

  it("a PENDING one: refused before the first write, with what to do", async () => {
    const id = await pending();
    await expect(createThrough(id)).rejects.toThrow(
      new RegExp(`connection ${id} is PENDING.*mycobot connections open ${id}.*MYCO_CONNECTION_NOT_ACTIVE`),
    );
    expect(account.count("POST", "message_templates")).toBe(0);
  });

  it("none declared: MATON_CONNECTION", async () => {
    const id = await pending();
    await expect(createThrough(undefined, { MATON_CONNECTION: id })).rejects.toThrow(`connection ${id} is PENDING`);
  });

  it("none declared: the only ACTIVE one; several are an error that names them", async () => {
    const id = await pending();
    await createThrough();
    await account.call("POST", `_emulator/connections/${id}`, { status: "ACTIVE" });
    await expect(
      create(account.run().templates, templateInputs({ name: "second", text: "Another text." })),
    ).rejects.toThrow(/several ACTIVE connections: .*first.*MATON_CONNECTION.*MYCO_CONNECTION_AMBIGUOUS/);
  });

  it("none ACTIVE: an error that says what to do", async () => {
    await account.call("POST", "_emulator/connections/first", { status: "FAILED" });
    await expect(createThrough()).rejects.toThrow(/The key has no ACTIVE connection, only: first \(FAILED\)/);
  });
});
