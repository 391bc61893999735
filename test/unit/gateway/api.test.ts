import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { failureOf } from "./failure-of.ts";
import { gatewayAt, json, localServer, type Respond } from "./local-server.ts";

const WABA = { connection: "c-1", wabaId: "7" };
function html(response: ServerResponse, status: number) {
  response.writeHead(status, { "content-type": "text/html" });
  response.end("<h1>Sign in</h1>");
}

function template(id: string) {
  return { id, name: `t${id}`, language: "en", status: "APPROVED", category: "UTILITY" };
}

describe("templates", () => {
  test("every call has connection, key, user agent and version", async () => {
    const { url, received } = await localServer((response) => json(response, 200, { data: [] }));
    await gatewayAt(url, { apiVersion: "v25.0" }).templates.listPage({
      ...WABA,
      name: "a&b=c",
      fields: ["quality_score"],
      limit: 3,
    });
    expect(received[0]).toMatchObject({ method: "GET", path: "/whatsapp-business/v25.0/7/message_templates" });
    expect(Object.fromEntries(received[0]?.query ?? [])).toEqual({
      fields: "id,name,language,status,category,quality_score",
      limit: "3",
      name: "a&b=c",
    });
    expect(received[0]?.headers).toMatchObject({
      authorization: "Bearer key-of-the-tests",
      "maton-connection": "c-1",
      "user-agent": expect.stringContaining("mycobot"),
    });
  });

  test("a list follows its own cursors, never the server's links", async () => {
    const link = "https://graph.facebook.com/v23.0/7/message_templates?access_token=EAAB&after=";
    const { url, received } = await localServer((response, request) => {
      const page = Number(request.query.get("after") ?? 0);
      const cursors = { before: "x", after: String(page + 1) };
      json(response, 200, {
        data: [template(`${page}1`), template(`${page}2`)],
        paging: page < 2 ? { cursors, next: `${link}${page + 1}` } : { cursors },
        summary: { total_count: 6 },
      });
    });
    const { templates } = gatewayAt(url);
    const ids: string[] = [];
    for await (const { id } of templates.list(WABA)) ids.push(id);
    expect(ids).toEqual(["01", "02", "11", "12", "21", "22"]);
    expect(received).toHaveLength(3);
    const page = await templates.listPage({ ...WABA, summary: ["total_count"] });
    expect(page).toMatchObject({ nextCursor: "1", summary: { total_count: 6 } });
  });

  test("a list whose cursors repeat is an error, not a complete list", async () => {
    const { url } = await localServer((response) =>
      json(response, 200, { data: [template("1")], paging: { cursors: { after: "same" }, next: "https://…" } }),
    );
    const all = async () => {
      for await (const _ of gatewayAt(url).templates.list(WABA));
    };
    await expect(all()).rejects.toMatchObject({ code: "MYCO_GATEWAY_RESPONSE" });
  });

  test("create, edit and delete send the documented requests", async () => {
    const { url, received } = await localServer((response, { method, path }) =>
      json(
        response,
        200,
        method === "POST" && path.endsWith("s")
          ? { id: "5", status: "PENDING", category: "MARKETING" }
          : { success: true },
      ),
    );
    const { templates } = gatewayAt(url);
    const body = { name: "a", language: "en", category: "UTILITY", components: [{ type: "BODY", text: "Grüße 👋" }] };
    await expect(templates.create({ ...WABA, body })).resolves.toEqual({
      id: "5",
      status: "PENDING",
      category: "MARKETING",
    });
    await templates.edit({ connection: "c-1", templateId: "5", body: { components: [] } });
    await expect(templates.delete({ ...WABA, name: "a", hsmId: "5" })).resolves.toBe("deleted");
    expect(received.map(({ method, path, query }) => `${method} ${path} ${query}`)).toEqual([
      "POST /whatsapp-business/v23.0/7/message_templates ",
      "POST /whatsapp-business/v23.0/5 ",
      "DELETE /whatsapp-business/v23.0/7/message_templates hsm_id=5&name=a",
    ]);
    expect(JSON.parse(received[0]?.body ?? "")).toEqual(body);
  });

  const graph =
    (status: number, error: object): Respond =>
    (response) =>
      json(response, status, { error: { type: "OAuthException", code: 100, fbtrace_id: "A", ...error } });

  test.each([
    ["404", graph(404, { message: "Message Template Not Found" })],
    ["400 by its text", graph(400, { message: "(#100) Message template name (a) does not exist" })],
    ["400 by its subcode", graph(400, { message: "Invalid parameter", error_subcode: 2593002 })],
  ])("deleting a template that does not exist: %s", async (_, respond) => {
    const { url } = await localServer(respond);
    await expect(gatewayAt(url).templates.delete({ ...WABA, name: "a", hsmId: "5" })).resolves.toBe("absent");
  });

  test.each([
    [
      "a missing permission",
      graph(400, { message: "Object does not exist, … missing permissions", error_subcode: 33 }),
    ],
    ["an unknown connection", (response) => json(response, 404, { message: "Connection not found", code: 404 })],
  ] satisfies [string, Respond][])("deleting fails for %s", async (_, respond) => {
    const { url } = await localServer(respond);
    await failureOf(gatewayAt(url).templates.delete({ ...WABA, name: "a", hsmId: "5" }));
  });

  test.each(["7/../8", "../connections", "7?x=1", "", "7 ", "abc"])(
    "the id %j cannot address another endpoint",
    async (wabaId) => {
      const { url, received } = await localServer((response) => json(response, 200, { data: [] }));
      const list = async () => gatewayAt(url).templates.listPage({ connection: "c-1", wabaId });
      await expect(list()).rejects.toMatchObject({ code: "MYCO_USAGE" });
      expect(received).toHaveLength(0);
    },
  );

  test("a connection id cannot inject headers", async () => {
    const list = async () => gatewayAt("http://127.0.0.1:1").templates.listPage({ ...WABA, connection: "a\r\nx: y" });
    await expect(list()).rejects.toMatchObject({ code: "MYCO_USAGE" });
  });
});

