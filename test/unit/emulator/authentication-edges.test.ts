import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isObject, type JsonObject, listOf } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, textTemplate, WABA } from "./gateway-client.ts";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

function code(changes: JsonObject = {}): JsonObject {
  return {
    name: "login_code",
    languages: ["en_US", "es", "fr"],
    category: "AUTHENTICATION",
    components: [
      { type: "BODY", add_security_recommendation: true },
      { type: "FOOTER", code_expiration_minutes: 10 },
      { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] },
    ],
    ...changes,
  };
}

function upsert(body: JsonObject) {
  return gateway.graph("POST", `${WABA}/upsert_message_templates`, body);
}

describe("one authentication template in many languages", () => {
  it("is created, APPROVED at once, and the same call changes nothing", async () => {
    const first = await upsert(code());
    expect(first.json).toEqual({
      data: ["en_US", "es", "fr"].map((language) => ({ id: expect.any(String), status: "APPROVED", language })),
    });
    expect((await upsert(code())).json).toEqual(first.json);
    expect(await gateway.list()).toHaveLength(3);
  });

  it("is updated where it exists and created where it does not", async () => {
    await upsert(code({ languages: ["en_US"] }));
    const components = [{ type: "BODY" }, { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] }];
    await upsert(code({ languages: ["en_US", "de"], components }));
    const bodies = (await gateway.list()).flatMap(({ components }) =>
      listOf(components)
        .filter(isObject)
        .map(({ text }) => text ?? null),
    );
    expect(bodies).toEqual(["*{{1}}* ist dein Bestätigungscode.", null, "*{{1}}* is your verification code.", null]);
  });

  it.each<{ what: string; body: JsonObject }>([
    {
      what: "a label",
      body: code({
        components: [
          { type: "BODY" },
          { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", text: "Copy" }] },
        ],
      }),
    },
    { what: "another category", body: code({ category: "UTILITY" }) },
    { what: "no languages", body: code({ languages: [] }) },
    { what: "an unknown language", body: code({ languages: ["xx"] }) },
  ])("is refused with $what", async ({ body }) => {
    expect((await upsert(body)).status).toBe(400);
    expect(await gateway.list()).toEqual([]);
  });
});

describe("previews", () => {
  it("show WhatsApp's texts in each language", async () => {
    const query =
      "category=AUTHENTICATION&languages=en_US,es&add_security_recommendation=true&code_expiration_minutes=5&button_types=OTP";
    expect((await gateway.graph("GET", `${WABA}/message_template_previews?${query}`)).json).toEqual({
      data: [
        {
          body: "*{{1}}* is your verification code. For your security, do not share this code.",
          footer: "This code expires in 5 minutes.",
          buttons: [{ text: "Copy code", autofill_text: "Autofill" }],
          language: "en_US",
        },
        {
          body: "Tu código de verificación es *{{1}}*. Por tu seguridad, no lo compartas.",
          footer: "Este código caduca en 5 minutos.",
          buttons: [{ text: "Copiar código", autofill_text: "Autocompletar" }],
          language: "es",
        },
      ],
    });
  });
});

describe("the library", () => {
  const input = (base_url: string) => [
    { type: "URL", url: { base_url, url_suffix_example: "https://shop.example/a" } },
  ];
  const fromLibrary = (changes: JsonObject = {}): JsonObject => ({
    name: "my_update",
    language: "en_US",
    category: "UTILITY",
    library_template_name: "delivery_update_1",
    library_template_button_inputs: input("https://shop.example/"),
    ...changes,
  });

  it("can be searched", async () => {
    const { json } = await gateway.graph("GET", `${WABA}/message_template_library?search=appointment`);
    expect(listOf(json.data)).toMatchObject([
      { name: "appointment_reminder_1", category: "UTILITY", language: "en_US" },
    ]);
  });

  it.each<{ what: string; inputs: JsonObject[string] }>([
    { what: "a list", inputs: input("https://shop.example/") },
    {
      what: "a string with single quotes",
      inputs: JSON.stringify(input("https://shop.example/")).replaceAll('"', "'"),
    },
  ])("makes an APPROVED template with all components from $what", async ({ inputs }) => {
    const { json } = await gateway.create(fromLibrary({ library_template_button_inputs: inputs }));
    expect(json).toMatchObject({ status: "APPROVED", category: "UTILITY" });
    expect((await gateway.list())[0]).toMatchObject({
      library_template_name: "delivery_update_1",
      components: [
        { type: "HEADER" },
        { type: "BODY" },
        { type: "BUTTONS", buttons: [{ url: "https://shop.example/{{1}}", example: ["https://shop.example/a"] }] },
      ],
    });
  });

  it.each<{ changes: JsonObject; subcode?: number }>([
    { changes: { components: [] } },
    { changes: { library_template_name: "nothing_1" } },
    { changes: { library_template_button_inputs: [] } },
    { changes: { library_template_button_inputs: input("https://shop.example/{{1}}") }, subcode: 2388052 },
    { changes: { library_template_name: "feedback_request_1", library_template_button_inputs: [] }, subcode: 2388299 },
  ])("refuses $changes", async ({ changes, subcode }) => {
    const answer = await gateway.create(fromLibrary(changes));
    expect(answer.status).toBe(400);
    expect(errorOf(answer).error_subcode).toBe(subcode);
  });

  it("keeps a URL without a sample as it is", async () => {
    const inputs = [{ type: "URL", url: { base_url: "https://shop.example/orders" } }];
    await gateway.create(fromLibrary({ library_template_button_inputs: inputs }));
    const [{ components } = {}] = await gateway.list();
    expect(components).toContainEqual({
      type: "BUTTONS",
      buttons: [{ type: "URL", text: "Track order", url: "https://shop.example/orders" }],
    });
  });

  it("refuses templates that are not in it", async () => {
    expect((await gateway.create(textTemplate())).json).toMatchObject({ status: "PENDING" });
  });
});
