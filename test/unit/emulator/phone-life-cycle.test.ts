import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, WABA } from "./gateway-client.ts";
import { text } from "./message-bodies.ts";

const HOUR = 3_600_000;

let gateway: Gateway;
beforeEach(async () => {
  gateway = await Gateway.start();
});
afterEach(() => gateway.emulator.close());

function call(edge: string, body: JsonObject = {}, phone = PHONE) {
  return gateway.graph("POST", `${phone}/${edge}`, body);
}

function register(pin: string, phone = PHONE) {
  return call("register", { messaging_product: "whatsapp", pin }, phone);
}

async function fields(names: string, phone = PHONE) {
  return (await gateway.graph("GET", `${phone}?fields=${names}`)).json;
}

const NEW = { cc: "1", phone_number: "6505550199", verified_name: "A small shop" };

async function add(changes: JsonObject = {}) {
  const { json } = await gateway.graph("POST", `${WABA}/phone_numbers`, { ...NEW, ...changes });
  return String(json.id);
}

function stateOf(id: string) {
  return gateway.emulator.state().phones.find((phone) => phone.id === id);
}

describe("a new phone number", () => {
  it("is verified with the code, registered, and then sends", async () => {
    const id = await add();
    expect(await fields("display_phone_number,code_verification_status,status,verified_name", id)).toEqual({
      display_phone_number: "+16505550199",
      code_verification_status: "NOT_VERIFIED",
      status: "PENDING",
      verified_name: "A small shop",
      id,
    });
    expect(errorOf(await register("123456", id))).toMatchObject({ code: 133006 });
    expect(errorOf(await call("messages", text("Hi"), id))).toMatchObject({
      message: "(#133010) Account not registered",
    });
    expect((await call("request_code", { code_method: "SMS", language: "en_US" }, id)).json).toEqual({ success: true });
    const { fbtrace_id: _, ...wrong } = errorOf(await call("verify_code", { code: "000000" }, id));
    expect(wrong).toEqual({
      message: "Verify code error",
      type: "OAuthException",
      code: 136025,
      error_subcode: 2388093,
      is_transient: false,
      error_user_title: "Couldn't verify code",
      error_user_msg: "The code you entered is incorrect.",
    });
    const code = stateOf(id)?.verificationCode ?? "";
    expect((await call("verify_code", { code: `${code.slice(0, 3)}-${code.slice(3)}` }, id)).json).toEqual({
      success: true,
    });
    expect((await call("verify_code", { code }, id)).status).toBe(400);
    expect((await register("123456", id)).json).toEqual({ success: true });
    expect((await call("messages", text("Hi"), id)).status).toBe(200);
    expect(await fields("status,platform_type,is_pin_enabled", id)).toMatchObject({
      status: "CONNECTED",
      platform_type: "CLOUD_API",
      is_pin_enabled: true,
    });
  });

  it("is in the list of its account", async () => {
    const id = await add();
    const { json } = await gateway.graph("GET", `${WABA}/phone_numbers?fields=id`);
    expect(json.data).toEqual([{ id: PHONE }, { id }]);
  });

  it.each<{ changes: JsonObject; code: number }>([
    { changes: { cc: null }, code: 100 },
    { changes: { phone_number: "12" }, code: 100 },
    { changes: { verified_name: null }, code: 100 },
  ])("is refused with $changes", async ({ changes, code }) => {
    const answer = await gateway.graph("POST", `${WABA}/phone_numbers`, { ...NEW, ...changes });
    expect(answer.status).toBe(400);
    expect(errorOf(answer).code).toBe(code);
  });

  it("cannot be one that is there, or the twenty-first", async () => {
    await add();
    expect(
      errorOf(await gateway.graph("POST", `${WABA}/phone_numbers`, { ...NEW, phone_number: "16505550199" })),
    ).toMatchObject({
      message: "Phone number is already registered with WhatsApp Business",
    });
    const again = { ...NEW, phone_number: "16505550199", migrate_phone_number: true };
    expect(errorOf(await gateway.graph("POST", `${WABA}/phone_numbers`, again))).toMatchObject({
      code: 100,
      error_subcode: 2388012,
    });
    for (let n = 0; n < 18; n += 1) await add({ phone_number: `65055502${n + 10}` });
    const answer = await gateway.graph("POST", `${WABA}/phone_numbers`, { ...NEW, phone_number: "6505550300" });
    expect(answer.status).toBe(403);
  });

  it("of a verified number gets no code", async () => {
    const answer = await call("request_code", { code_method: "VOICE", locale: "en_US" });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ message: "Request code error", code: 136024, error_subcode: 2388091 });
    expect((await call("request_code", { code_method: "FAX", language: "en" })).status).toBe(400);
    expect((await call("request_code", { code_method: "SMS" })).status).toBe(400);
  });
});

