import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PERIODS } from "../../../src/emulator/clock.ts";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, textTemplate, WABA } from "./gateway-client.ts";

const { DAY, HOUR, MINUTE } = PERIODS;
const EDGE = `${WABA}/message_templates`;
const YEAR = 365 * DAY;

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

async function approved(changes: JsonObject = {}): Promise<string> {
  const id = await gateway.created(textTemplate(changes));
  await statusOf(id);
  return id;
}

async function statusOf(id: string): Promise<unknown> {
  const { status, json } = await gateway.graph("GET", id);
  return status === 200 ? json.status : errorOf({ status, json, headers: new Headers() }).error_subcode;
}

function pause(id: string, reason?: string) {
  return gateway.control("review", { id, status: "PAUSED", ...(reason === undefined ? {} : { pause: reason }) });
}

function advance(milliseconds: number): void {
  gateway.emulator.clock.advance(milliseconds);
}

function send(to = "15551234567") {
  const template = { name: "parcel_sent", language: { code: "en_US" } };
  return gateway.graph("POST", `${PHONE}/messages`, { messaging_product: "whatsapp", to, type: "template", template });
}

function remove(id: string) {
  return gateway.graph("DELETE", `${EDGE}?hsm_id=${id}&name=parcel_sent`);
}

describe("PAUSED for low quality", () => {
  it("ends after 3 hours, then after 6, and the third time the template is DISABLED", async () => {
    const id = await approved();
    for (const hours of [3, 6]) {
      await pause(id);
      expect(errorOf(await send())).toMatchObject({ code: 132015 });
      advance(hours * HOUR - MINUTE);
      expect(await statusOf(id)).toBe("PAUSED");
      advance(MINUTE);
      expect(await statusOf(id)).toBe("APPROVED");
    }
    await pause(id);
    expect(await statusOf(id)).toBe("DISABLED");
    expect(errorOf(await send())).toMatchObject({ code: 132016 });
    advance(30 * DAY);
    expect(await statusOf(id)).toBe("DISABLED");
    expect((await remove(id)).status).toBe(400);
    expect(errorOf(await gateway.graph("POST", id, { message_send_ttl_seconds: 60 }))).toMatchObject({
      error_subcode: 2388039,
    });
  });

  it("cannot be ended by unpause, but by an edit, which is reviewed", async () => {
    const id = await approved();
    await pause(id);
    expect(errorOf(await gateway.graph("POST", `${id}/unpause`)).message).toContain("ends by itself");
    expect((await gateway.graph("POST", id, { message_send_ttl_seconds: 60 })).status).toBe(200);
    expect(await statusOf(id)).toBe("APPROVED");
    advance(4 * HOUR);
    expect(await statusOf(id)).toBe("APPROVED");
  });

  it("by pacing lasts until it is unpaused", async () => {
    const id = await approved();
    await pause(id, "pacing");
    advance(30 * DAY);
    expect(await statusOf(id)).toBe("PAUSED");
    expect((await gateway.graph("POST", `${id}/unpause`)).json).toEqual({ success: true });
    expect(await statusOf(id)).toBe("APPROVED");
    expect((await pause(id, "mood")).status).toBe(400);
  });
});

describe("ARCHIVED", () => {
  it.each(["APPROVED", "REJECTED"])("after 12 months without use (%s), and deleted 28 days later", async (status) => {
    const id = await approved();
    await gateway.control("review", { id, status });
    advance(YEAR - HOUR);
    expect(await statusOf(id)).toBe(status);
    advance(2 * HOUR);
    expect(await statusOf(id)).toBe("ARCHIVED");
    expect(errorOf(await gateway.graph("POST", id, { message_send_ttl_seconds: 60 }))).toMatchObject({
      error_subcode: 2388039,
    });
    advance(28 * DAY);
    expect(await gateway.list()).toEqual([]);
    expect(await statusOf(id)).toBe(33);
    expect(errorOf(await gateway.create(textTemplate()))).toMatchObject({ error_subcode: 2388023 });
  });

  it("not a template that was sent within that time", async () => {
    const id = await approved();
    advance(YEAR - HOUR);
    expect((await send()).status).toBe(200);
    advance(2 * HOUR);
    expect(await statusOf(id)).toBe("APPROVED");
    advance(YEAR);
    expect(await statusOf(id)).toBe("ARCHIVED");
  });

  it("is unarchived within the 28 days", async () => {
    const id = await approved();
    advance(YEAR + DAY);
    expect(await statusOf(id)).toBe("ARCHIVED");
    await gateway.graph("POST", `${EDGE}/unarchive`, { hsm_ids: [id] });
    advance(60 * DAY);
    expect(await statusOf(id)).toBe("APPROVED");
  });

  it("not a template in another status", async () => {
    const id = await approved();
    await gateway.control("review", { id, status: "DISABLED" });
    advance(2 * YEAR);
    expect(await statusOf(id)).toBe("DISABLED");
  });
});

