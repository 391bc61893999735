import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Json, type JsonObject, listOf } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, WABA } from "./gateway-client.ts";
import { USER } from "./message-bodies.ts";

let gateway: Gateway;
beforeEach(async () => {
  gateway = await Gateway.start();
});
afterEach(() => gateway.emulator.close());

function post(edge: string, body: JsonObject = {}, owner = PHONE) {
  return gateway.graph("POST", `${owner}/${edge}`, body);
}

async function get(edge: string, owner = PHONE) {
  return (await gateway.graph("GET", `${owner}/${edge}`)).json;
}

const OK = { status: 200, json: { success: true } };

describe("short links", () => {
  const create = async (message: string, changes: JsonObject = {}) =>
    (await post("message_qrdls", { prefilled_message: message, ...changes })).json;

  it("are made, listed, read, changed and deleted", async () => {
    const first = await create("Tell me about tea");
    const code = String(first.code);
    expect(first).toEqual({
      code: expect.stringMatching(/^[A-Z0-9]{14}$/),
      prefilled_message: "Tell me about tea",
      deep_link_url: `https://wa.me/message/${code}`,
    });
    const second = await create("Tell me about cake");
    expect((await get("message_qrdls")).data).toEqual([second, first]);
    expect((await get(`message_qrdls/${code}`)).data).toEqual([first]);
    const changed = await create("Tell me more about tea", { code });
    expect(changed).toEqual({ ...first, prefilled_message: "Tell me more about tea" });
    expect(await gateway.graph("DELETE", `${PHONE}/message_qrdls/${code}`)).toMatchObject(OK);
    expect((await get(`message_qrdls/${code}`)).data).toEqual([]);
    expect((await get("message_qrdls")).data).toEqual([second]);
  });

  it("have an image that is asked for, under another URL every time", async () => {
    const { qr_image_url: image, code } = await create("Tea", { generate_qr_image: "PNG" });
    expect(image).toMatch(/^https:\/\/scontent\.xx\.fbcdn\.net\/m1\/v\/t6\/An/);
    const edge = `message_qrdls/${String(code)}?fields=code,qr_image_url.format(PNG),creation_time`;
    const read = listOf((await get(edge)).data)[0];
    expect(read).toEqual({ code, qr_image_url: expect.any(String), creation_time: expect.any(Number) });
    expect(read).not.toMatchObject({ qr_image_url: image });
  });

  it.each<{ what: string; body: JsonObject; says: RegExp }>([
    { what: "no message", body: {}, says: /prefilled_message is required/ },
    { what: "an empty message", body: { prefilled_message: "" }, says: /^Invalid prefilled_message length/ },
    {
      what: "a long message",
      body: { prefilled_message: "m".repeat(141) },
      says: /^Invalid prefilled_message length\. Maximum 140 characters allowed$/,
    },
    {
      what: "another format",
      body: { prefilled_message: "m", generate_qr_image: "GIF" },
      says: /must be one of \{SVG, PNG\}/,
    },
    {
      what: "a code that is none",
      body: { prefilled_message: "m", code: "1" },
      says: /^Invalid QR code ID format\. Expected 14-character alphanumeric string$/,
    },
  ])("are refused with $what", async ({ body, says }) => {
    const answer = await post("message_qrdls", body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code: 100, message: expect.stringMatching(says) });
  });

  it("that are not there cannot be changed or deleted", async () => {
    const gone = await gateway.graph("DELETE", `${PHONE}/message_qrdls/ANED2T5QRU7HG1`);
    expect(gone.status).toBe(404);
    expect(errorOf(gone)).toMatchObject({ message: "QR code not found", type: "GraphMethodException", code: 803 });
    expect((await post("message_qrdls", { prefilled_message: "m", code: "ANED2T5QRU7HG1" })).status).toBe(404);
    expect((await gateway.graph("GET", `${PHONE}/message_qrdls?fields=colour`)).status).toBe(200);
    await create("Tea");
    expect((await gateway.graph("GET", `${PHONE}/message_qrdls?fields=colour`)).status).toBe(400);
  });
});

