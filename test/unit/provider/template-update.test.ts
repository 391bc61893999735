import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PropertyBag } from "../../../src/provider/property-bag.ts";
import { change, create, type Kept, TestAccount, templateInputs } from "./test-account.ts";

const DAY = 24 * 60 * 60 * 1000;
const NEW_TEXT = "Your parcel has left our warehouse.";

let account: TestAccount;
beforeEach(async () => {
  account = await TestAccount.start();
});
afterEach(() => account.close());

async function made(changes: PropertyBag = {}): Promise<Kept> {
  const kept = await create(account.run().templates, templateInputs(changes));
  await account.templates(); // the review is done with the next read
  return kept;
}

function updated(kept: Kept, changes: PropertyBag) {
  return change(account.run().templates, kept, templateInputs(changes));
}

async function remote() {
  return (await account.templates()).get("parcel_sent/en_US");
}

describe("update", () => {
  it("edits in place, with the full components", async () => {
    const kept = await made();
    const now = await updated(kept, { text: NEW_TEXT });
    expect(now.outs).toMatchObject({ templateId: kept.outs.templateId, status: "PENDING" });
    expect(now.outs.edits).toHaveLength(1);
    expect(await remote()).toMatchObject({ id: kept.outs.templateId, components: [{ type: "BODY", text: NEW_TEXT }] });
  });

  it("does not send what the account has already", async () => {
    const kept = await made();
    await account.call("POST", `_emulator/templates/${kept.outs.templateId}`, {
      components: [{ type: "BODY", text: NEW_TEXT }],
    });
    const now = await updated(kept, { text: NEW_TEXT });
    expect(now.outs).toMatchObject({ status: "APPROVED" });
    expect(now.outs).not.toHaveProperty("edits");
  });

  it.each(["PENDING", "IN_APPEAL", "DISABLED", "ARCHIVED", "PENDING_DELETION"])(
    "%s: refused before a request, with the rule and what to do",
    async (status) => {
      const kept = await made();
      await account.setStatus(kept.outs.templateId, status);
      await expect(updated(kept, { text: NEW_TEXT })).rejects.toThrow(
        new RegExp(`parcel_sent/en_US is ${status}: .*MYCO_TEMPLATE_NOT_EDITABLE`),
      );
      expect(await remote()).toMatchObject({ components: [{ text: "Your parcel has left our house." }] });
    },
  );

  it.each(["REJECTED", "PAUSED"])("%s: edited", async (status) => {
    const kept = await made();
    await account.setStatus(kept.outs.templateId, status);
    expect((await updated(kept, { text: NEW_TEXT })).outs.status).toBe("PENDING");
  });

  it("over the budget (2388039): the rule, the date by our own edits, and what to do", async () => {
    const now = await updated(await made(), { text: NEW_TEXT });
    await account.templates();
    const again = new Date(account.emulator.clock.now() + DAY).toISOString().slice(0, 10);
    await expect(updated(now, { text: "Your parcel is on its way." })).rejects.toThrow(
      new RegExp(`2388039.*once in 24 hours.*next edit possible at ${again}.*version: 2.*MYCO_TEMPLATE_NOT_EDITABLE`),
    );
  });

  it("an answer that leaves open what happened: the account is asked, not told again", async () => {
    const kept = await made();
    account.answer({ method: "POST", path: `**/${kept.outs.templateId}`, times: 1 }, { applyFirst: true, reset: true });
    const now = await updated(kept, { text: NEW_TEXT });
    expect(now.outs.edits).toHaveLength(1);
  });

  it("an edit of a sample that was lost is not taken for done", async () => {
    const withSample = (sample: string) => ({
      components: [{ type: "BODY", text: "Hello {{1}}, your parcel is here.", example: { body_text: [[sample]] } }],
    });
    const kept = await made(withSample("Ana"));
    await account.setStatus(kept.outs.templateId, "REJECTED");
    account.answer({ method: "POST", path: `**/${kept.outs.templateId}` }, { reset: true });
    await expect(updated(kept, withSample("Maria"))).rejects.toThrow(/MYCO_GATEWAY/);
  });

  it("samples alone are sent for a rejected template, and for no other", async () => {
    const withSample = (sample: string) => ({
      components: [{ type: "BODY", text: "Hello {{1}}, your parcel is here.", example: { body_text: [[sample]] } }],
    });
    const kept = await made(withSample("Ana"));
    const approved = await updated(kept, withSample("Maria"));
    expect(approved.outs).toMatchObject({ status: "APPROVED" });
    expect(approved.outs).not.toHaveProperty("edits");
    await account.setStatus(kept.outs.templateId, "REJECTED");
    expect((await updated(kept, withSample("Maria"))).outs).toMatchObject({ status: "PENDING" });
  });

  it("one that is gone: an error that says what to do, and no create", async () => {
    const kept = await made();
    await account.call("DELETE", `_emulator/templates/${kept.outs.templateId}`);
    await expect(updated(kept, { text: NEW_TEXT })).rejects.toThrow(/pulumi refresh.*MYCO_LOSS_SUSPECTED/);
  });

  it("another policy alone is no request", async () => {
    const kept = await made();
    const before = account.count("", "");
    const now = await updated(kept, { onRemove: "retain" });
    expect(now.outs).toMatchObject({ onRemove: "retain", templateId: kept.outs.templateId });
    expect(account.count("", "")).toBe(before);
  });

  it("a new connection alone reaches the state, and is no request", async () => {
    const kept = await made();
    const before = account.count("", "");
    const { outs } = await updated(kept, { connection: "another-connection" });
    expect(outs).toMatchObject({ connection: "another-connection", templateId: kept.outs.templateId });
    expect(outs).not.toHaveProperty("resolvedConnection");
    expect(account.count("", "")).toBe(before);
  });

  it("an edit that a lagging list already shows is sent when the template itself does not have it", async () => {
    const kept = await made();
    const shown = { ...(await remote()), components: [{ type: "BODY", text: NEW_TEXT }] };
    account.answer({ method: "GET", path: "**/message_templates" }, { status: 200, body: { data: [shown] } });
    const now = await updated(kept, { text: NEW_TEXT });
    account.emulator.setFaults({});
    expect(now.outs.edits).toHaveLength(1);
    expect(await remote()).toMatchObject({ components: [{ text: NEW_TEXT }] });
  });

  it("one that a lagging list does not show yet is edited all the same", async () => {
    const kept = await made();
    account.answer({ method: "GET", path: "**/message_templates" }, { status: 200, body: { data: [] } });
    await updated(kept, { text: NEW_TEXT });
    account.emulator.setFaults({});
    expect(await remote()).toMatchObject({ components: [{ text: NEW_TEXT }] });
  });

  it("one that WhatsApp generated is not edited", async () => {
    const kept = await made();
    const generated = { ...(await remote()), source: "AUTO_GENERATED" };
    account.answer({ method: "GET", path: "**/message_templates" }, { status: 200, body: { data: [generated] } });
    await expect(updated(kept, { text: NEW_TEXT })).rejects.toThrow("MYCO_TEMPLATE_GENERATED");
  });
});