describe("PENDING_DELETION", () => {
  const OFF = "15557654321";

  it("while a message is on its way, for 30 days at most; the name is locked from the delete on", async () => {
    gateway.emulator.setFaults({ switches: { switchedOff: [OFF] } });
    const id = await approved();
    await send(OFF);
    advance(DAY);
    expect((await remove(id)).json).toEqual({ success: true });
    expect(await statusOf(id)).toBe("PENDING_DELETION");
    expect(errorOf(await send())).toMatchObject({ code: 132001 });
    expect(errorOf(await gateway.create(textTemplate()))).toMatchObject({ error_subcode: 2388023 });
    expect(errorOf(await gateway.graph("POST", id, { message_send_ttl_seconds: 60 }))).toMatchObject({
      error_subcode: 2388039,
    });
    advance(29 * DAY);
    expect(await statusOf(id)).toBe(33);
    expect(await gateway.list()).toEqual([]);
    advance(DAY + MINUTE);
    expect((await gateway.create(textTemplate())).status).toBe(200);
  });

  it("not once all messages are delivered", async () => {
    const id = await approved();
    await send();
    await remove(id);
    expect(await gateway.list()).toEqual([]);
  });
});

describe("LIMIT_EXCEEDED", () => {
  it("has the newest approved templates above the limit, until there is room", async () => {
    const [old, young] = [await approved(), await approved({ language: "de" })];
    gateway.emulator.setFaults({ switches: { templateLimit: 1 } });
    expect([await statusOf(old), await statusOf(young)]).toEqual(["APPROVED", "LIMIT_EXCEEDED"]);
    expect(errorOf(await gateway.graph("POST", young, { message_send_ttl_seconds: 60 }))).toMatchObject({
      error_subcode: 2388039,
    });
    await remove(old);
    expect(await statusOf(young)).toBe("APPROVED");
  });

  it("set by hand, it stays", async () => {
    const id = await approved();
    await gateway.control("review", { id, status: "LIMIT_EXCEEDED" });
    expect(await statusOf(id)).toBe("LIMIT_EXCEEDED");
    expect((await remove(id)).status).toBe(200);
  });
});

describe("IN_APPEAL", () => {
  it("is neither sent nor edited until it is decided", async () => {
    const id = await approved();
    await gateway.control("review", { id, status: "IN_APPEAL" });
    advance(2 * DAY);
    expect(await statusOf(id)).toBe("IN_APPEAL");
    expect(errorOf(await send())).toMatchObject({ code: 132001 });
    await gateway.control("review", { id, status: "REJECTED", reason: "PROMOTIONAL" });
    expect((await gateway.graph("POST", id, { message_send_ttl_seconds: 60 })).status).toBe(200);
  });
});

it("review never rejects login codes as duplicates: their texts are WhatsApp's own", async () => {
  const other = await Gateway.start({ review: "pending", faults: { switches: { rejectDuplicateContent: true } } });
  try {
    const components = [{ type: "BODY" }, { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] }];
    for (const name of ["code_a", "code_b"]) {
      const id = await other.created(textTemplate({ name, category: "AUTHENTICATION", components }));
      expect((await other.graph("GET", id)).json).toMatchObject({ status: "PENDING" });
    }
  } finally {
    await other.emulator.close();
  }
});

it("a product catalog can be replaced after it is disconnected", async () => {
  const edge = `${WABA}/product_catalogs`;
  await gateway.graph("POST", edge, { catalog_id: "7" });
  expect((await gateway.graph("GET", edge)).json.data).toEqual([{ id: "7", name: "Emulated Catalog" }]);
  expect((await gateway.graph("DELETE", `${edge}?catalog_id=8`)).status).toBe(400);
  expect((await gateway.graph("DELETE", `${edge}?catalog_id=7`)).json).toEqual({ success: true });
  expect((await gateway.graph("POST", edge, { catalog_id: "8" })).json).toEqual({ success: true });
});