describe("connections", () => {
  const connection = (id: string, extra = {}) => ({
    connection_id: id,
    status: "PENDING",
    app: "whatsapp-business",
    ...extra,
  });

  test.each([
    ["flat", { connection_id: "n-1", status: "PENDING", url: "https://c.example", app: "whatsapp-business" }],
    ["the id alone", { connection_id: "n-1" }],
    ["with an odd capital", { connection_Id: "n-1", url: "https://c.example" }],
    ["nested", { connection: { connection_id: "n-1" } }],
    ["plain id", { id: "n-1" }],
  ])("create reads an answer: %s", async (_, created) => {
    const { url, received } = await localServer((response, { method }) =>
      method === "POST"
        ? json(response, 201, created)
        : json(response, 200, { connection: connection("n-1", { url: "https://connect" }) }),
    );
    await expect(gatewayAt(url).connections.create()).resolves.toEqual(connection("n-1", { url: "https://connect" }));
    expect(received.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
      'POST /connections {"app":"whatsapp-business"}',
      "GET /connections/n-1 ",
    ]);
  });

  const unread: [string, Respond][] = [
    ["404", (response) => json(response, 404, { message: "Connection not found", code: 404 })],
    ["401", (response) => json(response, 401, { error: { message: "no", code: 401 } })],
    ["500", (response) => json(response, 500, { error: { message: "no", code: 500 } })],
    ["a page", (response) => html(response, 200)],
    ["a reset", (response) => response.socket?.resetAndDestroy()],
    ["another connection", (response) => json(response, 200, { connection: connection("n-2") })],
  ];

  test.each(unread)("create returns the new connection even if it cannot be read: %s", async (_, answer) => {
    for (const [created, known] of [
      [{ connection_id: "n-1" }, { status: "UNKNOWN" }],
      [{ connection: { id: "n-1", status: "PENDING", url: "https://c" } }, { status: "PENDING", url: "https://c" }],
    ] as const) {
      const { url } = await localServer((response, request, count) =>
        request.method === "POST" ? json(response, 200, created) : answer(response, request, count),
      );
      await expect(gatewayAt(url).connections.create()).resolves.toMatchObject({
        connection_id: "n-1",
        app: "whatsapp-business",
        ...known,
      });
    }
  });

  test("create returns the new connection if it is interrupted after the POST", async () => {
    const controller = new AbortController();
    const { url } = await localServer((response, { method }) => {
      if (method === "POST") json(response, 200, { connection_id: "n-1" });
      else controller.abort();
    });
    const made = gatewayAt(url).connections.create({ signal: controller.signal });
    await expect(made).resolves.toEqual({ connection_id: "n-1", app: "whatsapp-business", status: "UNKNOWN" });
  });

  test.each([
    [{ error: { message: "Unknown error", type: "OAuthException", code: 1, fbtrace_id: "x" } }, true],
    [{ error: { message: "Bad app", type: "Bad Request", code: 400 } }, false],
  ])("create rejected with %j: ambiguous only if the rejection is not Maton's", async (body, ambiguous) => {
    const { url } = await localServer((response) => json(response, 400, body));
    expect((await failureOf(gatewayAt(url).connections.create())).ambiguous).toBe(ambiguous);
  });

  test("create is ambiguous if its own answer is unclear", async () => {
    const { url, received } = await localServer((response) => html(response, 200));
    expect((await failureOf(gatewayAt(url).connections.create())).ambiguous).toBe(true);
    expect(received).toHaveLength(1);
  });

  test.each(["next_token", "cursor"])("list follows %s, and stops at a page without new connections", async (name) => {
    const { url, received } = await localServer((response, { query }) => {
      const page = Math.min(Number(query.get(name) ?? 1), 2);
      json(response, 200, {
        connections: [connection(`c-${page}`), connection("slack-1", { app: "slack" })],
        [name]: String(page + 1),
      });
    });
    const found = await gatewayAt(url).connections.list({ status: "PENDING" });
    expect(found.map((one) => one.connection_id)).toEqual(["c-1", "c-2"]);
    expect(received).toHaveLength(3);
    expect(received[0]?.query.toString()).toBe("app=whatsapp-business&status=PENDING");
  });

  test.each([
    [200, "{}", "deleted"],
    [204, "", "deleted"],
    [200, "OK", "deleted"],
    [404, '{"message":"gone","code":404}', "absent"],
    [404, '{"error":{"message":"gone","code":404}}', "absent"],
  ])("delete: %s %j is %s", async (status, body, outcome) => {
    const { url } = await localServer((response) => {
      response.writeHead(status);
      response.end(body);
    });
    await expect(gatewayAt(url).connections.delete({ connectionId: "c-1" })).resolves.toBe(outcome);
  });
});

