import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PERIODS } from "../../../src/emulator/clock.ts";
import { isObject, listOf } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, WABA } from "./gateway-client.ts";

const FIRST = "0b7e6a54-3f2d-4c1b-9a88-112233445566";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MICROSECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start({ connection: FIRST });
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

function create() {
  return gateway.call("POST", "/connections", { app: "whatsapp-business" });
}

function proxied(connection?: string) {
  return gateway.graph("GET", WABA, undefined, connection === undefined ? {} : { "Maton-Connection": connection });
}

async function pendingId() {
  return String((await create()).json.connection_id);
}

describe("the key", () => {
  it.each(["", "Bearer", "Bearer  ", "Basic abc", "test-key"])(
    "%j is none: 401 in Maton's shape on both planes",
    async (authorization) => {
      for (const path of ["/connections", `/whatsapp-business/v21.0/${WABA}`, "/nowhere"]) {
        const response = await fetch(gateway.emulator.url + path, { headers: { authorization } });
        expect(response.status).toBe(401);
        expect(await response.json()).toEqual({
          error: { message: "Invalid API key", type: "Unauthorized", code: 401 },
        });
      }
    },
  );

  it("must be the one that was set", async () => {
    const strict = await Gateway.start({ apiKey: "only-this" });
    expect((await strict.call("GET", "/connections")).status).toBe(401);
    expect((await strict.call("GET", "/connections", undefined, { authorization: "Bearer only-this" })).status).toBe(
      200,
    );
    await strict.emulator.close();
  });
});

describe("the control plane", () => {
  it("lists the first connection, ACTIVE", async () => {
    const { json } = await gateway.call("GET", "/connections");
    expect(json).toEqual({
      connections: [
        {
          connection_id: FIRST,
          status: "ACTIVE",
          creation_time: expect.stringMatching(MICROSECONDS),
          last_updated_time: expect.stringMatching(MICROSECONDS),
          url: expect.stringContaining("session_token="),
          app: "whatsapp-business",
          method: "OAUTH2",
          metadata: {},
        },
      ],
    });
  });

  it("creates a PENDING one in the flat shape", async () => {
    const { status, json } = await create();
    expect(status).toBe(200);
    expect(json).toEqual({
      connection_id: expect.stringMatching(UUID),
      status: "PENDING",
      url: expect.stringMatching(
        new RegExp(`^${gateway.emulator.url}/_emulator/connect\\?session_token=[0-9a-f]{64}$`),
      ),
      app: "whatsapp-business",
    });
    expect(await create()).not.toMatchObject({ json: { connection_id: json.connection_id } });
  });

  it.each([
    { shape: "id-only", expected: { connection_id: expect.stringMatching(UUID) } },
    { shape: "nested", expected: { connection: { connection_id: expect.stringMatching(UUID), status: "PENDING" } } },
  ])("can answer a create $shape", async ({ shape, expected }) => {
    gateway.emulator.setFaults({ switches: { connectionCreateShape: shape } });
    expect((await create()).json).toMatchObject(expected);
  });

  it.each([{}, { app: 7 }, { app: "whatsapp-business", method: "MAGIC" }])("refuses to create %j", async (body) => {
    expect(await gateway.call("POST", "/connections", body)).toMatchObject({
      status: 400,
      json: { error: { type: "Bad Request", code: 400 } },
    });
  });

  it.each([
    { query: "app=slack", count: 0 },
    { query: "app=whatsapp-business", count: 2 },
    { query: "status=PENDING", count: 1 },
    { query: "limit=1", count: 1 },
  ])("filters by $query", async ({ query, count }) => {
    await create();
    const { json } = await gateway.call("GET", `/connections?${query}`);
    expect(listOf(json.connections)).toHaveLength(count);
  });

  it("reads and deletes by id, and knows no other", async () => {
    const id = await pendingId();
    expect((await gateway.call("GET", `/connections/${id}`)).json).toMatchObject({
      connection: { connection_id: id, status: "PENDING" },
    });
    expect(await gateway.call("DELETE", `/connections/${id}`)).toMatchObject({ status: 200, json: {} });
    for (const method of ["GET", "DELETE"]) {
      expect(await gateway.call(method, `/connections/${id}`)).toMatchObject({
        status: 404,
        json: { error: { type: "Not Found", code: 404 } },
      });
    }
    gateway.emulator.setFaults({ switches: { deleteStatus: 204 } });
    expect((await gateway.call("DELETE", `/connections/${FIRST}`)).status).toBe(204);
  });

  it("answers who the key belongs to", async () => {
    expect(await gateway.call("GET", "/user")).toMatchObject({ status: 200, json: { auth_type: "api_key" } });
  });
});

