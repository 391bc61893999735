import { request } from "undici";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isObject, type Json, type JsonObject, listOf, objectOf } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, KEY, PHONE, textTemplate, WABA } from "./gateway-client.ts";

// How client libraries other than ours write their calls.

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start({ direct: true, phones: [PHONE, "2"], seed: { data: [] } });
});
beforeEach(() => gateway.emulator.reset());
afterAll(() => gateway.emulator.close());

interface Reply {
  status: number;
  json: JsonObject;
  list: Json[];
}

/** A request with exactly these headers: no key unless given. */
async function raw(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Reply> {
  const answer = await request(`${gateway.emulator.url}${path}`, {
    method: method as "GET",
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const parsed: unknown = JSON.parse(await answer.body.text());
  return {
    status: answer.statusCode,
    json: isObject(parsed) ? parsed : {},
    list: Array.isArray(parsed) ? parsed : [],
  };
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const BEARER = { authorization: `Bearer ${KEY}` };

function form(fields: Record<string, Json>): string {
  const text = (value: Json) => (typeof value === "string" ? value : JSON.stringify(value));
  return new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [name, text(value)]),
  ).toString();
}

const TEXT: JsonObject = { messaging_product: "whatsapp", to: "16505551234", type: "text", text: { body: "Hello" } };

describe("a path without a version", () => {
  it.each(["", "/whatsapp-business"])("%s/{id} has the default one", async (prefix) => {
    expect((await raw("GET", `${prefix}/${PHONE}?fields=id`, undefined, BEARER)).json).toEqual({ id: PHONE });
    const sent = await raw("POST", `${prefix}/${PHONE}/messages`, JSON.stringify(TEXT), BEARER);
    expect(sent).toMatchObject({ status: 200, json: { messages: [{ id: expect.stringMatching(/^wamid/) }] } });
    const opened = await raw("POST", `${prefix}/app/uploads?file_length=3&file_type=image/png`, "", BEARER);
    const id = String(opened.json.id);
    const uploaded = await raw("POST", `${prefix}/${id}`, "abc", { ...BEARER, file_offset: "0" });
    expect(uploaded.json).toEqual({ h: expect.stringMatching(/^4::/) });
  });

  it("is listed with links that lead to the emulator, and behind the gateway to WhatsApp", async () => {
    for (const name of ["a", "b"]) await gateway.created(textTemplate({ name }));
    const names = async (path: string) => {
      const { json } = await raw("GET", path, undefined, BEARER);
      return { names: listOf(json.data).map((one) => objectOf(one).name), next: objectOf(json.paging).next };
    };
    const first = await names(`/v23.0/${WABA}/message_templates?limit=1`);
    const next = new URL(String(first.next));
    expect(next.origin).toBe(gateway.emulator.url);
    expect((await names(`${next.pathname}${next.search}`)).names).toEqual(["a"]);
    const nested = await raw("GET", `/v23.0/${WABA}?fields=message_templates.limit(1)`, undefined, BEARER);
    const page = objectOf(objectOf(nested.json.message_templates).paging);
    expect(new URL(String(page.next)).origin).toBe(gateway.emulator.url);
    const proxied = await names(`/whatsapp-business/v23.0/${WABA}/message_templates?limit=1`);
    expect(new URL(String(proxied.next)).origin).toBe("https://graph.facebook.com");
  });

  it("is listed with pages that have one", async () => {
    for (const name of ["a", "b"]) await gateway.created(textTemplate({ name }));
    const { json } = await raw("GET", `/${WABA}/message_templates?limit=1`, undefined, BEARER);
    expect(objectOf(json.paging).next).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v23\.0\/\d+\/message_templates\?/);
  });

  it("is no path of the Graph API where direct calls are off", async () => {
    const closed = await Gateway.start();
    const { json, status } = await closed.call("GET", `/${PHONE}`);
    await closed.emulator.close();
    expect(status).toBe(400);
    expect(errorOf({ json, status, headers: new Headers() }).message).toMatch(/Invalid app name/);
  });

  it("of a version that does not exist is an error", async () => {
    expect((await raw("GET", `/v99.0/${PHONE}`, undefined, BEARER)).json).toMatchObject({ error: { code: 2500 } });
  });
});

describe("a token", () => {
  it.each<[string, string, string | undefined, Record<string, string>]>([
    ["in the query", `/v23.0/${PHONE}/messages?access_token=t`, JSON.stringify(TEXT), {}],
    ["in a form", `/v23.0/${PHONE}/messages`, form({ ...TEXT, access_token: "t" }), FORM],
    ["in a JSON body", `/v23.0/${PHONE}/messages`, JSON.stringify({ ...TEXT, access_token: "t" }), {}],
    [
      "in a multipart form",
      `/v23.0/${PHONE}/messages`,
      Object.entries({ ...TEXT, text: '{"body":"Hello"}', access_token: "t" })
        .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`)
        .join("")
        .concat("--x--\r\n"),
      { "content-type": "multipart/form-data; boundary=x" },
    ],
  ])("%s opens a direct call, and is not kept", async (_where, path, body, headers) => {
    expect(await raw("POST", path, body, headers)).toMatchObject({ status: 200 });
    const { messages } = gateway.emulator.state();
    expect(messages.at(-1)?.request).toEqual(TEXT);
  });

  it.each(["{", "", form({ ...TEXT, access_token: "" })])("is required (%s)", async (body) => {
    const { status, json } = await raw("POST", `/v23.0/${PHONE}/messages`, body, FORM);
    expect({ status, json }).toMatchObject({ status: 401, json: { error: { code: 104 } } });
  });
});

describe("JSON in a text", () => {
  it.each<JsonObject>([
    TEXT,
    {
      messaging_product: "whatsapp",
      to: "16505551234",
      type: "contacts",
      contacts: [{ name: { formatted_name: "Ana Diaz", first_name: "Ana" } }],
      context: { message_id: "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQUZCMTY0MDc2MUYwNzBDNTY5MAA=" },
    },
  ])("is read where an object or a list belongs (%#)", async (message) => {
    const nested = Object.fromEntries(
      Object.entries(message).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
    );
    expect(await gateway.graph("POST", `${PHONE}/messages`, nested)).toMatchObject({ status: 200 });
    expect(gateway.emulator.state().messages.at(-1)?.request).toEqual(message);
  });

  it("stays text where a text belongs", async () => {
    const message = { ...TEXT, text: { body: '{"a": 1}' }, biz_opaque_callback_data: "[7]" };
    expect(await gateway.graph("POST", `${PHONE}/messages`, message)).toMatchObject({ status: 200 });
    expect(gateway.emulator.state().messages.at(-1)?.request).toEqual(message);
  });
});

it("PUT marks a message as read, and sends none", async () => {
  const { json } = await gateway.control("inbound", { from: "16505551234" });
  const read = { messaging_product: "whatsapp", status: "read", message_id: json.id ?? null };
  expect(await gateway.graph("PUT", `${PHONE}/messages`, read)).toMatchObject({ json: { success: true } });
  expect(await gateway.graph("PUT", `${PHONE}/messages`, TEXT)).toMatchObject({ status: 400 });
  expect(gateway.emulator.state()).toMatchObject({ messages: [], inbound: [{ readAt: expect.any(Number) }] });
});

it("the template library needs no account", async () => {
  const { json } = await gateway.graph("GET", "message_template_library?language=es");
  expect(json).toMatchObject({ data: [{ name: "payment_received_1" }] });
});

describe("several ids", () => {
  it("are read at once, also one edge of each", async () => {
    const { json } = await gateway.graph("GET", `?ids=${PHONE},2&fields=id,status`);
    expect(json).toEqual({ [PHONE]: { id: PHONE, status: "CONNECTED" }, 2: { id: "2", status: "CONNECTED" } });
    expect((await gateway.graph("GET", `?ids=["${PHONE}","2"]&fields=id,status`)).json).toEqual(json);
    const edges = await raw("GET", `/phone_numbers?ids=${WABA}&fields=id`, undefined, BEARER);
    expect(edges.json).toMatchObject({ [WABA]: { data: [{ id: PHONE }, { id: "2" }] } });
  });

  it.each([
    [`?ids=${PHONE},404`, /Object with ID '404'/],
    [`?ids=${PHONE},`, /ids must be a list/],
    [`?ids=${Array(51).fill(PHONE).join(",")}`, /Maximum: 50. Provided: 51/],
    ["", /Unsupported get request/],
  ])("%s is refused", async (query, says) => {
    const answer = await gateway.graph("GET", query);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toMatch(says);
  });
});

describe("fields", () => {
  beforeEach(async () => {
    for (const name of ["a", "b", "c"]) await gateway.created(textTemplate({ name }));
  });

  it("can be edges, with arguments and fields of their own", async () => {
    const { json } = await gateway.graph("GET", `${WABA}?fields=id,message_templates.limit(2){name,status}`);
    expect(json).toMatchObject({
      id: WABA,
      message_templates: {
        data: [
          { name: "c", status: "APPROVED", id: expect.any(String) },
          { name: "b", status: "APPROVED", id: expect.any(String) },
        ],
        paging: { cursors: { after: expect.any(String) }, next: expect.stringContaining("limit=2") },
      },
    });
    expect(Object.keys(json)).toEqual(["id", "message_templates"]);
  });

  it("can be edges of edges, and have other names", async () => {
    const query = "fields=phone_numbers.as(numbers){id,whatsapp_business_profile{about}}";
    await gateway.graph("POST", `2/whatsapp_business_profile`, { messaging_product: "whatsapp", about: "Open" });
    const { json } = await gateway.graph("GET", `${WABA}?${query}`);
    const profile = (content: JsonObject) => ({ data: [{ ...content, messaging_product: "whatsapp" }] });
    expect(json).toEqual({
      id: WABA,
      numbers: {
        data: [
          { id: PHONE, whatsapp_business_profile: profile({}) },
          { id: "2", whatsapp_business_profile: profile({ about: "Open" }) },
        ],
        paging: expect.anything(),
      },
    });
  });

  it("can be fields of an object in a field", async () => {
    const { json } = await gateway.graph("GET", `${WABA}/message_templates?fields=name,quality_score{score}&limit=1`);
    expect(listOf(json.data)).toEqual([{ name: "c", quality_score: { score: "UNKNOWN" }, id: expect.any(String) }]);
  });

  it("count as one call", async () => {
    const used = async (path: string) => (await gateway.graph("GET", path)).headers.get("x-business-use-case-usage");
    gateway.emulator.setFaults({ switches: { callsPerHour: 100 } });
    expect(await used(`${WABA}?fields=phone_numbers,message_templates`)).toContain('"call_count":4');
    expect(await used(WABA)).toContain('"call_count":5');
  });

  it.each([
    [`${WABA}?fields=phone_numbers{nonsense}`, 100, "(#100) Tried accessing nonexisting field (nonsense)"],
    [`${PHONE}?fields=message_templates`, 100, "on node type (WhatsAppBusinessPhoneNumber)"],
    [`${WABA}?fields=nonsense{id}`, 100, "nonexisting field (nonsense) on node type (WhatsAppBusinessAccount)"],
    [`${WABA}?fields=message_templates{name`, 2500, "Syntax error"],
    [`${WABA}?fields=name)`, 2500, "Syntax error"],
  ])("%s is refused", async (path, code, says) => {
    const answer = await gateway.graph("GET", path);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code, message: expect.stringContaining(says) });
  });
});

describe("a batch", () => {
  const batch = (...entries: Json[]) => raw("POST", "/", form({ batch: entries, access_token: "t" }), FORM);
  const body = (answer: Json | undefined): unknown => JSON.parse(String(objectOf(answer).body));

  it("runs its calls in order; each has its own answer", async () => {
    const { list } = await batch(
      { method: "POST", relative_url: `${WABA}/message_templates`, body: form(textTemplate({ name: "a" })) },
      { method: "GET", relative_url: `v21.0/${WABA}/message_templates?fields=name` },
      { method: "GET", relative_url: "/404" },
      { method: "DELETE", relative_url: `${WABA}/message_templates?name=a` },
    );
    expect(list.map((answer) => objectOf(answer).code)).toEqual([200, 200, 400, 200]);
    expect(body(list[0])).toMatchObject({ status: "PENDING" });
    expect(body(list[1])).toMatchObject({ data: [{ name: "a" }] });
    expect(body(list[2])).toMatchObject({ error: { code: 100, error_subcode: 33 } });
    expect(body(list[3])).toEqual({ success: true });
    expect(objectOf(list[0]).headers).toContainEqual({ name: "content-type", value: "application/json" });
  });

  it("can be a JSON body, under a version and through the gateway", async () => {
    const call = { method: "GET", relative_url: `${PHONE}?fields=id` };
    const sent = JSON.stringify({ batch: [call], include_headers: false });
    for (const path of ["/v22.0", "/v22.0/", "/whatsapp-business/v22.0/", "/whatsapp-business"]) {
      expect((await raw("POST", path, sent, BEARER)).list).toEqual([
        { code: 200, body: JSON.stringify({ id: PHONE }) },
      ]);
    }
  });

  it("takes a JSON body of a call", async () => {
    const { list } = await batch({ method: "POST", relative_url: `${PHONE}/messages`, body: JSON.stringify(TEXT) });
    expect(body(list[0])).toMatchObject({ messages: [{ id: expect.stringMatching(/^wamid/) }] });
  });

  it("has an error for each call that it cannot make", async () => {
    const { list } = await batch(
      { method: "GET" },
      { method: "PATCH", relative_url: PHONE },
      { method: "POST", relative_url: `${PHONE}/media`, attached_files: "file1" },
      { method: "GET", relative_url: "?ids={result=first:$.data.*.id}" },
      7,
    );
    expect(list.map((answer) => objectOf(answer).code)).toEqual([400, 400, 400, 400, 400]);
  });

  it.each([
    [{ batch: Array(51).fill({ method: "GET", relative_url: PHONE }) }, /Maximum batch size is 50/],
    [{ batch: "GET" }, /must be an array/],
    [{}, /parameter batch is required/],
  ])("is refused as a whole (%#)", async (content, says) => {
    const answer = await gateway.graph("POST", "", content);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toMatch(says);
  });
});
