import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, textTemplate } from "./gateway-client.ts";
import {
  buttons,
  card,
  carousel,
  interactive,
  list,
  message,
  named,
  order,
  replyButton,
  rows,
  text,
  USER,
} from "./message-bodies.ts";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());

function send(body: JsonObject) {
  return gateway.graph("POST", `${PHONE}/messages`, body);
}

const product = { product_retailer_id: "tea-1", catalog_id: "194836987003835" };

/** One message of every kind, as short as it can be or with all that it can carry. */
const TAKEN: Record<string, JsonObject> = {
  text: text("Good morning"),
  "text without a type": { messaging_product: "whatsapp", to: USER, text: { body: "Hi", preview_url: true } },
  "text of 4,096 characters": text("t".repeat(4096)),
  "image by link": message({ image: { link: "https://shop.example/tea.png", caption: "c".repeat(1024) } }),
  "video by link": message({ video: { link: "https://shop.example/tea.mp4", caption: "Tea" } }),
  "document by link": message({ document: { link: "https://shop.example/a.pdf", filename: "a.pdf", caption: "Tea" } }),
  "audio by link": message({ audio: { link: "https://shop.example/tea.ogg", voice: true } }),
  "sticker by link": message({ sticker: { link: "https://shop.example/tea.webp" } }),
  location: message({ location: { latitude: 52.5, longitude: -13.4, name: "Shop", address: "1 Garden Lane" } }),
  "location in strings": message({ location: { latitude: "-90", longitude: "180" } }),
  contacts: message({
    contacts: [{ name: { formatted_name: "Ada L.", first_name: "Ada" }, phones: [{ phone: "+1 650 555 0000" }] }],
  }),
  "one button": buttons(replyButton("Tea")),
  "three buttons, in capitals": interactive({
    type: "BUTTON",
    header: { type: "text", text: "A question" },
    footer: { text: "Take your time" },
    action: { buttons: [replyButton("Tea"), replyButton("Cake"), replyButton("t".repeat(20))] },
  }),
  "a button under a picture": interactive({
    type: "button",
    header: { type: "image", image: { link: "https://shop.example/tea.png" } },
    action: { buttons: [replyButton("Tea")] },
  }),
  "a list": list({ rows: rows(1) }),
  "a list, in capitals, of two sections": interactive({
    type: "LIST",
    header: { type: "text", text: "Teas" },
    body: { text: "b".repeat(4096) },
    action: {
      button: "Choose",
      sections: [
        { title: "One", rows: rows(4) },
        { title: "Two", rows: rows(6, 4) },
      ],
    },
  }),
  cta_url: named("cta_url", { display_text: "See", url: "https://shop.example" }),
  "flow by id": named("flow", { flow_message_version: "3", flow_id: "1", flow_cta: "Book", flow_token: "t" }),
  "flow by name": named("flow", {
    flow_message_version: 3,
    flow_name: "booking",
    flow_cta: "Book",
    mode: "draft",
    flow_action: "navigate",
    flow_action_payload: { screen: "START", data: { tea: "green" } },
  }),
  location_request_message: named("location_request_message", undefined, "send_location"),
  address_message: named("address_message", { country: "IN", values: { name: "Ada" } }),
  product: message({ interactive: { type: "product", action: product } }),
  product_list: interactive({
    type: "product_list",
    header: { type: "text", text: "Teas" },
    action: { catalog_id: "1", sections: [{ title: "Green", product_items: [{ product_retailer_id: "tea-1" }] }] },
  }),
  "catalog_message with a header": interactive({
    type: "catalog_message",
    header: { type: "text", text: "Teas" },
    action: { name: "catalog_message" },
  }),
  "flow with a long label": named("flow", { flow_message_version: "3", flow_id: "1", flow_cta: "b".repeat(31) }),
  "call_permission_request without a body": message({
    interactive: { type: "call_permission_request", action: { name: "call_permission_request" } },
  }),
  catalog_message: named("catalog_message", { thumbnail_product_retailer_id: "tea-1" }),
  "carousel of links": carousel(card(0), card(1)),
  "carousel of products": carousel(
    { card_index: 0, type: "product", action: product },
    { card_index: 1, type: "product", action: product },
  ),
  order_details: named("order_details", order(), "review_and_pay"),
  order_status: named("order_status", { reference_id: "order-17", order: { status: "shipped" } }, "review_order"),
  call_permission_request: named("call_permission_request"),
  request_contact_info: named("request_contact_info"),
  voice_call: named("voice_call", { display_text: "Call us", ttl_minutes: 100, payload: "p" }),
  "a reply": text("Yes", {
    context: { message_id: "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ" },
    biz_opaque_callback_data: "x",
  }),
};

