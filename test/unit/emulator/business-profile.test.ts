import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type JsonObject, listOf, objectOf } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE } from "./gateway-client.ts";

const edge = `${PHONE}/whatsapp_business_profile`;
const ALL = "about,address,description,email,profile_picture_url,websites,vertical";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

function post(fields: JsonObject) {
  return gateway.graph("POST", edge, { messaging_product: "whatsapp", ...fields });
}

async function read() {
  return objectOf(listOf((await gateway.graph("GET", `${edge}?fields=${ALL}`)).json.data)[0]);
}

describe("a business profile", () => {
  it("starts empty, and shows little without fields", async () => {
    expect(await read()).toEqual({ messaging_product: "whatsapp" });
    await post({ about: "Herbs" });
    expect((await gateway.graph("GET", edge)).json).toEqual({ data: [{ messaging_product: "whatsapp" }] });
  });

  it("is patched", async () => {
    expect(await post({ about: "Herbs", vertical: "RETAIL" })).toMatchObject({ status: 200, json: { success: true } });
    await post({ address: "1 Garden Lane" });
    expect(await read()).toEqual({
      about: "Herbs",
      vertical: "RETAIL",
      address: "1 Garden Lane",
      messaging_product: "whatsapp",
    });
  });

  it("loses what is cleared", async () => {
    await post({
      address: "1 Garden Lane",
      description: "All green",
      email: "hello@example.com",
      websites: ["https://example.com"],
    });
    await post({ address: "", description: "", email: "", websites: [] });
    expect(await read()).toEqual({ messaging_product: "whatsapp" });
  });

  it.each<{ sent: JsonObject[string]; shown: string[] }>([
    {
      sent: ["https://example.com", "http://example.org/shop"],
      shown: ["https://example.com/", "http://example.org/shop"],
    },
    { sent: '["https://example.com/"]', shown: ["https://example.com/"] },
    { sent: { 0: "https://example.com", 1: null }, shown: ["https://example.com/"] },
    { sent: ["https://example.com?x=1"], shown: ["https://example.com?x=1"] },
  ])("shows websites $sent as $shown", async ({ sent, shown }) => {
    await post({ websites: sent });
    expect(await read()).toMatchObject({ websites: shown });
  });

  it("shows a picture under another URL on every read", async () => {
    await post({ profile_picture_handle: "4::aW1hZ2UvanBlZw==:ARx" });
    const urls = [(await read()).profile_picture_url, (await read()).profile_picture_url].map(String);
    expect(urls[0]).toMatch(/^https:\/\/pps\.whatsapp\.net\/v\//);
    expect(urls[0]).not.toBe(urls[1]);
    expect(await read()).not.toHaveProperty("profile_picture_handle");
  });

  it("answers an empty about like an outage", async () => {
    const answer = await post({ about: "", address: "kept out" });
    expect(answer.status).toBe(500);
    expect(errorOf(answer)).toMatchObject({ message: "(#131000) Something went wrong", code: 131000 });
    expect(await read()).toEqual({ messaging_product: "whatsapp" });
  });

  it.each<{ fields: JsonObject; says: RegExp }>([
    {
      fields: { vertical: "UNDEFINED" },
      says: /^\(#100\) Param vertical must be one of \{OTHER, AUTO, .*, MATRIMONY_SERVICE\} - got "UNDEFINED"\.$/,
    },
    { fields: { vertical: "" }, says: /- got ""\.$/ },
    { fields: { about: "a".repeat(140) }, says: /about must be at most 139/ },
    { fields: { address: "a".repeat(257) }, says: /address/ },
    { fields: { description: "a".repeat(513) }, says: /description/ },
    { fields: { email: "nobody" }, says: /valid email/ },
    { fields: { websites: ["example.com"] }, says: /websites/ },
    { fields: { websites: ["https://a.example", "https://b.example", "https://c.example"] }, says: /at most 2/ },
    { fields: { profile_picture_handle: "123" }, says: /profile_picture_handle/ },
    { fields: { messaging_product: "fax" }, says: /messaging_product must be one of/ },
  ])("refuses $fields", async ({ fields, says }) => {
    const answer = await post(fields);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code: 100, message: expect.stringMatching(says) });
  });

  it("wants messaging_product, and fields that exist", async () => {
    expect(errorOf(await gateway.graph("POST", edge, { about: "Herbs" })).message).toBe(
      "(#100) The parameter messaging_product is required.",
    );
    expect((await gateway.graph("GET", `${edge}?fields=colour`)).status).toBe(400);
  });
});