describe("conversational automation", () => {
  const change = (body: JsonObject) => post("conversational_automation", body);
  const read = async () =>
    (await gateway.graph("GET", `${PHONE}?fields=conversational_automation`)).json.conversational_automation;
  const command = (name: string, description = "Does it"): JsonObject => ({
    command_name: name,
    command_description: description,
  });

  it("is patched; lists are replaced, and empty ones clear", async () => {
    expect(await read()).toBeUndefined();
    expect(await change({ enable_welcome_message: true, prompts: ["What do you sell?"] })).toMatchObject(OK);
    await change({ commands: [command("tea")] });
    const whole = {
      id: PHONE,
      enable_welcome_message: true,
      prompts: ["What do you sell?"],
      commands: [command("tea")],
    };
    expect(await read()).toEqual(whole);
    await change({ prompts: [], commands: JSON.stringify([command("cake")]) });
    expect(await read()).toEqual({ ...whole, prompts: [], commands: [command("cake")] });
  });

  it.each<{ what: string; body: JsonObject; says: string }>([
    {
      what: "five prompts",
      body: { prompts: Array(5).fill("Tea?") },
      says: "Too many prompts provided. Maximum allowed is 4",
    },
    {
      what: "a long prompt",
      body: { prompts: ["p".repeat(81)] },
      says: "Prompt text exceeds maximum length of 80 characters",
    },
    { what: "an emoji", body: { prompts: ["Tea 🍵?"] }, says: "(#100) Param prompts must not contain emojis." },
    {
      what: "31 commands",
      body: { commands: Array.from({ length: 31 }, (_, n) => command(`c${n}`)) },
      says: "Too many commands provided. Maximum allowed is 30",
    },
    {
      what: "a command with a space",
      body: { commands: [command("green tea")] },
      says: "Invalid command name format. Command names must contain only alphanumeric characters and underscores",
    },
    {
      what: "a long description",
      body: { commands: [command("tea", "d".repeat(257))] },
      says: "Command description exceeds maximum length of 256 characters",
    },
    {
      what: "one command twice",
      body: { commands: [command("help"), command("help")] },
      says: "Command names must be unique. Duplicate command name found: help",
    },
    {
      what: "a switch that is none",
      body: { enable_welcome_message: "perhaps" },
      says: "(#100) Param enable_welcome_message must be a boolean.",
    },
  ])("is refused with $what", async ({ body, says }) => {
    const answer = await change(body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ message: says, code: 100 });
    expect(await read()).toBeUndefined();
  });
});

describe("settings", () => {
  it("are merged part by part", async () => {
    expect(await get("settings")).toEqual({
      calling: { status: "disabled", call_icon_visibility: "default" },
      payload_encryption: { status: "disabled" },
      storage_configuration: { status: "default" },
    });
    expect(await post("settings", { calling: { status: "enabled", video: { status: "enabled" } } })).toMatchObject(OK);
    await post("settings", {
      calling: { call_icon_visibility: "visible" },
      storage_configuration: { enabled: true, region: "us" },
    });
    await post("settings", { user_identity_change: { enabled: true } });
    expect(await get("settings")).toEqual({
      calling: { status: "enabled", call_icon_visibility: "visible", video: { status: "enabled" } },
      payload_encryption: { status: "disabled" },
      storage_configuration: { status: "in_country_storage_enabled", data_localization_region: "us" },
      user_identity_change: { enabled: true },
    });
    await post("settings", { storage_configuration: { enabled: false } });
    expect(await get("settings")).toMatchObject({ storage_configuration: { status: "default" } });
    expect((await post("settings", { calling: { status: "perhaps" } })).status).toBe(400);
  });

  it("of commerce are two switches, in the query or the body", async () => {
    const shown = (cart: boolean, catalog: boolean): Json => ({
      data: [{ is_cart_enabled: cart, is_catalog_visible: catalog, id: PHONE }],
    });
    expect(await get("whatsapp_commerce_settings")).toEqual(shown(true, false));
    expect(await post("whatsapp_commerce_settings?is_cart_enabled=false")).toMatchObject(OK);
    await post("whatsapp_commerce_settings", { is_catalog_visible: true });
    expect(await get("whatsapp_commerce_settings")).toEqual(shown(false, true));
    expect((await post("whatsapp_commerce_settings", { is_cart_enabled: "perhaps" })).status).toBe(400);
  });
});