describe("a message", () => {
  it.each(Object.entries(TAKEN))("%s is taken", async (_, body) => {
    const { status, json } = await send(body);
    expect({ status, json }).toEqual({
      status: 200,
      json: {
        messaging_product: "whatsapp",
        contacts: [{ input: USER, wa_id: USER }],
        messages: [{ id: expect.stringMatching(/^wamid\.[A-Za-z0-9+/]+=*$/) }],
      },
    });
  });

  it.each([
    { to: "+1 (650) 555-1234", contact: { input: "+1 (650) 555-1234", wa_id: "16505551234" } },
    { to: 16505551234, contact: { input: "16505551234", wa_id: "16505551234" } },
    {
      to: "Y2FwaV9ncm91cDoxNzA1NTU1",
      recipient_type: "group",
      contact: { input: "Y2FwaV9ncm91cDoxNzA1NTU1", wa_id: "Y2FwaV9ncm91cDoxNzA1NTU1" },
    },
    {
      recipient: "US.13491208655302741918",
      contact: { input: "US.13491208655302741918", user_id: "US.13491208655302741918" },
    },
    { to: USER, recipient: "US.1349", contact: { input: USER, wa_id: USER } },
  ])("goes to $contact.input", async ({ contact, ...recipient }) => {
    const { json } = await send({ messaging_product: "whatsapp", text: { body: "Hi" }, ...recipient });
    expect(json.contacts).toEqual([contact]);
  });

  it("of authentication goes to phone numbers only", async () => {
    const otp = {
      category: "AUTHENTICATION",
      components: [{ type: "BODY" }, { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] }],
    };
    await gateway.created(textTemplate(otp));
    const code = [{ type: "text", text: "123456" }];
    const components = [
      { type: "body", parameters: code },
      { type: "button", sub_type: "url", index: "0", parameters: code },
    ];
    const template = { name: "parcel_sent", language: { code: "en_US" }, components };
    const body = { messaging_product: "whatsapp", type: "template", template };
    expect(await send({ ...body, to: USER })).toMatchObject({ status: 200 });
    expect(errorOf(await send({ ...body, recipient: "US.13491208655302741918" }))).toMatchObject({
      code: 131062,
      error_data: { details: expect.stringContaining("phone numbers only") },
    });
  });

  it("cannot be sent by a phone that is not there, or read", async () => {
    expect((await gateway.graph("POST", "1/messages", text("Hi"))).json).toMatchObject({
      error: { error_subcode: 33 },
    });
    expect((await gateway.graph("GET", `${PHONE}/messages`)).status).toBe(400);
  });

  it("is kept with a status that time moves on", async () => {
    gateway.emulator.reset();
    const { json } = await send(text("Good morning"));
    const shown = () => gateway.emulator.state().messages[0];
    expect(shown()).toMatchObject({
      phone: PHONE,
      to: USER,
      type: "text",
      status: "accepted",
      request: { text: { body: "Good morning" } },
    });
    expect(json.messages).toEqual([{ id: shown()?.id }]);
    for (const [milliseconds, status] of [
      [1000, "sent"],
      [1000, "delivered"],
      [60_000, "read"],
    ] as const) {
      gateway.emulator.clock.advance(milliseconds);
      expect(shown()?.status).toBe(status);
    }
  });
});
