import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PropertyBag } from "../../../src/provider/property-bag.ts";
import { change, create, PHONE, TestAccount } from "./test-account.ts";

let account: TestAccount;
beforeEach(async () => {
  account = await TestAccount.start();
  await account.graph("POST", `${PHONE}/whatsapp_business_profile`, {
    messaging_product: "whatsapp",
    description: "Written in the console",
    email: "old@example.com",
    websites: ["https://example.com/"],
  });
});
afterEach(() => account.close());

function inputs(fields: PropertyBag = {}): PropertyBag {
  return { phone: PHONE, ...fields };
}

function posts() {
  return account.count("POST", "whatsapp_business_profile");
}

function made(fields: PropertyBag = {}) {
  return create(account.run().profiles, inputs(fields));
}

describe("create and update", () => {
  it("sends only what is declared and differs", async () => {
    const kept = await made({ about: "Fresh herbs", email: "new@example.com" });
    expect(kept.id).toBe(PHONE);
    expect(await account.profile()).toMatchObject({
      about: "Fresh herbs",
      email: "new@example.com",
      description: "Written in the console",
      websites: ["https://example.com/"],
    });
  });

  it("sends nothing when the account has it already: a slash at the end is no difference", async () => {
    const before = posts();
    await made({ email: "old@example.com", websites: ["https://example.com"] });
    expect(posts()).toBe(before);
  });

  it("empty values clear", async () => {
    const kept = await made({ email: "old@example.com" });
    await change(account.run().profiles, kept, inputs({ email: "", websites: [] }));
    const { email = "", websites = [] } = await account.profile();
    expect([email, websites]).toEqual(["", []]);
  });

  it("what leaves the declaration is left alone", async () => {
    const kept = await made({ email: "new@example.com", description: "Ours" });
    await change(account.run().profiles, kept, inputs({ description: "Ours" }));
    expect(await account.profile()).toMatchObject({ email: "new@example.com" });
  });

  it("a phone that the connection does not see: an error that names it", async () => {
    await expect(create(account.run().profiles, { phone: "999", about: "Hello" })).rejects.toThrow(
      /business profile of phone 999: .*100\/33/,
    );
  });
});

describe("the picture", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "mycobot-picture-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** A JPEG's beginning, and something to tell one from another. */
  const draw = async (name: string, content: string) => {
    await writeFile(
      join(folder, name),
      Buffer.concat([Buffer.from("ffd8ffe000104a46494600", "hex"), Buffer.from(content)]),
    );
    return { file: join(folder, name) };
  };
  const uploads = () => account.count("POST", "uploads");

  it("is uploaded once, and again when the file has changed", async () => {
    const picture = await draw("shop.jpg", "one");
    const kept = await made({ picture });
    const same = await change(account.run().profiles, kept, inputs({ picture, about: "Hello" }));
    expect(uploads()).toBe(1);
    await draw("shop.jpg", "two");
    await change(account.run().profiles, same, inputs({ picture, about: "Hello" }));
    expect(uploads()).toBe(2);
  });

  it("is uploaded for each connection: a handle belongs to the person who granted it", async () => {
    const { connection_id: second } = await account.call("POST", "connections", { app: "whatsapp-business" });
    await account.call("POST", `_emulator/connections/${second}`, { status: "ACTIVE" });
    const [first] = await account.connections();
    const picture = await draw("shop.jpg", "one");
    const { profiles } = account.run();
    for (const connection of [first?.connection_id, second]) await create(profiles, inputs({ picture, connection }));
    expect(uploads()).toBe(2);
  });

  it("a missing file is a failure of the check, with the path", async () => {
    const { failures } = await account.run().profiles.check({}, inputs({ picture: { file: "no/such.jpg" } }));
    expect(failures).toMatchObject([{ property: "picture", reason: expect.stringContaining("no/such.jpg") }]);
  });
});

describe("read", () => {
  it("shows drift of declared fields, and of no other", async () => {
    const kept = await made({ email: "old@example.com", websites: ["https://example.com"] });
    await account.graph("POST", `${PHONE}/whatsapp_business_profile`, {
      messaging_product: "whatsapp",
      email: "",
      description: "Changed in the console",
    });
    const found = await account.run().profiles.read(kept.id, kept.outs);
    const { gateway: _1, resolvedConnection: _2, stateVersion: _3, ...declared } = kept.outs;
    expect(found.inputs).toEqual({ ...declared, email: "" });
  });
});

describe("delete", () => {
  it("retain (default) sends nothing", async () => {
    const kept = await made({ email: "old@example.com" });
    const before = account.count("", "");
    await account.run().profiles.delete(kept.id, kept.outs);
    expect(account.count("", "")).toBe(before);
  });

  it("clear empties the declared fields that can be", async () => {
    const kept = await made({ about: "Fresh herbs", email: "old@example.com", onRemove: "clear" });
    await account.run().profiles.delete(kept.id, kept.outs);
    const profile = await account.profile();
    expect([profile.about, profile.email ?? "", profile.description]).toEqual([
      "Fresh herbs",
      "",
      "Written in the console",
    ]);
  });
});