describe("connecting", () => {
  const open = async (url: unknown) => fetch(String(url));

  it("opening the URL makes the connection ACTIVE", async () => {
    const { json } = await create();
    const page = await open(json.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Connected");
    expect((await gateway.call("GET", `/connections/${json.connection_id}`)).json).toMatchObject({
      connection: { status: "ACTIVE" },
    });
  });

  it("can fail", async () => {
    const { json } = await create();
    await open(`${json.url}&outcome=fail`);
    expect((await gateway.call("GET", `/connections/${json.connection_id}`)).json).toMatchObject({
      connection: { status: "FAILED" },
    });
  });

  it("an old link and an unknown one do nothing", async () => {
    const { json } = await create();
    gateway.emulator.clock.advance(31 * PERIODS.MINUTE);
    expect((await open(json.url)).status).toBe(410);
    expect((await open(`${gateway.emulator.url}/_emulator/connect?session_token=x`)).status).toBe(404);
    expect((await gateway.call("GET", `/connections/${json.connection_id}`)).json).toMatchObject({
      connection: { status: "PENDING" },
    });
  });

  it("needs nobody with connect auto", async () => {
    const auto = await Gateway.start({ connect: "auto" });
    expect((await auto.call("POST", "/connections", { app: "whatsapp-business" })).json).toMatchObject({
      status: "ACTIVE",
    });
    await auto.emulator.close();
  });

  it("can be set by a control call", async () => {
    expect((await gateway.control(`connections/${FIRST}`, { status: "FAILED" })).json).toEqual({
      connection_id: FIRST,
      status: "FAILED",
    });
    expect((await gateway.control(`connections/${FIRST}`, { status: "ODD" })).status).toBe(400);
    expect((await gateway.control("connections/none", { status: "ACTIVE" })).status).toBe(404);
  });
});

describe("the connection of a proxied call", () => {
  it("is the one in the header, else the ACTIVE one", async () => {
    expect((await proxied(FIRST)).status).toBe(200);
    expect((await proxied()).status).toBe(200);
  });

  it("unknown: 404", async () => {
    expect(await proxied("nobody")).toMatchObject({
      status: 404,
      json: { error: { message: "Connection `nobody` not found", type: "Not Found", code: 404 } },
    });
  });

  it("PENDING, FAILED or of another app: 400", async () => {
    const id = await pendingId();
    expect(errorOf(await proxied(id))).toMatchObject({ code: 400, message: expect.stringMatching(/not active/) });
    await gateway.control(`connections/${id}`, { status: "FAILED" });
    expect((await proxied(id)).status).toBe(400);
    const { json } = await gateway.call("POST", "/connections", { app: "slack" });
    expect((await proxied(String(json.connection_id))).status).toBe(400);
  });

  it("none ACTIVE: 400 that speaks of a connection", async () => {
    await gateway.call("DELETE", `/connections/${FIRST}`);
    expect(errorOf(await proxied())).toMatchObject({ code: 400, message: expect.stringMatching(/connection/i) });
  });

  it("a dead grant is ACTIVE and answers 500", async () => {
    gateway.emulator.setFaults({ switches: { deadGrant: true } });
    expect(await proxied(FIRST)).toMatchObject({
      status: 500,
      json: { error: { type: "Internal Server Error", code: 500 } },
    });
    const { json } = await gateway.call("GET", "/connections?status=ACTIVE");
    expect(
      listOf(json.connections)
        .filter(isObject)
        .map(({ connection_id }) => connection_id),
    ).toEqual([FIRST]);
  });

  it("other apps are not served", async () => {
    expect(await gateway.call("GET", `/whatsapp/v21.0/${WABA}`)).toMatchObject({
      status: 400,
      json: { error: { message: "Invalid app name `whatsapp`" } },
    });
  });

  it("Maton's errors can be flat and carry a trace id", async () => {
    gateway.emulator.setFaults({ switches: { matonErrorShape: "flat", matonTraceId: true } });
    expect((await proxied("nobody")).json).toEqual({
      message: expect.any(String),
      type: "Not Found",
      code: 404,
      trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });
});

describe("direct calls", () => {
  it("reach Graph without the gateway, with a token of any kind", async () => {
    const direct = await Gateway.start({ direct: true, rate: 1 });
    const get = (headers: Record<string, string>) => fetch(`${direct.emulator.url}/v21.0/${PHONE}`, { headers });
    for (const authorization of ["Bearer a", "OAuth a"]) expect((await get({ authorization })).status).toBe(200);
    const refused = await get({});
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ error: { code: 104, type: "OAuthException" } });
    await direct.emulator.close();
  });

  it("are not served unless asked for", async () => {
    expect((await gateway.call("GET", `/v21.0/${PHONE}`)).status).toBe(400);
  });
});