describe("registration", () => {
  it("sets the PIN first and needs it afterwards", async () => {
    expect((await register("12345")).json).toMatchObject({
      error: { message: "Invalid PIN format. PIN must be exactly 6 digits", code: 100 },
    });
    expect((await register("123456")).status).toBe(200);
    expect(errorOf(await register("654321"))).toMatchObject({ code: 133005 });
    expect((await gateway.graph("POST", PHONE, { pin: "654321" })).json).toEqual({ success: true });
    expect((await register("654321")).status).toBe(200);
  });

  it("ends with deregister", async () => {
    expect((await call("deregister")).json).toEqual({ success: true });
    expect(errorOf(await call("messages", text("Hi")))).toMatchObject({ code: 133010 });
    expect(errorOf(await call("deregister"))).toMatchObject({ code: 133010 });
    expect(await fields("status")).toMatchObject({ status: "DISCONNECTED" });
  });

  it("can be asked for ten times in 72 hours, deregistration included", async () => {
    for (let n = 0; n < 9; n += 1) await register("123456");
    expect((await call("deregister")).status).toBe(200);
    expect(errorOf(await register("123456"))).toMatchObject({ code: 133016 });
    gateway.emulator.clock.advance(72 * HOUR);
    expect((await register("123456")).status).toBe(200);
  });
});

describe("a phone number's fields", () => {
  it("change: display name, username, visibility", async () => {
    const changes = { new_display_name: "A bigger shop", username: "shop", search_visibility: "NOT_VISIBLE" };
    expect((await gateway.graph("POST", PHONE, changes)).json).toEqual({ success: true });
    expect(await fields("new_display_name,new_name_status,username,search_visibility")).toEqual({
      ...changes,
      new_name_status: "PENDING_REVIEW",
      id: PHONE,
    });
  });

  it("hold a webhook of their own until it is emptied", async () => {
    const override = (uri: string) =>
      gateway.graph("POST", `${PHONE}/`, {
        webhook_configuration: { override_callback_uri: uri, verify_token: "secret" },
      });
    expect((await override("https://hooks.example/whatsapp")).status).toBe(200);
    expect(await fields("webhook_configuration")).toEqual({
      webhook_configuration: { phone_number: "https://hooks.example/whatsapp" },
      id: PHONE,
    });
    expect((await override("")).status).toBe(200);
    expect(await fields("webhook_configuration")).toEqual({ id: PHONE });
    for (const uri of ["hooks.example", "http://hooks.example", `https://hooks.example/${"x".repeat(200)}`]) {
      expect(errorOf(await override(uri))).toMatchObject({ message: "Invalid callback URI format", code: 100 });
    }
  });

  it("refuse a PIN that is none and an empty name", async () => {
    expect((await gateway.graph("POST", PHONE, { pin: "12" })).status).toBe(400);
    expect((await gateway.graph("POST", PHONE, { new_display_name: "" })).status).toBe(400);
  });
});
