import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { faultsJsonSchema } from "../../../src/emulator/faults/schema.ts";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { Gateway, KEY, textTemplate, WABA } from "./gateway-client.ts";

const edge = `/whatsapp-business/v21.0/${WABA}/message_templates`;
let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

function rule(match: JsonObject, effect: JsonObject) {
  // biome-ignore lint/suspicious/noThenProperty: the faults file calls it so; never awaited
  gateway.emulator.setFaults({ rules: [{ match, then: effect }] });
}

function get(path = edge) {
  return fetch(gateway.emulator.url + path, { headers: { authorization: `Bearer ${KEY}` } });
}

async function statuses(count: number, path = edge) {
  const seen: number[] = [];
  for (let call = 0; call < count; call += 1) seen.push((await get(path)).status);
  return seen;
}

describe("a fault rule hits", () => {
  it.each([
    { what: "every matching request", match: {}, seen: [503, 503, 503, 503] },
    { what: "the first ones", match: { times: 2 }, seen: [503, 503, 200, 200] },
    { what: "the nth one only", match: { nth: 3 }, seen: [200, 200, 503, 200] },
    { what: "some from the nth on", match: { nth: 2, times: 2 }, seen: [200, 503, 503, 200] },
    { what: "its method only", match: { method: "POST" }, seen: [200, 200, 200, 200] },
    { what: "a path by glob", match: { path: "**/message_templates" }, seen: [503, 503, 503, 503] },
    {
      what: "one segment by a single star",
      match: { path: "/whatsapp-business/*/message_templates" },
      seen: [200, 200, 200, 200],
    },
    {
      what: "a path by regular expression",
      match: { path: "/\\/v21\\.0\\/\\d+\\/message_templates$/" },
      seen: [503, 503, 503, 503],
    },
  ])("$what", async ({ match, seen }) => {
    rule(match, { status: 503 });
    expect(await statuses(4)).toEqual(seen);
  });

  it("a query by regular expression", async () => {
    rule({ path: "/after=\\w+/" }, { status: 503 });
    expect((await get(`${edge}?after=MAZDZD`)).status).toBe(503);
    expect((await get(`${edge}?limit=3`)).status).toBe(200);
  });

  it("both planes, behind the key", async () => {
    rule({ path: "/connections" }, { status: 502, body: "<html>Bad Gateway</html>" });
    const response = await get("/connections");
    expect(response.status).toBe(502);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toBe("<html>Bad Gateway</html>");
    expect((await fetch(`${gateway.emulator.url}/connections`)).status).toBe(401);
  });
});

describe("a fault can", () => {
  it("answer JSON with headers", async () => {
    rule({}, { status: 500, body: { error: { code: 1 } }, headers: { "x-odd": "yes" } });
    const response = await get();
    expect(await response.json()).toEqual({ error: { code: 1 } });
    expect(response.headers.get("x-odd")).toBe("yes");
  });

  it("do the work, then fail", async () => {
    rule(
      { method: "POST" },
      {
        status: 500,
        body: { error: { message: "An unknown error occurred", code: 1, error_subcode: 99 } },
        applyFirst: true,
      },
    );
    expect((await gateway.create(textTemplate())).status).toBe(500);
    expect(await gateway.list()).toHaveLength(1);
  });

  it("cut the connection, before the work or after it", async () => {
    rule({ method: "POST" }, { reset: true });
    await expect(gateway.create(textTemplate())).rejects.toThrow("fetch failed");
    expect(await gateway.list()).toHaveLength(0);
    rule({ method: "POST" }, { reset: true, applyFirst: true });
    await expect(gateway.create(textTemplate())).rejects.toThrow("fetch failed");
    expect(await gateway.list()).toHaveLength(1);
  });

  it("send half of the answer", async () => {
    await gateway.created(textTemplate());
    rule({ method: "GET" }, { truncate: true });
    const response = await get();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
  });

  it("delay an answer without changing it", async () => {
    rule({}, { delayMs: 20 });
    const before = performance.now();
    expect((await get()).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(19);
  });

  it("only add headers", async () => {
    rule({}, { headers: { "x-odd": "yes" } });
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers.get("x-odd")).toBe("yes");
  });
});

describe("switches on whole accounts", () => {
  it.each([
    { switches: { forbidden: true }, status: 403, code: 200 },
    { switches: { forbidden: 10 }, status: 403, code: 10 },
    { switches: { lostPermission: true }, status: 400, code: 100 },
  ])("$switches", async ({ switches, status, code }) => {
    gateway.emulator.setFaults({ switches });
    const response = await get();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
  });
});

describe("the faults of a running emulator", () => {
  it("are replaced as a whole, shown with their hits, and gone after a reset", async () => {
    const sent: JsonObject = JSON.parse(
      '{"switches":{"deleteStatus":204},"rules":[{"match":{"times":1},"then":{"status":418}}]}',
    );
    expect((await gateway.control("faults", sent)).status).toBe(200);
    expect(await statuses(2)).toEqual([418, 200]);
    expect((await gateway.control("faults")).json).toMatchObject({
      switches: { deleteStatus: 204 },
      hits: [2],
    });
    await gateway.control("faults", { switches: {} });
    expect((await gateway.control("faults")).json).toMatchObject({ switches: { deleteStatus: 200 }, rules: [] });
    await gateway.control("faults", sent);
    await gateway.control("reset", {});
    expect((await gateway.control("faults")).json).toMatchObject({ rules: [] });
  });

  it.each<JsonObject>([
    { switches: { deadgrant: true } },
    { rules: [{ match: {} }] },
    { rulez: [] },
    { switches: { forbidden: 11 } },
  ])("refuse %j and stay", async (wrong) => {
    gateway.emulator.setFaults({ switches: { deleteStatus: 204 } });
    const { status, json } = await gateway.control("faults", wrong);
    expect(status).toBe(400);
    expect(json.error).toEqual(expect.any(String));
    expect((await gateway.control("faults")).json).toMatchObject({ switches: { deleteStatus: 204 } });
  });

  it("come with the options, and survive a reset", async () => {
    const other = await Gateway.start({ faults: { switches: { forbidden: 10 } } });
    await other.control("reset", {});
    expect((await other.graph("GET", WABA)).status).toBe(403);
    await other.emulator.close();
  });

  it("have a JSON Schema that explains every switch", () => {
    const schema = JSON.stringify(faultsJsonSchema());
    for (const name of ["categoryFlip", "wordsPerVariable", "applyFirst", "listShort"])
      expect(schema).toContain(`"${name}"`);
  });
});