describe("subscribed apps", () => {
  const app = {
    id: expect.stringMatching(/^\d+$/),
    name: expect.any(String),
    link: expect.stringMatching(/app_id=\d+$/),
  };
  const uri = "https://hooks.example/whatsapp";

  it("are there, with an override or without, or not", async () => {
    expect(await get("subscribed_apps", WABA)).toEqual({ data: [{ whatsapp_business_api_data: app }] });
    const overridden = [{ override_callback_uri: uri, whatsapp_business_api_data: app }];
    expect((await post("subscribed_apps", { override_callback_uri: uri, verify_token: "secret" }, WABA)).json).toEqual({
      success: true,
      data: overridden,
    });
    expect(await get("subscribed_apps", WABA)).toEqual({ data: overridden });
    expect(await post("subscribed_apps", {}, WABA)).toMatchObject({ status: 200, json: { success: true } });
    expect(await get("subscribed_apps", WABA)).toEqual({ data: [{ whatsapp_business_api_data: app }] });
    expect(await gateway.graph("DELETE", `${WABA}/subscribed_apps`)).toMatchObject(OK);
    expect(await get("subscribed_apps", WABA)).toEqual({ data: [] });
  });

  it.each<{ body: JsonObject; says: RegExp }>([
    { body: { override_callback_uri: "hooks", verify_token: "secret" }, says: /^Invalid callback URI format$/ },
    { body: { override_callback_uri: uri }, says: /verify_token is required/ },
  ])("are refused with $body", async ({ body, says }) => {
    expect(errorOf(await post("subscribed_apps", body, WABA)).message).toMatch(says);
  });
});

describe("blocked users", () => {
  const users = (...named: string[]): JsonObject => ({
    messaging_product: "whatsapp",
    block_users: named.map((user) => ({ user })),
  });

  it("are those who wrote within the last day", async () => {
    await gateway.control("inbound", { from: USER });
    const input = `+${USER}`;
    expect((await post("block_users", users(input))).json).toEqual({
      messaging_product: "whatsapp",
      block_users: { added_users: [{ input, wa_id: USER }] },
    });
    expect(await get("block_users")).toMatchObject({ data: [{ messaging_product: "whatsapp", wa_id: USER }] });
    expect((await gateway.control("inbound", { from: USER })).status).toBe(400);
    expect((await gateway.graph("DELETE", `${PHONE}/block_users`, users(input))).json).toEqual({
      messaging_product: "whatsapp",
      block_users: { removed_users: [{ input, wa_id: USER }] },
    });
    expect(await get("block_users")).toEqual({ data: [] });
  });

  it("are told apart from those who did not", async () => {
    await gateway.control("inbound", { from: "US.1349" });
    const answer = await post("block_users", users("US.1349", USER));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      block_users: {
        added_users: [{ input: "US.1349", user_id: "US.1349" }],
        failed_users: [{ input: USER, wa_id: USER, errors: [{ code: 131047 }] }],
      },
      error: { code: 139100, message: "(#139100) Failed to block/unblock some users" },
    });
  });

  it.each<{ body: JsonObject }>([
    { body: { block_users: [{ user: USER }] } },
    { body: { messaging_product: "whatsapp" } },
    { body: { messaging_product: "whatsapp", block_users: [] } },
    { body: { messaging_product: "whatsapp", block_users: [{}] } },
  ])("are refused as $body", async ({ body }) => {
    expect(errorOf(await post("block_users", body)).code).toBe(100);
  });
});
