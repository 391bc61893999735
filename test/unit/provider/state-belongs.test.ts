import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { create, type Kept, PHONE, TestAccount, templateInputs } from "./test-account.ts";

let account: TestAccount;
beforeEach(async () => {
  account = await TestAccount.start();
});
afterEach(() => account.close());

const MATON = "https://gateway.maton.ai";
function made() {
  return create(account.run().templates, templateInputs());
}

function elsewhere(kept: Kept, gateway: unknown): Kept {
  return { ...kept, outs: { ...kept.outs, gateway } };
}

describe("a state that was written through another gateway", () => {
  it.each(["templates", "profiles", "connections", "inventory"] as const)(
    "of %s is refused before any request, naming both",
    async (kind) => {
      const outs = { ...templateInputs(), phone: PHONE, gateway: MATON, stateVersion: 1 };
      const before = account.count("", "");
      const handlers = account.run()[kind];
      for (const call of [
        () => handlers.read("id", outs),
        () => handlers.update("id", outs, outs),
        () => handlers.delete("id", outs),
      ]) {
        await expect(call()).rejects.toThrow(
          new RegExp(`${MATON}.*${account.emulator.url}.*MYCOBOT_ACCEPT_GATEWAY_CHANGE=1.*MYCO_GATEWAY_CHANGED`),
        );
      }
      expect(account.count("", "")).toBe(before);
    },
  );

  it("moves when the user says so, and then belongs to the new one", async () => {
    const kept = elsewhere(await made(), MATON);
    const { templates } = account.run({ MYCOBOT_ACCEPT_GATEWAY_CHANGE: "1" });
    expect((await templates.read(kept.id, kept.outs)).props).toMatchObject({ gateway: account.emulator.url });
  });

  it("of another port of this machine is the same gateway: an emulator that was started again", async () => {
    const kept = elsewhere(await made(), "http://localhost:1");
    expect((await account.run().templates.read(kept.id, kept.outs)).id).toBe(kept.id);
  });
});

describe("a state that does not say its gateway", () => {
  it("takes it from the first read or update that succeeds", async () => {
    const kept = elsewhere(await made(), undefined);
    expect((await account.run().templates.read(kept.id, kept.outs)).props).toMatchObject({
      gateway: account.emulator.url,
    });
    const news = { ...templateInputs({ onRemove: "retain" }) };
    expect((await account.run().templates.update(kept.id, kept.outs, news)).outs).toMatchObject({
      gateway: account.emulator.url,
    });
  });

  it("is deleted with a warning, told once", async () => {
    const kept = elsewhere(await made(), undefined);
    const run = account.run();
    await run.templates.delete(kept.id, kept.outs);
    await run.templates.delete(kept.id, kept.outs);
    expect(run.said).toEqual([
      expect.stringMatching(/^MYCO_W_GATEWAY_UNKNOWN: the state of template parcel_sent\/en_US/),
    ]);
  });
});

it("a state of a newer release is refused before any request", async () => {
  const kept = await made();
  const newer = { ...kept.outs, stateVersion: 2 };
  const before = account.count("", "");
  const { templates } = account.run();
  for (const call of [
    () => templates.diff(kept.id, newer, templateInputs()),
    () => templates.read(kept.id, newer),
    () => templates.update(kept.id, newer, templateInputs()),
    () => templates.delete(kept.id, newer),
  ]) {
    await expect(call()).rejects.toThrow(/format 2.*reads formats up to 1.*MYCO_STATE_TOO_NEW/);
  }
  expect(account.count("", "")).toBe(before);
});

describe("a default connection that is another account's", () => {
  it("is refused when the state names the one it was written through", async () => {
    const kept = await made();
    const outs = { ...kept.outs, resolvedConnection: "somebody-else's" };
    await expect(account.run().templates.delete(kept.id, outs)).rejects.toThrow("MYCO_GATEWAY_CHANGED");
    expect((await account.templates()).size).toBe(1);
  });
});

it("one cause is told once: a dead grant over 25 resources is one sentence and 24 short lines", async () => {
  const kept = await made();
  account.answer(
    { method: "GET", path: "**/message_templates" },
    { status: 403, body: { error: { message: "Grant expired", type: "OAuthException", code: 190 } } },
  );
  const { templates } = account.run();
  const answers = await Promise.allSettled(
    Array.from({ length: 25 }, (_, i) => templates.read(kept.id, { ...kept.outs, name: `note_${i}` })),
  );
  const texts = answers.map((answer) => (answer.status === "rejected" ? String(answer.reason.message) : ""));
  const [whole, ...short] = [...texts].sort((a, b) => b.length - a.length);
  expect(whole?.length).toBeGreaterThan(100);
  for (const text of short)
    expect(text).toMatch(
      /^template note_\d+\/en_US: failed for the same reason as template note_\d+\/en_US\. \[MYCO_\w+\]$/,
    );
});