describe("businessProfile", () => {
  test("get unwraps the list, update sends a patch", async () => {
    const { url, received } = await localServer((response, { method }) =>
      json(
        response,
        200,
        method === "GET" ? { data: [{ about: "Hi", messaging_product: "whatsapp" }] } : { success: true },
      ),
    );
    const { businessProfile } = gatewayAt(url);
    const phone = { connection: "c-1", phoneNumberId: "9" };
    await expect(businessProfile.get(phone)).resolves.toEqual({ about: "Hi", messaging_product: "whatsapp" });
    await businessProfile.update({ ...phone, profile: { address: "", websites: [] } });
    expect(received[0]?.query.get("fields")).toBe(
      "about,address,description,email,vertical,websites,profile_picture_url",
    );
    expect(JSON.parse(received[1]?.body ?? "")).toEqual({ messaging_product: "whatsapp", address: "", websites: [] });
  });
});

describe("uploads", () => {
  const file = { connection: "c-1", fileName: "sample ä.png", mimeType: "image/png" };
  const SESSION = "upload:MTphdHRh==?sig=ARZq";

  test("a session is opened, and the bytes are sent to it", async () => {
    const { url, received } = await localServer((response, { path }) =>
      json(response, 200, path.endsWith("/uploads") ? { id: SESSION } : { h: "4::abc" }),
    );
    await expect(gatewayAt(url).uploads.upload({ ...file, source: Buffer.from("PNG!") })).resolves.toBe("4::abc");
    expect(received[0]).toMatchObject({ method: "POST", path: "/whatsapp-business/v23.0/app/uploads" });
    expect(Object.fromEntries(received[0]?.query ?? [])).toEqual({
      file_name: "sample ä.png",
      file_length: "4",
      file_type: "image/png",
      session_type: "attachment",
    });
    expect(received[1]).toMatchObject({ path: "/whatsapp-business/v23.0/upload:MTphdHRh==", body: "PNG!" });
    expect(received[1]?.query.get("sig")).toBe("ARZq");
    expect(received[1]?.headers).toMatchObject({ file_offset: "0", "content-length": "4" });
  });

  test("an unclear failure is retried with a new session and a new stream", async () => {
    let opened = 0;
    const source = {
      length: 4,
      async *open() {
        opened += 1;
        yield Buffer.from("PN");
        yield Buffer.from("G!");
      },
    };
    const { url, received } = await localServer((response, { path }, count) => {
      if (path.endsWith("/uploads")) return json(response, 200, { id: SESSION });
      return count < 3
        ? json(response, 503, { error: { message: "later", code: 503 } })
        : json(response, 200, { h: "4::abc" });
    });
    await expect(gatewayAt(url).uploads.upload({ ...file, appId: "11", source })).resolves.toBe("4::abc");
    expect(received).toHaveLength(4);
    expect(opened).toBe(2);
  });

  test("a session id cannot address another endpoint", async () => {
    const send = async () =>
      gatewayAt("http://127.0.0.1:1").uploads.send({
        ...file,
        sessionId: "upload:a/../../b",
        source: Buffer.from("x"),
      });
    await expect(send()).rejects.toMatchObject({ code: "MYCO_USAGE" });
  });
});
