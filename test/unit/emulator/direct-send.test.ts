import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, textTemplate, WABA } from "./gateway-client.ts";
import { interactive, message, named, replyButton, text } from "./message-bodies.ts";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start({ window: true });
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

function send(body: JsonObject) {
  return gateway.graph("POST", `${PHONE}/messages`, body);
}

function utility(body: JsonObject, changes: JsonObject = {}) {
  return send({ ...body, category: "utility", ...changes });
}

function link(title: string): JsonObject {
  return {
    type: "cta_url",
    cta_url: { display_text: title, url: "https://shop.example/order" },
  };
}

function withButtons(...entries: JsonObject[]) {
  return interactive({ type: "button", action: { buttons: entries } });
}

function replies(count: number) {
  return Array.from({ length: count }, (_, index) => replyButton(`Reply ${index}`));
}

const BODY = "Hi Ann, your order is on its way.";

describe("a message with a category", () => {
  it.each([
    { what: "a text", body: text(BODY) },
    { what: "a link", body: named("cta_url", { display_text: "See", url: "https://shop.example" }) },
    { what: "ten replies", body: withButtons(...replies(10)) },
    { what: "links, then replies", body: withButtons(link("See"), link("Pay"), ...replies(8)) },
  ])("goes outside the window: $what", async ({ body }) => {
    expect(errorOf(await send(text(BODY)))).toMatchObject({ code: 131047 });
    expect(await utility(body)).toMatchObject({ status: 200, json: { messages: [{ id: expect.any(String) }] } });
  });

  it.each([
    { what: "another category", body: text(BODY), changes: { category: "marketing" }, code: 100 },
    { what: "another type", body: message({ location: { latitude: 1, longitude: 2 } }), code: 100 },
    { what: "a preview", body: message({ text: { body: BODY, preview_url: true } }), code: 100 },
    { what: "a list", body: interactive({ type: "list", action: { button: "x", sections: [] } }), code: 100 },
    { what: "a long body", body: text("x".repeat(1025)), code: 100 },
    { what: "a long label", body: withButtons(link("x".repeat(21))), code: 131009 },
    { what: "eleven buttons", body: withButtons(...replies(11)), code: 131009 },
    { what: "three links", body: withButtons(link("a"), link("b"), link("c")), code: 131009 },
    { what: "a link behind a reply", body: withButtons(replyButton("a"), link("b")), code: 131009 },
    { what: "two of one title", body: withButtons(link("a"), replyButton("a")), code: 131009 },
    { what: "a short life", body: text(BODY), changes: { ttl_seconds: 29 }, code: 100 },
    { what: "a long life", body: text(BODY), changes: { ttl_seconds: 43_201 }, code: 100 },
  ])("is refused with $what", async ({ body, changes = {}, code }) => {
    const answer = await utility(body, changes);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code });
    expect(gateway.emulator.state()).toMatchObject({ messages: [], accounts: [{ templates: [] }] });
  });

  it("takes a life from 30 seconds to 12 hours, which other messages cannot have", async () => {
    for (const ttl_seconds of [30, 43_200]) expect((await utility(text(BODY), { ttl_seconds })).status).toBe(200);
    expect(errorOf(await send(text(BODY, { ttl_seconds: 600 })))).toMatchObject({ code: 100 });
  });

  it("is refused where Direct Send is not enabled (100) or blocked (139200)", async () => {
    gateway.emulator.setFaults({ switches: { directSend: "off" } });
    expect(errorOf(await utility(text(BODY)))).toMatchObject({
      code: 100,
      error_data: { details: "Direct Send isn't enabled for this account." },
    });
    gateway.emulator.setFaults({ switches: { directSend: "blocked" } });
    expect(await utility(text(BODY))).toMatchObject({ status: 403, json: { error: { code: 139200 } } });
  });
});

