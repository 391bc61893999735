import { afterEach, describe, expect, it, vi } from "vitest";
import { type EmulatorOptions, startEmulator } from "../../../src/emulator/index.ts";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, textTemplate, WABA } from "./gateway-client.ts";

const started: Gateway[] = [];
async function start(options: EmulatorOptions = {}) {
  const gateway = await Gateway.start(options);
  started.push(gateway);
  return gateway;
}
afterEach(async () => {
  for (const gateway of started.splice(0)) await gateway.emulator.close();
});

const listed: JsonObject = {
  name: "old_notice",
  previous_category: "ACCOUNT_UPDATE",
  components: [
    { type: "HEADER", format: "TEXT", text: "{{1}}" },
    { type: "BODY", text: "{{1}} breaks today's rules" },
  ],
  language: "en_US",
  status: "approved",
  category: "UTILITY",
  some_new_field: { kept: true },
  id: "1234567890123456",
};

describe("a seed", () => {
  it("is the account's content, verbatim, before and after a reset", async () => {
    const gateway = await start({ seed: { data: [listed], paging: {} } });
    expect(await gateway.list()).toEqual([listed]);
    await gateway.created(textTemplate());
    gateway.emulator.reset();
    expect(await gateway.list()).toEqual([listed]);
  });

  it("can be edited like any template, and then follows the rules", async () => {
    const gateway = await start({ seed: { data: [listed] } });
    expect((await gateway.graph("POST", "1234567890123456", { components: listed.components ?? [] })).status).toBe(400);
    const components = [{ type: "BODY", text: "Now all is well" }];
    expect((await gateway.graph("POST", "1234567890123456", { components })).status).toBe(200);
    expect(await gateway.list()).toMatchObject([
      { components, parameter_format: "POSITIONAL", previous_category: "ACCOUNT_UPDATE" },
    ]);
  });

  it("keeps an id that is a number", async () => {
    const gateway = await start({ seed: { data: [{ ...listed, id: 7 }] } });
    expect(await gateway.list()).toMatchObject([{ id: "7" }]);
    expect((await gateway.graph("GET", "7")).json).toMatchObject({ id: "7", name: "old_notice" });
  });

  it("gives an id where there is none, and wants names", async () => {
    const { id: _id, ...withoutId } = listed;
    expect(await (await start({ seed: { data: [withoutId] } })).list()).toMatchObject([
      { id: expect.stringMatching(/^\d{16}$/) },
    ]);
    await expect(start({ seed: { data: [{ status: "APPROVED" }] } })).rejects.toThrow(/entry 0/);
  });
});

describe("a reset", () => {
  it("goes back to the start with the same connection id", async () => {
    const gateway = await start();
    const first = gateway.emulator.state().connections[0]?.id;
    await gateway.created(textTemplate());
    await gateway.call("POST", "/connections", { app: "whatsapp-business" });
    await gateway.control("clock", { advance: "24h" });
    await gateway.control("reset", {});
    const state = gateway.emulator.state();
    expect(state.accounts[0]?.templates).toEqual([]);
    expect(state.connections.map(({ id, status }) => ({ id, status }))).toEqual([{ id: first, status: "ACTIVE" }]);
    expect(state.clockOffset).toBe(0);
    expect(gateway.emulator.metrics()).toEqual({ total: 0, maxPerSecond: 0, requests: {} });
  });
});

describe("the control surface", () => {
  it("shows the state without session tokens, and needs no key", async () => {
    const gateway = await start();
    await gateway.created(textTemplate());
    const response = await fetch(`${gateway.emulator.url}/_emulator/state`);
    const text = await response.text();
    expect(text).not.toMatch(/session/i);
    expect(JSON.parse(text)).toMatchObject({
      accounts: [{ id: WABA, templates: [{ name: "parcel_sent", status: "PENDING" }] }],
      phones: [{ id: PHONE }],
    });
  });

  it("moves the clock", async () => {
    const gateway = await start({ now: () => 1_000_000 });
    expect((await gateway.control("clock", { advance: "1.5h" })).json).toEqual({
      now: new Date(6_400_000).toISOString(),
      offset: 5_400_000,
    });
    expect((await gateway.control("clock", { advance: 1 })).json).toMatchObject({ offset: 5_400_001 });
    for (const advance of ["soon", -1, null]) expect((await gateway.control("clock", { advance })).status).toBe(400);
  });

  it("overwrites and removes templates behind everybody's back", async () => {
    const gateway = await start();
    const id = await gateway.created(textTemplate());
    await gateway.list();
    const components = [{ type: "BODY", text: "{{1}} by another hand" }];
    expect((await gateway.control(`templates/${id}`, { components, category: "MARKETING" })).status).toBe(200);
    expect(await gateway.list()).toMatchObject([{ id, components, category: "MARKETING", status: "APPROVED" }]);
    expect((await gateway.control(`templates/${id}`, undefined, "DELETE")).json).toEqual({ removed: id });
    expect(await gateway.list()).toEqual([]);
    expect((await gateway.create(textTemplate())).status).toBe(200);
    expect((await gateway.control("templates/1", { components })).status).toBe(404);
  });

  it("knows no other calls", async () => {
    const gateway = await start();
    expect((await gateway.control("nothing")).status).toBe(404);
  });
});

