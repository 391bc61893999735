import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { PropertyBag } from "../../../src/provider/property-bag.ts";
import { create, type EngineRun, type Kept, TestAccount, templateInputs, WABA } from "./test-account.ts";

let account: TestAccount;
beforeEach(async () => {
  account = await TestAccount.start();
});
afterEach(() => account.close());

function made(changes: PropertyBag = {}) {
  return create(account.run().templates, templateInputs(changes));
}

/** A second template, so that the list is never empty. */
function another() {
  return made({ name: "another", text: "This is another one." });
}

function read(kept: Kept, run: EngineRun = account.run()) {
  return run.templates.read(kept.id, kept.outs);
}

const list = { method: "GET", path: "**/message_templates" };

describe("read", () => {
  it("of many costs list pages, and no request per template", async () => {
    const kept = await Promise.all([made(), another()]);
    const before = account.count("GET", "");
    const run = account.run();
    await Promise.all(kept.map((one) => read(one, run)));
    // The default connection, and one page.
    expect(account.count("GET", "") - before).toBe(2);
  });

  it("gives the declaration back as it was, and the handler string", async () => {
    const kept = await made();
    const { inputs, props } = await read(kept);
    expect(inputs).toEqual({
      ...templateInputs(),
      __provider: kept.outs.__provider,
    });
    const { pendingSince: _, ...outs } = kept.outs;
    expect(props).toEqual({ ...outs, status: "APPROVED", asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/) });
  });

  it("of one that is gone: empty", async () => {
    const kept = await made();
    await another();
    await account.call("DELETE", `_emulator/templates/${kept.outs.templateId}`);
    expect(await read(kept)).toEqual({});
  });

  it("of one that WhatsApp still lists as DELETED: empty", async () => {
    const kept = await made();
    await another();
    await account.setStatus(kept.outs.templateId, "DELETED");
    expect(await read(kept)).toEqual({});
  });

  it("of one that somebody deleted and created again: its new id, and what differs", async () => {
    const kept = await made();
    await account.call("DELETE", `_emulator/templates/${kept.outs.templateId}`);
    const id = await account.elsewhere({ text: "Somebody else wrote this." });
    const { id: identity, props } = await read(kept);
    expect(identity).toBe(kept.id);
    expect(props).toMatchObject({ templateId: id, components: [{ type: "BODY", text: "Somebody else wrote this." }] });
  });

  it("a header that somebody made a picture: no signed address enters the state", async () => {
    const kept = await made();
    await account.call("POST", `_emulator/templates/${kept.outs.templateId}`, {
      components: [
        { type: "HEADER", format: "IMAGE", example: { header_handle: ["https://scontent.whatsapp.net/v/1?oe=1"] } },
        { type: "BODY", text: "Your parcel has left our house." },
      ],
    });
    const found = await read(kept);
    expect(found.inputs).toMatchObject({ components: [{ type: "HEADER", format: "IMAGE" }, { type: "BODY" }] });
    expect(JSON.stringify(found)).not.toContain("scontent");
  });

  it("edits of more than 30 days ago are forgotten", async () => {
    const kept = await made();
    const now = account.emulator.clock.now();
    const days = (count: number) => new Date(now - count * 24 * 60 * 60 * 1000).toISOString();
    const { props } = await read({ ...kept, outs: { ...kept.outs, edits: [days(31), days(29)] } });
    expect(props?.edits).toEqual([days(29)]);
  });
});

