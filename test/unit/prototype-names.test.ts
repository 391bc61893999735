import { describe, expect, test } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";
import { lintMessage, lintProfile, lintTemplate, type TemplateBody } from "../../src/model/index.ts";

// Names of Object's prototype are not keys of any table: they get a finding, never an exception or the prototype's member.

const NAMES = Object.getOwnPropertyNames(Object.prototype);
const URL_BUTTON = { type: "URL", text: "Open", url: "https://example.com" };

function template(name: string) {
  return {
    name: "hello",
    language: name,
    category: name,
    components: [
      { type: "HEADER", format: name, text: name },
      { type: name, text: name },
      { type: "BODY", text: "Hello to all of you" },
      { type: "BUTTONS", buttons: [{ ...URL_BUTTON, type: name }, URL_BUTTON] },
    ],
  };
}

function message(name: string) {
  return {
    messaging_product: "whatsapp",
    to: "4915123456789",
    type: "template",
    template: {
      name: "hello",
      language: { code: name },
      components: [
        { type: name, parameters: [{ type: name, text: "a" }] },
        { type: "body", parameters: [{ type: name }] },
        { type: "header", parameters: [{ type: name, [name]: { link: "https://example.com" } }] },
        { type: "button", sub_type: name, index: 0, parameters: [{ type: name }] },
      ],
    },
  };
}

function interactive(name: string) {
  return {
    messaging_product: "whatsapp",
    to: "4915123456789",
    type: "interactive",
    interactive: { type: name, header: { type: name }, body: { text: "Hi" }, action: { name, parameters: {} } },
  };
}

describe("our side", () => {
  test.each(NAMES)("%s is not a language, kind or type", (name) => {
    // The types of a body do not allow such a name, but a file can contain it.
    expect(lintTemplate(template(name) as unknown as TemplateBody).map((issue) => issue.path)).toEqual(
      expect.arrayContaining(["/language", "/category", "/components/1/type", "/components/3/buttons/0/type"]),
    );
    for (const body of [message(name), interactive(name), { ...message(name), type: name }])
      expect(lintMessage(body)).not.toEqual([]);
    expect(lintProfile({ vertical: name })).not.toEqual([]);
  });
});

test("WhatsApp's side refuses them with an error of its own", async () => {
  const emulator = await startEmulator({ rate: 0, quotas: false });
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${emulator.url}/whatsapp-business/v21.0/${path}`, {
      method: "POST",
      headers: { authorization: "Bearer key", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return response.status;
  };
  try {
    for (const name of NAMES) {
      expect(await post("102290129340398/message_templates", template(name))).toBe(400);
      expect(
        await post("102290129340398/message_templates", {
          ...template(name),
          language: name,
          category: "UTILITY",
          components: [{ type: "BODY", text: "Hello to all of you" }],
        }),
      ).toBe(400);
      for (const body of [interactive(name), { ...message(name), type: name }])
        expect(await post("106540352242922/messages", body)).toBe(400);
    }
  } finally {
    await emulator.close();
  }
});