describe("the template behind it", () => {
  const listed = () => gateway.list("&fields=name,category,status,components,source&source=AUTO_GENERATED");

  it("is generated once per content, and is WhatsApp's", async () => {
    await utility(text(BODY));
    await utility(text(BODY));
    await utility(withButtons(link("See"), replyButton("Thanks")));
    const templates = await listed();
    expect(templates).toMatchObject([
      {
        name: expect.stringMatching(/^auto_generated_[a-z0-9_]+$/),
        source: "AUTO_GENERATED",
        components: [
          { type: "BODY", text: "Tea or cake?" },
          {
            type: "BUTTONS",
            buttons: [
              { type: "URL", text: "See", url: "https://shop.example/order" },
              { type: "QUICK_REPLY", text: "Thanks" },
            ],
          },
        ],
      },
      { category: "UTILITY", status: "APPROVED", components: [{ type: "BODY", text: BODY }] },
    ]);
    expect(errorOf(await gateway.graph("POST", String(templates[0]?.id), {}))).toMatchObject({
      error_subcode: 2388318,
    });
  });

  it("has the name that the business asks for", async () => {
    const config = { direct_send_config: { template_name: "order_delivery" } };
    await utility(text(BODY), config);
    await utility(text("Something else."), config);
    expect((await listed()).map(({ name }) => name)).toEqual(["order_delivery"]);
    const named = { direct_send_config: { template_name: "Order" } };
    expect(errorOf(await utility(text(BODY), named))).toMatchObject({ code: 100 });
    expect(errorOf(await utility(text(BODY), { ...config, category: "authentication" }))).toMatchObject({ code: 100 });
  });

  it("cannot have the name of another one: 132021, in the message's status only", async () => {
    const id = await gateway.created(textTemplate({ name: "order_delivery" }));
    const answer = await utility(text(BODY), { direct_send_config: { template_name: "order_delivery" } });
    expect(answer.status).toBe(200);
    expect(gateway.emulator.state()).toMatchObject({
      messages: [{ status: "failed", errors: [{ code: 132021 }] }],
      accounts: [{ templates: [{ id }] }],
    });
  });
});

describe("a message sample", () => {
  const sample = (body: JsonObject, waba = WABA) => gateway.graph("POST", `${waba}/message_samples`, body);

  it.each([
    { category: "UTILITY", body: { type: "text", text: { body: BODY } } },
    { category: "UTILITY", body: text("Your code of conduct has changed.") },
    { category: "AUTHENTICATION", body: { type: "text", text: { body: "123456 is your verification code." } } },
    { category: "AUTHENTICATION", body: { type: "text", text: { body: "{{1}} is your OTP." } } },
    { category: "MARKETING", body: { type: "text", text: { body: "20% off everything today." } } },
    {
      category: "MARKETING",
      body: named("cta_url", { display_text: "Shop now", url: "https://shop.example" }),
    },
  ])("is told its category, and leaves nothing: $category", async ({ category, body }) => {
    const before = gateway.emulator.state().accounts;
    expect(await sample(body)).toMatchObject({ status: 200, json: { success: true, category } });
    expect(gateway.emulator.state()).toMatchObject({ accounts: before, messages: [] });
  });

  it.each([
    { body: { type: "text" }, code: 131008 },
    { body: { type: "image", image: {} }, code: 100 },
    { body: { type: "text", text: { body: "x".repeat(1025) } }, code: 131009 },
    { body: { type: "text", text: {} }, code: 131009 },
  ])("is refused when it is none: %o", async ({ body, code }) => {
    expect(errorOf(await sample(body))).toMatchObject({ code });
  });

  it("is refused where Direct Send is not enabled, and for what is no account", async () => {
    expect(errorOf(await sample({ type: "text", text: { body: BODY } }, PHONE))).toMatchObject({ error_subcode: 33 });
    gateway.emulator.setFaults({ switches: { directSend: "off" } });
    const answer = await sample({ type: "text", text: { body: BODY } });
    expect(answer).toMatchObject({ status: 400, json: { error: { code: 100 } } });
    expect(errorOf(answer)).not.toHaveProperty("error_subcode");
  });
});