describe("what does not prove that a template is gone", () => {
  let kept: Kept;
  beforeEach(async () => {
    kept = await made();
    await another();
  });

  it.each([
    { what: "a lost permission", faults: { switches: { lostPermission: true } }, says: /100\/33/ },
    { what: "403", faults: { switches: { forbidden: true } }, says: /403/ },
  ])("$what", async ({ faults, says }) => {
    account.emulator.setFaults(faults);
    const run = account.run();
    const answers = await Promise.allSettled([
      read(kept, run),
      read({ ...kept, outs: { ...kept.outs, name: "another" } }, run),
    ]);
    const reasons = answers.flatMap((answer) => (answer.status === "rejected" ? [String(answer.reason)] : []));
    expect(reasons.join("\n")).toMatch(says);
    expect(answers.some((answer) => answer.status === "fulfilled" && answer.value.id === undefined)).toBe(false);
  });

  it.each([
    { what: "an empty list", switches: { listEmpty: true } },
    { what: "a list that is cut short", switches: { listShort: true } },
  ])("$what, while it can be read by its id: that is what the state gets", async ({ switches }) => {
    account.emulator.setFaults({ switches });
    expect(await read(kept)).toMatchObject({ id: kept.id, props: { templateId: kept.outs.templateId } });
  });

  it("an empty list, and it cannot be read by its id either", async () => {
    await account.call("DELETE", `_emulator/templates/${kept.outs.templateId}`);
    account.emulator.setFaults({ switches: { listEmpty: true } });
    await expect(read(kept)).rejects.toThrow(/cannot be confirmed deleted: WhatsApp lists no templates/);
  });

  it("a list with an entry that cannot be read, which may be this one", async () => {
    await account.call("DELETE", `_emulator/templates/${kept.outs.templateId}`);
    const { data } = await account.graph("GET", `${WABA}/message_templates`);
    const body = { data: [...(data as PropertyBag[]), { id: "77", name: "half", status: "APPROVED" }] };
    account.answer(list, { status: 200, body });
    const run = account.run();
    await expect(read(kept, run)).rejects.toThrow(/cannot be confirmed deleted: .*cannot be read: half/);
    expect(run.said).toEqual([expect.stringMatching(/^MYCO_W_LIST_UNREADABLE: .*half/)]);
  });

  it("a list that lags behind an edit is no drift", async () => {
    const { data } = await account.graph("GET", `${WABA}/message_templates`);
    const text = "Your parcel has left our warehouse.";
    const stale = (data as PropertyBag[]).map((one) => ({ ...one, components: [{ type: "BODY", text }] }));
    account.answer(list, { status: 200, body: { data: stale } });
    expect((await read(kept)).inputs).toMatchObject({ components: [{ text: "Your parcel has left our house." }] });
  });

  it.each([
    { what: "HTML with 404", effect: { status: 404, body: "<html>Not Found</html>" } },
    { what: "the gateway's own 404", effect: { status: 404, body: { error: { message: "Not found", code: 404 } } } },
    { what: "500", effect: { status: 500, body: {} } },
  ])("a look by id that is answered with $what", async ({ effect }) => {
    await account.call("DELETE", `_emulator/templates/${kept.outs.templateId}`);
    account.answer({ method: "GET", path: `**/${kept.outs.templateId}` }, effect);
    await expect(read(kept)).rejects.toThrow(/template parcel_sent\/en_US: /);
  });

  it("a failed list is not remembered: the next read asks again", async () => {
    account.answer(
      { ...list, times: 1 },
      { status: 403, body: { error: { message: "no", type: "OAuthException", code: 200 } } },
    );
    const run = account.run();
    await expect(read(kept, run)).rejects.toThrow("403");
    expect((await read(kept, run)).id).toBe(kept.id);
  });
});

