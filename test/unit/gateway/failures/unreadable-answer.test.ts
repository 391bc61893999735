import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createTcpServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { readBody } from "../../../../src/gateway/http/answer.ts";
import type { Gateway } from "../../../../src/gateway/index.ts";
import { failureOf } from "../failure-of.ts";
import { deserted, gatewayAt, json, localServer, rawTcpServer } from "../local-server.ts";

const TEMPLATE = { connection: "c-1", templateId: "42" };
const CREATE = { connection: "c-1", wabaId: "7", body: { name: "a", language: "en", category: "UTILITY" } };

function CREATE_CALL({ templates }: Gateway) {
  return templates.create(CREATE);
}

function DELETE_CALL({ templates }: Gateway) {
  return templates.delete({ connection: "c-1", wabaId: "7", name: "a", hsmId: "5" });
}

function EDIT_CALL({ templates }: Gateway) {
  return templates.edit({ ...TEMPLATE, body: { components: [] } });
}

function send(status: number, type: string, body: string) {
  return (response: ServerResponse) => {
    response.writeHead(status, type === "" ? {} : { "content-type": type });
    response.end(body);
  };
}

describe("an answer that does not come from the API", () => {
  test.each([
    {
      name: "a login page",
      respond: send(200, "text/html", "<html>\n<title>Sign in</title>\u001b[2J"),
      message:
        "GET …/42 answered 200 (text/html) with a body that is not JSON: <html> <title>Sign in</title>\\u001b[2J",
      hint: /login page/,
    },
    {
      name: "nothing",
      respond: send(200, "application/json", ""),
      message: "GET …/42 answered 200 (application/json) with an empty body",
      hint: /MATON_API_URL/,
    },
    {
      name: "half a body of JSON",
      respond: send(200, "application/json", '{"id": "42", "na'),
      message: 'GET …/42 answered 200 (application/json) with a body that is not JSON: {"id": "42", "na',
      hint: /proxy/,
    },
    {
      name: "JSON of another shape",
      respond: send(200, "application/json", '{"ok":1}'),
      message: 'GET …/42 answered 200 (application/json) where the template has no "id": {"ok":1}',
      hint: /MATON_API_URL/,
    },
    {
      name: "a page of the gateway's front",
      respond: send(502, "text/html; charset=UTF-8", "<h1>Bad gateway</h1>"),
      message: "GET …/42 answered 502 (text/html; charset=UTF-8) without a readable error: <h1>Bad gateway</h1>",
      hint: /out of order/,
    },
    {
      name: "an error without a body",
      respond: send(403, "", ""),
      message: "GET …/42 answered 403 (no content type) with an empty body",
      hint: /MATON_API_URL/,
    },
  ])("$name", async ({ respond, message, hint }) => {
    const { url } = await localServer(respond);
    const error = await failureOf(gatewayAt(url).templates.get(TEMPLATE));
    expect(error.code).toBe("MYCO_GATEWAY_RESPONSE");
    expect(error.message).toBe(message);
    expect(error.hint).toMatch(hint);
  });

  test("shows the first 120 characters only", async () => {
    const { url } = await localServer(send(200, "text/plain", "x".repeat(5000)));
    const error = await failureOf(gatewayAt(url).templates.get(TEMPLATE));
    expect(error.message).toMatch(/: x{120}…$/);
  });

  test("a redirect is not followed, and its query is not shown", async () => {
    const { url, received } = await localServer((response) => {
      response.writeHead(302, { location: "https://elsewhere.example/login?session=hidden" });
      response.end();
    });
    const error = await failureOf(gatewayAt(url).templates.get(TEMPLATE));
    expect(error.message).toContain("answered 302 (no content type) and redirects to elsewhere.example");
    expect(error.message).not.toContain("hidden");
    expect(received).toHaveLength(1);
  });

  test("an unreadable answer to a create is ambiguous", async () => {
    const { url, received } = await localServer(send(200, "application/json", "created!"));
    const error = await failureOf(gatewayAt(url).templates.create(CREATE));
    expect(error).toMatchObject({ code: "MYCO_GATEWAY_RESPONSE", ambiguous: true });
    expect(received).toHaveLength(1);
  });

  test.each([
    ["a create", () => CREATE_CALL],
    ["a delete", () => DELETE_CALL],
    ["an edit", () => EDIT_CALL],
  ])("after %s a redirect is ambiguous", async (_, chosen) => {
    for (const status of [301, 302, 303, 304, 307, 308]) {
      const { url, received } = await localServer((response) => {
        response.writeHead(status, { location: "/elsewhere" });
        response.end();
      });
      const error = await failureOf(chosen()(gatewayAt(url)));
      expect(error).toMatchObject({ code: "MYCO_GATEWAY_RESPONSE", status, ambiguous: true });
      expect(received).toHaveLength(1);
    }
  });

  test.each([
    ["headers that are too large", `HTTP/1.1 200 OK\r\nx-a: ${"a".repeat(40_000)}\r\n\r\n{}`],
    ["no HTTP at all", "SSH-2.0-OpenSSH_9.6\r\n"],
    ["a header that cannot be parsed", "HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n{}"],
    ["a chunk that cannot be parsed", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}"],
  ])("after a create, %s is ambiguous", async (_, bytes) => {
    const { url, requests } = await rawTcpServer((socket) => socket.end(bytes));
    const error = await failureOf(CREATE_CALL(gatewayAt(url)));
    expect(error).toMatchObject({ code: "MYCO_GATEWAY_UNREACHABLE", ambiguous: true });
    expect(requests()).toBe(1);
    const read = await failureOf(gatewayAt(url).templates.get(TEMPLATE));
    expect(read.ambiguous).toBe(false);
  });

  test("a body above the limit is not read", async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(400);
    }
    let destroyed = false;
    const body = Object.assign(endless(), {
      destroy: () => {
        destroyed = true;
      },
    });
    await expect(readBody(body, 1000)).resolves.toBeUndefined();
    expect(destroyed).toBe(true);
  });
});

