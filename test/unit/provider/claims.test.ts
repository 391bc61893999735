import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { create, PHONE, TestAccount, templateInputs } from "./test-account.ts";

let account: TestAccount;
beforeEach(async () => {
  account = await TestAccount.start();
});
afterEach(() => account.close());

/**
 * A key that is renamed in the stack file, a resource that moves to another parent, `pulumi up --replace`: the engine creates
 * the new resource first, which takes over what is there, and then deletes the old one, which is the same object.
 */
describe("a resource that another one of this run has taken over", () => {
  it("leaves its template in the account", async () => {
    const old = await create(account.run().templates, templateInputs());
    const { templates } = account.run();
    const moved = await create(templates, templateInputs());
    await templates.delete(old.id, old.outs);
    expect((await account.templates()).get("parcel_sent/en_US")?.id).toBe(moved.outs.templateId);
  });

  it("leaves it also when the run that took it over was cut off before the delete", async () => {
    const old = await create(account.run().templates, templateInputs());
    const { templates } = account.run();
    await templates.check(old.outs, templateInputs());
    await templates.delete(old.id, old.outs);
    expect([...(await account.templates()).keys()]).toEqual(["parcel_sent/en_US"]);
  });

  it("does not keep what the program no longer declares", async () => {
    const old = await create(account.run().templates, templateInputs());
    const { templates } = account.run();
    await create(templates, templateInputs({ language: "es_MX", text: "Tu paquete ha salido de casa." }));
    await templates.delete(old.id, old.outs);
    expect([...(await account.templates()).keys()]).toEqual(["parcel_sent/es_MX"]);
  });

  it("does not clear the profile that is managed elsewhere now", async () => {
    const inputs = { phone: PHONE, email: "hello@example.com", onRemove: "clear" };
    const old = await create(account.run().profiles, inputs);
    const { profiles } = account.run();
    await create(profiles, inputs);
    await profiles.delete(old.id, old.outs);
    expect(await account.profile()).toMatchObject({ email: "hello@example.com" });
    const later = account.run();
    await later.profiles.delete(old.id, old.outs);
    expect((await account.profile()).email ?? "").toBe("");
  });

  it("does not delete the connection that the file now names by its id", async () => {
    const old = await create(account.run().connections, { app: "whatsapp-business" });
    const { connections } = account.run();
    const pinned = await create(connections, { existing: old.id });
    await connections.delete(old.id, old.outs);
    expect(pinned.id).toBe(old.id);
    expect((await account.connections()).map(({ connection_id }) => connection_id)).toContain(old.id);
  });
});
