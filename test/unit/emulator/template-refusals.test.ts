import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, textTemplate, withBody, withButtons } from "./gateway-client.ts";
import { authentication, body, otp, REFUSED } from "./refused-templates.ts";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

describe("a create is refused", () => {
  it.each(REFUSED)("$what", async ({ sent, subcode, code = 100, says }) => {
    const answer = await gateway.create(sent);
    const error = errorOf(answer);
    expect(answer.status).toBe(400);
    expect(error).toMatchObject({ code, type: "OAuthException", fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/) });
    expect(error.error_subcode).toBe(subcode);
    if (says !== undefined)
      expect(error.error_user_msg ?? error.message).toMatch(
        says instanceof RegExp ? says : new RegExp(`^${says.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`),
      );
    expect(await gateway.list()).toEqual([]);
  });

  it("names the parts of a refusal in the recorded order", async () => {
    const { json } = await gateway.create(textTemplate({ name: "Parcel" }));
    expect(Object.keys(json.error ?? {})).toEqual([
      "message",
      "type",
      "code",
      "error_data",
      "error_subcode",
      "is_transient",
      "error_user_title",
      "error_user_msg",
      "fbtrace_id",
    ]);
    expect(json.error).toMatchObject({ message: "Invalid parameter", error_data: { blame_field_specs: [["name"]] } });
  });

  it("when the body is not JSON", async () => {
    const response = await fetch(`${gateway.emulator.url}/whatsapp-business/v21.0/102290129340398/message_templates`, {
      method: "POST",
      headers: { authorization: "Bearer k", "content-type": "application/json" },
      body: "{",
    });
    expect(response.status).toBe(400);
  });
});

describe("a create is accepted", () => {
  const accepted: { what: string; sent: JsonObject }[] = [
    {
      what: "lower case throughout",
      sent: textTemplate({ category: "utility", components: [{ type: "body", text: "Hello there" }] }),
    },
    { what: "components as a JSON string", sent: textTemplate({ components: JSON.stringify([body]) }) },
    {
      what: "numbers out of order",
      sent: withBody("First comes {{2}} and then comes {{1}} after all", { body_text: [["a", "b"]] }),
    },
    { what: "a bare sample", sent: withBody("It costs {{1}} for all of it", { body_text: "3" }) },
    { what: "a flat list of samples", sent: withBody("It costs {{1}} for all of it", { body_text: ["3"] }) },
    {
      what: "a URL variable directly after the path",
      sent: withButtons({ type: "URL", text: "See", url: "https://example.com/x{{1}}", example: "y" }),
    },
    {
      what: "quick replies after the other buttons",
      sent: withButtons({ type: "URL", text: "B", url: "https://example.com/" }, { type: "QUICK_REPLY", text: "A" }),
    },
    { what: "a name that starts with sample_ but is not reserved", sent: textTemplate({ name: "sample_notice" }) },
    { what: "the retired allow_category_change", sent: textTemplate({ allow_category_change: true }) },
    { what: "a numeric string as time to live", sent: textTemplate({ message_send_ttl_seconds: "120" }) },
  ];
  it.each(accepted)("$what", async ({ sent }) => {
    const { status, json } = await gateway.create(sent);
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { id: expect.stringMatching(/^\d{16}$/), status: "PENDING" },
    });
  });
});

describe("switches of the rules", () => {
  const ending = withBody("Your parcel leaves our house on {{1}}.", { body_text: [["Monday"]] });
  const dense = withBody("Dear {{1}} take {{2}} with you", { body_text: [["Ana", "it"]] });
  it.each([
    { switches: { edgeRule: "literal" }, sent: ending, status: 200 },
    { switches: { edgeRule: "off" }, sent: withBody("{{1}} is what it costs", { body_text: [["3"]] }), status: 200 },
    { switches: { wordsPerVariable: 2 }, sent: dense, status: 200 },
    {
      switches: { wordsPerVariable: 6 },
      sent: withBody("It costs {{1}} for all", { body_text: [["3"]] }),
      status: 400,
    },
    { switches: { unverifiedBusiness: true }, sent: authentication({ type: "BODY" }, otp), status: 400 },
  ])("$switches", async ({ switches, sent, status }) => {
    gateway.emulator.setFaults({ switches });
    expect((await gateway.create(sent)).status).toBe(status);
  });
});
