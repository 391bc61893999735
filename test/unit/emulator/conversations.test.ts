import { afterEach, describe, expect, it } from "vitest";
import type { EmulatorOptions } from "../../../src/emulator/index.ts";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, textTemplate } from "./gateway-client.ts";
import { message, text, USER } from "./message-bodies.ts";

const HOUR = 3_600_000;

let gateway: Gateway;
afterEach(() => gateway.emulator.close());

async function start(options: EmulatorOptions = {}) {
  gateway = await Gateway.start(options);
}

function send(body: JsonObject) {
  return gateway.graph("POST", `${PHONE}/messages`, body);
}

async function inbound(changes: JsonObject = {}) {
  const { json } = await gateway.control("inbound", { from: USER, text: "Hello?", ...changes });
  return String(json.id);
}

function read(id: string, changes: JsonObject = {}) {
  return send({ messaging_product: "whatsapp", status: "read", message_id: id, ...changes });
}

const REENGAGEMENT = {
  message: "(#131047) Re-engagement message",
  code: 131047,
  error_data: {
    messaging_product: "whatsapp",
    details:
      "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
  },
};

describe("the 24-hour window", () => {
  it("is open to everybody while it is off", async () => {
    await start();
    expect((await send(text("Hi"))).status).toBe(200);
  });

  it("opens for 24 hours when the user writes, for that user and that phone", async () => {
    await start({ window: true, phones: [PHONE, "2"] });
    const closed = await send(text("Hi"));
    expect(closed.status).toBe(400);
    expect(errorOf(closed)).toMatchObject(REENGAGEMENT);
    const opened = await gateway.control("inbound", { from: `+${USER}`, text: "Hello?" });
    expect(opened.json).toEqual({
      id: expect.stringMatching(/^wamid\./),
      from: USER,
      phone: PHONE,
      window_until: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect((await send(text("Hi"))).status).toBe(200);
    expect((await send(text("Hi", { to: "16505559999" }))).status).toBe(400);
    expect((await gateway.graph("POST", "2/messages", text("Hi"))).status).toBe(400);
    gateway.emulator.clock.advance(23 * HOUR);
    expect((await send(text("Hi"))).status).toBe(200);
    gateway.emulator.clock.advance(HOUR);
    expect(errorOf(await send(text("Hi")))).toMatchObject(REENGAGEMENT);
  });

  it("does not hold for templates and groups", async () => {
    await start({ window: true });
    await gateway.created(textTemplate());
    const template = { name: "parcel_sent", language: { code: "en_US" } };
    expect((await send(message({ template }))).status).toBe(200);
    expect((await send(text("Hi", { recipient_type: "group", to: "Y2FwaV9n" }))).status).toBe(200);
    expect((await send({ ...text("Hi"), to: "", recipient: "US.1349" })).status).toBe(400);
  });

  it("is told by the status when the switch says so", async () => {
    await start({ window: true, faults: { switches: { deliveryErrors: "status" } } });
    expect((await send(text("Hi"))).status).toBe(200);
    expect(gateway.emulator.state().messages[0]).toMatchObject({ status: "failed", errors: [{ code: 131047 }] });
  });
});

describe("recipients", () => {
  it("can be a list, as for test numbers", async () => {
    await start({ recipients: [`+${USER}`], window: true });
    await inbound();
    expect((await send(text("Hi"))).status).toBe(200);
    expect(errorOf(await send(text("Hi", { to: "16505559999" })))).toMatchObject({
      message: "(#131030) Recipient phone number not in allowed list",
      error_data: {
        messaging_product: "whatsapp",
        details:
          "Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.",
      },
    });
  });

  it("can be out of reach", async () => {
    await start({ faults: { switches: { undeliverable: [`+${USER}`, "US.1349"] } } });
    expect(errorOf(await send(text("Hi")))).toMatchObject({ message: "(#131026) Message undeliverable", code: 131026 });
    expect((await send(text("Hi", { to: "16505559999" }))).status).toBe(200);
    expect((await send({ ...text("Hi"), to: "", recipient: "US.1349" })).status).toBe(400);
  });

  it("get no more messages in a second than the switch allows", async () => {
    await start({ now: () => 1_700_000_000_000, faults: { switches: { throughput: 2 } } });
    const statuses = [await send(text("Hi")), await send(text("Hi")), await send(text("Hi"))].map(
      ({ status }) => status,
    );
    expect(statuses).toEqual([200, 200, 400]);
    expect(errorOf(await send(text("Hi", { to: "16505559999" })))).toEqual({
      message: "(#130429) Rate limit hit",
      type: "OAuthException",
      code: 130429,
      error_data: { messaging_product: "whatsapp", details: "Cloud API message throughput has been reached." },
      error_subcode: 2494055,
      fbtrace_id: expect.any(String),
    });
    gateway.emulator.clock.advance(1000);
    expect((await send(text("Hi"))).status).toBe(200);
  });

  it("take one message in six seconds, and 45 at once, when the switch is on", async () => {
    await start({ faults: { switches: { pairRate: true } } });
    for (let count = 0; count < 45; count += 1) expect((await send(text("Hi"))).status).toBe(200);
    expect(errorOf(await send(text("Hi")))).toMatchObject({ code: 131056 });
    expect((await send(text("Hi", { to: "16505559999" }))).status).toBe(200);
    gateway.emulator.clock.advance(6000);
    expect((await send(text("Hi"))).status).toBe(200);
    expect((await send(text("Hi"))).status).toBe(400);
  });
});

describe("a message of a user", () => {
  it("is marked as read, with or without typing", async () => {
    await start();
    const id = await inbound();
    expect(await read(id)).toMatchObject({ status: 200, json: { success: true } });
    const first = gateway.emulator.state().inbound[0];
    expect(first).toMatchObject({ id, from: USER, text: "Hello?", readAt: expect.any(Number) });
    expect(first).not.toHaveProperty("typingUntil");
    await read(id, { typing_indicator: { type: "text" } });
    expect(gateway.emulator.state().inbound[0]).toMatchObject({
      readAt: first?.readAt,
      typingUntil: expect.any(Number),
    });
  });

  it.each<{ what: string; changes: JsonObject; code: number }>([
    { what: "an unknown message", changes: { message_id: "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ" }, code: 131009 },
    { what: "no message", changes: { message_id: null }, code: 100 },
    { what: "another status", changes: { status: "delivered" }, code: 100 },
    { what: "typing without a type", changes: { typing_indicator: {} }, code: 100 },
    { what: "typing of another type", changes: { typing_indicator: { type: "dance" } }, code: 100 },
    { what: "no product", changes: { messaging_product: "fax" }, code: 100 },
  ])("cannot be marked with $what", async ({ changes, code }) => {
    await start();
    const answer = await read(await inbound(), changes);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).code).toBe(code);
  });

  it("can be marked for 30 days", async () => {
    await start();
    const id = await inbound();
    gateway.emulator.clock.advance(31 * 24 * HOUR);
    expect(errorOf(await read(id))).toMatchObject({ error_data: { details: "Invalid message_id" } });
  });

  it("can be reacted to; a reaction to nothing fails afterwards", async () => {
    await start();
    const id = await inbound();
    const react = (messageId: string, emoji: string) => send(message({ reaction: { message_id: messageId, emoji } }));
    for (const emoji of ["👍", "👨‍👩‍👧", "🇩🇪", "❤️", ""]) expect((await react(id, emoji)).status).toBe(200);
    expect((await react("wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ", "👍")).status).toBe(200);
    const { messages } = gateway.emulator.state();
    expect(messages.map(({ status }) => status)).toEqual([...Array(5).fill("accepted"), "failed"]);
    expect(messages.at(-1)?.errors).toMatchObject([{ code: 131009, error_data: { details: "Invalid message_id" } }]);
  });

  it.each<{ body: JsonObject; status: number }>([
    { body: { from: "12" }, status: 400 },
    { body: { text: "nobody" }, status: 400 },
    { body: { from: USER, phone: "1" }, status: 404 },
  ])("cannot come as $body", async ({ body, status }) => {
    await start();
    expect((await gateway.control("inbound", body)).status).toBe(status);
  });
});