describe("delete", () => {
  it("names the language: the others stay", async () => {
    const kept = await made();
    await made({ language: "es_MX", text: "Tu paquete va en camino." });
    await account.run().templates.delete(kept.id, kept.outs);
    expect([...(await account.templates()).keys()]).toEqual(["parcel_sent/es_MX"]);
  });

  it.each([404, 400])("of one that is gone already (%i) is done", async (missingTemplate) => {
    const kept = await made();
    await account.run().templates.delete(kept.id, kept.outs);
    account.emulator.setFaults({ switches: { missingTemplate } });
    await account.run().templates.delete(kept.id, kept.outs);
    expect((await account.templates()).size).toBe(0);
  });

  it("onRemove: retain sends nothing", async () => {
    const kept = await made({ onRemove: "retain" });
    const before = account.count("", "");
    await account.run().templates.delete(kept.id, kept.outs);
    expect(account.count("", "")).toBe(before);
    expect((await account.templates()).size).toBe(1);
  });

  it("of one that somebody created again leaves nothing behind, also without a refresh", async () => {
    const kept = await made();
    await account.call("DELETE", `_emulator/templates/${kept.outs.templateId}`);
    await account.elsewhere();
    await account.run().templates.delete(kept.id, kept.outs);
    expect((await account.templates()).size).toBe(0);
  });

  it("of a state without WhatsApp's id finds it by name and language", async () => {
    const { templateId: _, ...outs } = (await made()).outs;
    await account.run().templates.delete(`${WABA}/parcel_sent/en_US`, outs);
    expect((await account.templates()).size).toBe(0);
  });

  it("of one that is disabled: WhatsApp refuses for good; the error says how to let go of it", async () => {
    const kept = await made();
    await account.setStatus(kept.outs.templateId, "DISABLED");
    await expect(account.run().templates.delete(kept.id, kept.outs)).rejects.toThrow(
      /DISABLED.*pulumi state delete URN.*MYCO_TEMPLATE_NOT_EDITABLE/,
    );
  });

  it("of one that is disabled, of a MessagingStack: the command that lets go of it can be copied", async () => {
    vi.stubEnv("PULUMI_PROJECT", "shop");
    onTestFinished(() => void vi.unstubAllEnvs());
    const kept = await made();
    await account.setStatus(kept.outs.templateId, "DISABLED");
    const urn =
      "urn:pulumi:dev::shop::mycobot:index:MessagingStack$pulumi-nodejs:dynamic/mycobot:Template::parcel_sent/en_US";
    await expect(account.run().templates.delete(kept.id, { ...kept.outs, __scope: "dev" })).rejects.toThrow(
      `pulumi state delete '${urn}'`,
    );
  });

  it("of one that is being deleted already is done", async () => {
    const kept = await made();
    await account.setStatus(kept.outs.templateId, "PENDING_DELETION");
    account.answer(
      { method: "DELETE", path: "**/message_templates" },
      {
        status: 400,
        body: { error: { message: "Invalid parameter", type: "OAuthException", code: 100, error_subcode: 2388025 } },
      },
    );
    await account.run().templates.delete(kept.id, kept.outs);
  });

  it("without the permission (100/33) is an error, and not done", async () => {
    const kept = await made();
    account.emulator.setFaults({ switches: { lostPermission: true } });
    await expect(account.run().templates.delete(kept.id, kept.outs)).rejects.toThrow("100/33");
  });

  it("through a connection that the gateway does not know is an error, unless MATON_CONNECTION names another", async () => {
    const kept = await made();
    const outs = { ...kept.outs, connection: "gone-since" };
    await expect(account.run().templates.delete(kept.id, outs)).rejects.toThrow(
      /does not know connection gone-since.*pulumi up.*MYCO_CONNECTION_UNKNOWN/,
    );
    const [{ connection_id } = {}] = await account.connections();
    await account.run({ MATON_CONNECTION: String(connection_id) }).templates.delete(kept.id, outs);
    expect((await account.templates()).size).toBe(0);
  });

  it("goes through the connection that the run declares now, and not through the one in state", async () => {
    const kept = await made();
    await another();
    const [{ connection_id: connection } = {}] = await account.connections();
    const run = account.run();
    await run.templates.check({}, templateInputs({ name: "another", connection }));
    await run.templates.delete(kept.id, { ...kept.outs, connection: "gone-since" });
    expect([...(await account.templates()).keys()]).toEqual(["another/en_US"]);
  });

  it("waits until everything else has worked", async () => {
    const kept = await made();
    const run = account.run();
    await run.templates.check({}, templateInputs({ name: "No such name" }));
    await expect(run.templates.delete(kept.id, kept.outs)).rejects.toThrow(
      /deletes run only after everything else has succeeded, and template No such name\/en_US failed.*MYCO_DELETE_REFUSED/,
    );
    expect((await account.templates()).size).toBe(1);
  });
});