describe("a changed category", () => {
  it("of an approved template is refused with the advice of a new version", async () => {
    await expect(updated(await made(), { category: "MARKETING" })).rejects.toThrow(
      /approved template cannot be changed \(UTILITY to MARKETING\).*version: 2/,
    );
  });

  it("of a rejected template is sent", async () => {
    const kept = await made();
    await account.setStatus(kept.outs.templateId, "REJECTED");
    const now = await updated(kept, { category: "MARKETING" });
    expect(now.outs).toMatchObject({ category: "MARKETING", approvedCategory: "MARKETING" });
    expect(await remote()).toMatchObject({ category: "MARKETING" });
  });

  it("to the one that WhatsApp gave it already is no request", async () => {
    account.emulator.setFaults({ switches: { categoryFlip: true } });
    const now = await updated(await made(), { category: "MARKETING" });
    expect(now.outs).toMatchObject({ category: "MARKETING", approvedCategory: "MARKETING" });
    expect(now.outs).not.toHaveProperty("edits");
  });

  it("that WhatsApp changed is not fought when the text is edited", async () => {
    account.emulator.setFaults({ switches: { categoryFlip: true } });
    const now = await updated(await made(), { text: NEW_TEXT });
    expect(now.outs).toMatchObject({ category: "UTILITY", approvedCategory: "MARKETING" });
  });
});

describe("a field that leaves the declaration", () => {
  it.each([
    { category: "UTILITY", seconds: 3600 },
    { category: "MARKETING", seconds: 86_400 },
  ])(
    "messageSendTtlSeconds of $category goes back to the default, and no drift is left",
    async ({ category, seconds }) => {
      const kept = await made({ category, messageSendTtlSeconds: seconds });
      const now = await updated(kept, { category });
      await account.templates();
      const { templates } = account.run();
      const { props } = (await templates.read(now.id, now.outs)) as { props: PropertyBag };
      const { inputs } = await templates.check({}, templateInputs({ category }));
      expect(await templates.diff(now.id, props, inputs ?? {})).toEqual({ changes: false });
    },
  );
});