describe("no complete answer", () => {
  test("a body that ends too early", async () => {
    const { url } = await localServer((response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"id":');
      setImmediate(() => response.destroy());
    });
    const error = await failureOf(gatewayAt(url).templates.create(CREATE));
    expect(error).toMatchObject({ code: "MYCO_GATEWAY_UNREACHABLE", ambiguous: true });
  });

  test("a reset", async () => {
    const { url, received } = await localServer((response) => response.socket?.resetAndDestroy());
    const error = await failureOf(gatewayAt(url).templates.create(CREATE));
    expect(error).toMatchObject({ code: "MYCO_GATEWAY_UNREACHABLE", ambiguous: true, status: undefined });
    expect(error.message).toMatch(/^POST …\/message_templates received no /);
    expect(received).toHaveLength(1);
  });

  test("a closed port", async () => {
    const error = await failureOf(gatewayAt(await deserted()).templates.create(CREATE));
    expect(error).toMatchObject({ code: "MYCO_GATEWAY_UNREACHABLE", ambiguous: false });
    expect(error.message).toContain("connection refused");
    expect(error.hint).toContain("MATON_API_URL");
  });

  const headersOnly = (response: ServerResponse) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.flushHeaders();
  };

  test.concurrent.each([
    { deadline: "headers", respond: () => {}, said: "no response within 0.05 s" },
    { deadline: "body", respond: headersOnly, said: "no further data in the response for 0.05 s" },
    { deadline: "total", respond: () => {}, said: "not completed within 0.05 s" },
  ])("the $deadline deadline", async ({ deadline, respond, said }) => {
    const { url, received } = await localServer(respond);
    const gateway = gatewayAt(url, { deadlines: { [deadline]: 50 } });
    const error = await failureOf(gateway.templates.create(CREATE));
    expect(error).toMatchObject({ code: "MYCO_GATEWAY_TIMEOUT", ambiguous: true });
    expect(error.message).toBe(`POST …/message_templates missed the ${deadline} deadline: ${said}`);
    expect(received).toHaveLength(1);
  });

  test.concurrent("the connect deadline", async () => {
    // Accepts connections, but never starts TLS.
    const mute = createTcpServer(() => {});
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void mute.close());
    // A listening TCP server has an address object.
    const { port } = mute.address() as AddressInfo;
    const gateway = gatewayAt(`https://127.0.0.1:${port}`, { deadlines: { connect: 20 } });
    const error = await failureOf(gateway.templates.create(CREATE));
    expect(error).toMatchObject({ code: "MYCO_GATEWAY_TIMEOUT", ambiguous: false });
    expect(error.message).toContain("missed the connect deadline: no connection within 0.02 s");
  });

  test("the caller's signal", async () => {
    const controller = new AbortController();
    const { url } = await localServer(() => controller.abort());
    const error = await failureOf(gatewayAt(url).templates.create({ ...CREATE, signal: controller.signal }));
    expect(error).toMatchObject({ code: "MYCO_INTERRUPTED", ambiguous: true });
    const late = await failureOf(gatewayAt(url).templates.create({ ...CREATE, signal: controller.signal }));
    expect(late).toMatchObject({ code: "MYCO_INTERRUPTED", ambiguous: false });
  });
});

test("ids above 2^53 keep their digits", async () => {
  const { url } = await localServer((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"id": 9223372036854775807, "note": "17: 12345678901234567", "n": 1234567890123456}');
  });
  const node = await gatewayAt(url).nodes.get({ connection: "c-1", id: "9223372036854775807" });
  expect(node).toEqual({ id: "9223372036854775807", note: "17: 12345678901234567", n: 1234567890123456 });
});

test("fractions with many digits stay numbers", async () => {
  const { url } = await localServer((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      '{"id": "5", "cost": 0.30000000000000004, "low": -12345678901234567.25, "list": [0.1234567890123456789e-5]}',
    );
  });
  const node = await gatewayAt(url).nodes.get({ connection: "c-1", id: "5" });
  expect(node).toEqual({ id: "5", cost: 0.1 + 0.2, low: -12345678901234568, list: [1.2345678901234567e-6] });
});

test("a byte order mark before the JSON is ignored", async () => {
  const { url } = await localServer(send(200, "application/json", '\ufeff{"id":"5"}'));
  await expect(gatewayAt(url).nodes.get({ connection: "c-1", id: "5" })).resolves.toEqual({ id: "5" });
});

test("JSON answers are read unchanged", async () => {
  const { url } = await localServer((response) => json(response, 200, { id: "5", name: "x" }));
  await expect(gatewayAt(url).nodes.get({ connection: "c-1", id: "5", fields: ["name"] })).resolves.toEqual({
    id: "5",
    name: "x",
  });
});
