import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listOf } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, WABA } from "./gateway-client.ts";

const SECOND_WABA = "102290129340399";
let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start({
    waba: [WABA, SECOND_WABA],
    phones: [PHONE, "106540352242923", `${SECOND_WABA}:106540352242924`],
  });
});
afterAll(() => gateway.emulator.close());

describe("nodes", () => {
  it.each([
    { method: "GET", verb: "get" },
    { method: "POST", verb: "post" },
    { method: "DELETE", verb: "delete" },
  ])("$method of an unknown id is 100/33", async ({ method, verb }) => {
    const answer = await gateway.graph(method, "454545");
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual({
      message: `Unsupported ${verb} request. Object with ID '454545' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
      type: "GraphMethodException",
      code: 100,
      error_subcode: 33,
      fbtrace_id: expect.any(String),
    });
  });

  it.each([
    "454545/message_templates",
    "454545/phone_numbers",
    "454545/whatsapp_business_profile",
    `${PHONE}/message_templates`,
    `${WABA}/whatsapp_business_profile`,
    "454545/colours",
  ])("GET %s is 100/33", async (path) => {
    expect(errorOf(await gateway.graph("GET", path))).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it("an account shows its default and its named fields", async () => {
    expect((await gateway.graph("GET", WABA)).json).toEqual({
      id: WABA,
      name: "Emulated Business",
      timezone_id: "1",
      message_template_namespace: expect.stringMatching(
        /^[0-9a-f]{8}_[0-9a-f]{4}_[0-9a-f]{4}_[0-9a-f]{4}_[0-9a-f]{12}$/,
      ),
    });
    expect((await gateway.graph("GET", `${WABA}?fields=currency`)).json).toEqual({ currency: "USD", id: WABA });
  });

  it("a phone number shows its default and its named fields", async () => {
    expect((await gateway.graph("GET", PHONE)).json).toEqual({
      verified_name: "Emulated Business",
      code_verification_status: "VERIFIED",
      display_phone_number: "+1 555-0122",
      quality_rating: "GREEN",
      platform_type: "CLOUD_API",
      throughput: { level: "STANDARD" },
      id: PHONE,
    });
    expect((await gateway.graph("GET", `${PHONE}?fields=name_status,certificate`)).json).toEqual({
      name_status: "APPROVED",
      id: PHONE,
    });
  });

  it("phone numbers are listed by account", async () => {
    const { json } = await gateway.graph("GET", `${WABA}/phone_numbers?fields=id`);
    expect(json).toMatchObject({ data: [{ id: PHONE }, { id: "106540352242923" }], paging: { cursors: {} } });
    expect(listOf((await gateway.graph("GET", `${SECOND_WABA}/phone_numbers`)).json.data)).toHaveLength(1);
  });

  it.each([
    {
      path: `${WABA}?fields=colour`,
      says: "(#100) Tried accessing nonexisting field (colour) on node type (WhatsAppBusinessAccount)",
    },
    {
      path: `${PHONE}?fields=colour`,
      says: "(#100) Tried accessing nonexisting field (colour) on node type (WhatsAppBusinessPhoneNumber)",
    },
    {
      path: `${WABA}/colours`,
      says: "(#100) Tried accessing nonexisting field (colours) on node type (WhatsAppBusinessAccount)",
    },
    { path: `${WABA}/colours/red`, says: "Unknown path components: /colours" },
  ])("$path is refused", async ({ path, says }) => {
    const answer = await gateway.graph("GET", path);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toBe(says);
  });

  it("a version that does not exist yet is refused, an old one is served", async () => {
    expect(await gateway.call("GET", `/whatsapp-business/v99.0/${WABA}`)).toMatchObject({
      status: 400,
      json: { error: { code: 2500 } },
    });
    expect((await gateway.call("GET", `/whatsapp-business/v15.0/${WABA}`)).status).toBe(200);
  });

  it("no phone number belongs to an account that the emulator does not have", async () => {
    await expect(Gateway.start({ phones: ["1:2"] })).rejects.toThrow(RangeError);
  });
});
