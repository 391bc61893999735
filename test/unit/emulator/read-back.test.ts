import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Json, type JsonObject, listOf, objectOf } from "../../../src/emulator/json.ts";
import { Gateway, KEY, textTemplate, WABA, withBody, withButtons } from "./gateway-client.ts";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

const body = { type: "BODY", text: "Your parcel has left our house." };
async function componentsOf(sent: JsonObject): Promise<Json> {
  return (await gateway.readBack(sent)).components ?? null;
}

async function buttonsOf(...buttons: Json[]): Promise<Json | undefined> {
  return objectOf(listOf(await componentsOf(withButtons(...buttons)))[1]).buttons;
}

describe("a template is read back", () => {
  it("with its default fields in WhatsApp's order", async () => {
    const shown = await gateway.readBack(textTemplate());
    expect(Object.keys(shown)).toEqual([
      "name",
      "parameter_format",
      "components",
      "language",
      "status",
      "category",
      "id",
    ]);
    expect(shown).toMatchObject({ parameter_format: "POSITIONAL", status: "APPROVED", category: "UTILITY" });
  });

  it("in capitals and in one order of components", async () => {
    const sent = [
      { type: "buttons", buttons: [{ type: "quick_reply", text: "Thanks" }] },
      { type: "footer", text: "Bye" },
      { text: "Hello there", type: "body" },
      { text: "News", format: "text", type: "header" },
    ];
    expect(await componentsOf(textTemplate({ category: "utility", components: sent }))).toEqual([
      { type: "HEADER", format: "TEXT", text: "News" },
      { type: "BODY", text: "Hello there" },
      { type: "FOOTER", text: "Bye" },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Thanks" }] },
    ]);
  });

  it("with its text untouched", async () => {
    const text = "  *Two*  blanks, a tail \n";
    expect(await componentsOf(withBody(text))).toEqual([{ type: "BODY", text }]);
  });

  it.each<{ sent: Json; shown: Json }>([
    { sent: [["3"]], shown: [["3"]] },
    { sent: ["3"], shown: [["3"]] },
    { sent: "3", shown: [["3"]] },
  ])("with samples nested, sent as $sent", async ({ sent, shown }) => {
    const text = "It costs {{1}} for all of it";
    expect(await componentsOf(withBody(text, { body_text: sent }))).toEqual([
      { type: "BODY", text, example: { body_text: shown } },
    ]);
  });

  it("with named samples", async () => {
    const example = { body_text_named_params: [{ param_name: "price", example: "3" }] };
    const shown = await gateway.readBack({
      ...withBody("It costs {{price}} for all of it", example),
      parameter_format: "named",
    });
    expect(shown).toMatchObject({ parameter_format: "NAMED", components: [{ example }] });
  });

  it("with another signed URL of the media sample on every read", async () => {
    const header = { type: "HEADER", format: "VIDEO", example: { header_handle: ["4::dmlkZW8vbXA0:ARx"] } };
    const id = await gateway.created(textTemplate({ components: [header, body] }));
    const urls = await Promise.all(
      [1, 2].map(async () => JSON.stringify((await gateway.graph("GET", id)).json).match(/https:[^"]+/)?.[0] ?? ""),
    );
    expect(urls[0]).toMatch(
      /^https:\/\/scontent\.whatsapp\.net\/v\/t61\.29466-34\/\d+_\d+_\d+_n\.mp4\?.*&oe=[0-9A-F]{8}$/,
    );
    expect(urls[0]).not.toBe(urls[1]);
    expect(urls[0]?.split("?")[0]).toBe(urls[1]?.split("?")[0]);
  });

  it("with cards", async () => {
    const card = (code: string): JsonObject => ({
      components: [
        {
          type: "buttons",
          buttons: [{ type: "url", text: "Shop", url: "https://example.com/{{1}}", example: [code] }],
        },
        { type: "header", format: "product" },
      ],
    });
    const shown = await componentsOf(
      textTemplate({ category: "MARKETING", components: [body, { type: "carousel", cards: [card("a"), card("b")] }] }),
    );
    expect(shown).toMatchObject([
      body,
      {
        type: "CAROUSEL",
        cards: [
          {
            components: [
              { type: "HEADER", format: "PRODUCT" },
              {
                type: "BUTTONS",
                buttons: [
                  { type: "URL", text: "Shop", url: "https://example.com/{{1}}", example: ["https://example.com/a"] },
                ],
              },
            ],
          },
          {},
        ],
      },
    ]);
  });

  it.each<{ what: string; sent: JsonObject; shown: JsonObject }>([
    {
      what: "a phone number with its plus",
      sent: { type: "PHONE_NUMBER", text: "Call", phone_number: "1 (555) 005-1310" },
      shown: { type: "PHONE_NUMBER", text: "Call", phone_number: "+15550051310" },
    },
    {
      what: "a phone number without its trunk zero",
      sent: { type: "PHONE_NUMBER", text: "Call", phone_number: "+44 020 7946 0000" },
      shown: { type: "PHONE_NUMBER", text: "Call", phone_number: "+442079460000" },
    },
    {
      what: "the full URL of a suffix",
      sent: { type: "url", text: "See", url: "https://example.com/p?x={{1}}", example: "7" },
      shown: { type: "URL", text: "See", url: "https://example.com/p?x={{1}}", example: ["https://example.com/p?x=7"] },
    },
    {
      what: "a full URL unchanged",
      sent: { type: "URL", text: "See", url: "https://example.com/{{1}}", example: ["https://example.com/else"] },
      shown: { type: "URL", text: "See", url: "https://example.com/{{1}}", example: ["https://example.com/else"] },
    },
    {
      what: "a flow id as a number",
      sent: { type: "FLOW", text: "Start", flow_id: "123456789012345", navigate_screen: "ONE" },
      shown: { type: "FLOW", text: "Start", flow_id: 123456789012345, flow_action: "NAVIGATE", navigate_screen: "ONE" },
    },
    {
      what: "the fixed label of a copy code",
      sent: { type: "COPY_CODE", example: "SPRING" },
      shown: { type: "COPY_CODE", text: "Copy offer code", example: ["SPRING"] },
    },
    {
      what: "a deep link unchanged",
      sent: {
        type: "URL",
        text: "See",
        url: "https://example.com/",
        app_deep_link: { meta_app_id: 12, android_deep_link: "app://x" },
      },
      shown: {
        type: "URL",
        text: "See",
        url: "https://example.com/",
        app_deep_link: { meta_app_id: 12, android_deep_link: "app://x" },
      },
    },
  ])("with $what", async ({ sent, shown }) => {
    expect(await buttonsOf(sent)).toEqual([shown]);
  });

  it("with every digit of a flow's id, which is text above 2^53", async () => {
    const button = JSON.stringify({ type: "FLOW", text: "Start", flow_id: "ID", navigate_screen: "ONE" });
    for (const id of ["9223372036854775807", '"9223372036854775807"']) {
      gateway.emulator.reset();
      const body = JSON.stringify(withButtons(7)).replace("7", button.replace('"ID"', id));
      const answer = await fetch(`${gateway.emulator.url}/whatsapp-business/v21.0/${WABA}/message_templates`, {
        method: "POST",
        headers: { authorization: `Bearer ${KEY}` },
        body,
      });
      expect(answer.status).toBe(200);
      expect((await gateway.list())[0]?.components).toContainEqual({
        type: "BUTTONS",
        buttons: [expect.objectContaining({ flow_id: "9223372036854775807" })],
      });
    }
  });

  it("with an id in place of a named flow", async () => {
    expect(await buttonsOf({ type: "FLOW", text: "Start", flow_name: "survey", flow_action: "data_exchange" })).toEqual(
      [{ type: "FLOW", text: "Start", flow_id: expect.any(Number), flow_action: "DATA_EXCHANGE" }],
    );
  });

  it("with its time to live as a number", async () => {
    expect(await gateway.readBack(textTemplate({ message_send_ttl_seconds: "120" }))).toMatchObject({
      message_send_ttl_seconds: 120,
    });
  });
});

describe("an authentication template is read back", () => {
  const template = (button: JsonObject, footer: JsonObject[] = [], language = "en_US"): JsonObject =>
    textTemplate({
      category: "authentication",
      language,
      components: [
        { type: "body", add_security_recommendation: true },
        ...footer,
        { type: "buttons", buttons: [{ type: "otp", ...button }] },
      ],
    });

  it("with texts in its language and a URL button", async () => {
    const sent = template({ otp_type: "copy_code" }, [{ type: "footer", code_expiration_minutes: 10 }]);
    const url = "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=10&code=otp{{1}}";
    expect(await gateway.readBack(sent)).toEqual({
      name: "parcel_sent",
      message_send_ttl_seconds: 600,
      parameter_format: "POSITIONAL",
      components: [
        {
          type: "BODY",
          text: "*{{1}}* is your verification code. For your security, do not share this code.",
          add_security_recommendation: true,
          example: { body_text: [["123456"]] },
        },
        { type: "FOOTER", text: "This code expires in 10 minutes.", code_expiration_minutes: 10 },
        {
          type: "BUTTONS",
          buttons: [{ type: "URL", text: "Copy code", url, example: [url.replace("{{1}}", "123456")] }],
        },
      ],
      language: "en_US",
      status: "APPROVED",
      category: "AUTHENTICATION",
      id: expect.any(String),
    });
  });

  it("with its apps in the URL", async () => {
    const supported_apps = ["one", "two"].map((name) => ({
      package_name: `com.example.${name}`,
      signature_hash: "K8a/AINcGX7",
    }));
    const sent = template({ otp_type: "one_tap", text: "Copy", autofill_text: "Fill in", supported_apps });
    expect(await gateway.readBack(sent)).toMatchObject({
      components: [
        {},
        {
          buttons: [
            {
              text: "Copy",
              url: "https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&cta_display_name=Fill%20in&package_name=com.example.one%2Ccom.example.two&signature_hash=K8a%2FAINcGX7%2CK8a%2FAINcGX7&code=otp{{1}}",
            },
          ],
        },
      ],
    });
  });

  it.each([
    { language: "es_MX", says: "Tu código de verificación es *{{1}}*." },
    { language: "pt_BR", says: "Seu código de verificação é *{{1}}*." },
    { language: "de", says: "*{{1}}* ist dein Bestätigungscode." },
    { language: "sw", says: "*{{1}}* is your verification code." },
  ])("in $language", async ({ language, says }) => {
    const shown = await gateway.readBack(template({ otp_type: "COPY_CODE" }, [], language));
    expect(JSON.stringify(shown)).toContain(says);
  });
});

describe("switches of the read-back", () => {
  it("sub_category appears", async () => {
    gateway.emulator.setFaults({ switches: { subCategory: true } });
    expect(await gateway.readBack(textTemplate())).toMatchObject({ sub_category: "CUSTOM" });
  });

  it("a copy code's sample is a text", async () => {
    gateway.emulator.setFaults({ switches: { exampleForm: "text" } });
    expect(await buttonsOf({ type: "COPY_CODE", example: "SPRING" })).toMatchObject([{ example: "SPRING" }]);
  });

  it("the category changes, and the answer to the create shows it", async () => {
    gateway.emulator.setFaults({ switches: { categoryFlip: true } });
    const { json } = await gateway.create(textTemplate());
    expect(json).toMatchObject({ category: "MARKETING" });
    const [shown] = await gateway.list();
    expect(Object.keys(shown ?? {}).slice(0, 2)).toEqual(["name", "previous_category"]);
    expect(shown).toMatchObject({ category: "MARKETING", previous_category: "UTILITY" });
  });
});