describe("metrics", () => {
  it("count requests by route and status, and the most in a second", async () => {
    const gateway = await start();
    const id = await gateway.created(textTemplate());
    await gateway.graph("GET", id);
    await gateway.graph("GET", "454545");
    await gateway.call("GET", "/connections");
    await gateway.call("DELETE", "/connections/0b7e6a54-3f2d-4c1b-9a88-112233445566");
    const { total, maxPerSecond, requests } = gateway.emulator.metrics();
    expect(total).toBe(5);
    expect(maxPerSecond).toBeGreaterThan(0);
    expect(requests).toEqual({
      "POST /whatsapp-business/{version}/{id}/message_templates": { 200: 1 },
      "GET /whatsapp-business/{version}/{id}": { 200: 1, 400: 1 },
      "GET /connections": { 200: 1 },
      "DELETE /connections/{connection_id}": { 404: 1 },
    });
    expect((await gateway.control("metrics")).json).toMatchObject({ total: 5 });
  });
});

describe("the latency", () => {
  it("is on the way back: a request has taken effect before its answer arrives", async () => {
    const gateway = await start({ latencyMs: 300 });
    let answered = false;
    const answer = gateway.call("POST", "/connections", { app: "whatsapp-business" }).then(({ status }) => {
      answered = true;
      return status;
    });
    await vi.waitFor(() => expect(gateway.emulator.state().connections).toHaveLength(2));
    expect(answered).toBe(false);
    expect(await answer).toBe(200);
  });
});

describe("the rate limit", () => {
  it("refuses what exceeds it in a second, on both planes together, in Maton's shape", async () => {
    const gateway = await start({ rate: 2 });
    const paths = [
      "/connections",
      `/whatsapp-business/v21.0/${WABA}`,
      "/connections",
      `/whatsapp-business/v21.0/${PHONE}`,
    ];
    const answers = await Promise.all(paths.map((path) => gateway.call("GET", path)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.json).toEqual({ error: { message: "Too many requests", type: "Too Many Requests", code: 429 } });
    expect(refused?.headers.has("retry-after")).toBe(false);
    expect(gateway.emulator.metrics().maxPerSecond).toBe(4);
  });

  it("is per key, and can name a time", async () => {
    const gateway = await start({ rate: 1 });
    gateway.emulator.setFaults({ switches: { retryAfter: true } });
    const call = (key: string) => gateway.call("GET", "/connections", undefined, { authorization: `Bearer ${key}` });
    const [one, other, again] = await Promise.all([call("one"), call("other"), call("one")]);
    expect([one, other, again].map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    expect([one, again].find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("1");
  });
});

describe("a new account", () => {
  it("holds WhatsApp's sample, which can be sent; a seed replaces it", async () => {
    const gateway = new Gateway(await startEmulator({ rate: 0, waba: [WABA, "5"] }));
    started.push(gateway);
    const sample = { name: "hello_world", language: "en_US", category: "UTILITY", status: "APPROVED" };
    expect(await gateway.list()).toMatchObject([sample]);
    expect((await gateway.graph("GET", "5/message_templates")).json.data).toMatchObject([sample]);
    const template = { name: "hello_world", language: { code: "en_US" } };
    const message = { messaging_product: "whatsapp", to: "16505551234", type: "template", template };
    expect(await gateway.graph("POST", `${PHONE}/messages`, message)).toMatchObject({ status: 200 });
    expect(errorOf(await gateway.create(textTemplate({ name: "hello_world" })))).toMatchObject({
      error_subcode: 2388155,
    });
    const seeded = await start({ seed: { data: [listed] }, waba: [WABA, "5"] });
    expect(await seeded.list()).toEqual([listed]);
    expect((await seeded.graph("GET", "5/message_templates")).json.data).toMatchObject([sample]);
  });
});
