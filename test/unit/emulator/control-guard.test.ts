import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { objectOf, textOf } from "../../../src/emulator/json.ts";
import { Gateway, KEY, textTemplate, WABA } from "./gateway-client.ts";
import { rawRequest } from "./raw-request.ts";

let gateway: Gateway;
let port = 0;
beforeAll(async () => {
  gateway = await Gateway.start();
  port = gateway.emulator.port;
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return rawRequest(gateway.emulator.url, { method, path, headers, ...(method === "POST" ? { body: "{}" } : {}) });
}

function corsHeaders(headers: object) {
  return Object.keys(headers).filter((name) => name.startsWith("access-control"));
}

describe("the host of a control call", () => {
  it.each(["127.0.0.1", "localhost", "LOCALHOST", "127.1.2.3", "[::1]"])("%s is this machine", async (host) => {
    expect((await ask("/_emulator/clock", { host: `${host}:${port}` })).status).toBe(200);
    expect((await ask("/_emulator/clock", { host: `${host}:9` })).status).toBe(200);
    expect((await ask("/_emulator/clock", { host })).status).toBe(200);
  });

  it.each(["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.7", "[::2]", "0.0.0.0"])(
    "%s is not, and changes nothing",
    async (host) => {
      await gateway.created(textTemplate());
      const { status, text } = await ask("/_emulator/reset", { host: `${host}:${port}` }, "POST");
      expect(status).toBe(421);
      expect(JSON.parse(text).error).toContain(`refuses the host "${host}:${port}"`);
      expect(await gateway.list()).toHaveLength(1);
    },
  );

  it("is checked for unknown calls and the connect page too", async () => {
    expect((await ask("/_emulator", { host: "evil.example" })).status).toBe(421);
    expect((await ask("/_emulator/nothing", { host: "evil.example" })).status).toBe(421);
    expect((await ask("/_emulator/connect", { host: "evil.example" })).status).toBe(421);
  });
});

describe("a control call of another web page", () => {
  it.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:1" },
    { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
    { "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" },
  ])("with %o is refused, and gains nothing", async (headers) => {
    await gateway.created(textTemplate());
    for (const [method, path] of [
      ["GET", "/_emulator/state"],
      ["POST", "/_emulator/reset"],
      ["OPTIONS", "/_emulator/reset"],
    ] as const) {
      const answer = await ask(path, headers, method);
      expect({ path, status: answer.status, cors: corsHeaders(answer.headers) }).toEqual({
        path,
        status: 403,
        cors: [],
      });
      expect(JSON.parse(answer.text).error).toContain("refuses calls from other web pages");
    }
    expect(await gateway.list()).toHaveLength(1);
  });

  it("of its own is answered, without headers for others", async () => {
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      const own = { host, origin: `http://${host}`, "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" };
      const answer = await ask("/_emulator/state", own);
      expect({ status: answer.status, cors: corsHeaders(answer.headers) }).toEqual({ status: 200, cors: [] });
    }
  });
});

describe("the connect page", () => {
  it("opens by a link from anywhere, and does not open by a hidden call", async () => {
    const made = (await gateway.call("POST", "/connections", { app: "whatsapp-business" })).json;
    const { pathname, search } = new URL(textOf(made.url) ?? "");
    const link = pathname + search;
    const status = async () =>
      objectOf((await gateway.call("GET", `/connections/${String(made.connection_id)}`)).json.connection).status;
    expect((await ask(link, { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" })).status).toBe(403);
    expect(await status()).toBe("PENDING");
    const visit = await ask(link, { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" });
    expect({ status: visit.status, type: visit.headers["content-type"] }).toMatchObject({ status: 200 });
    expect(visit.text).toContain("is connected");
    expect(await status()).toBe("ACTIVE");
  });
});

describe("the gateway itself", () => {
  it("is open to every web page with a key, as Maton's is, by any name", async () => {
    const headers = { authorization: `Bearer ${KEY}`, origin: "https://page.example", host: `gateway.example:${port}` };
    const answer = await ask(`/whatsapp-business/v21.0/${WABA}`, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
  });
});
