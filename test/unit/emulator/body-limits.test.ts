import { connect } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Gateway, KEY, PHONE, WABA } from "./gateway-client.ts";
import { rawRequest } from "./raw-request.ts";

const MB = 1024 * 1024;

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());

/** How much of a body the emulator has taken when it answers. */
function endless(chunk = Buffer.alloc(64 * 1024, " ")): { body: Readable; given: () => number } {
  let given = 0;
  const body = new Readable({
    read() {
      given += chunk.length;
      this.push(chunk);
    },
  });
  return { body, given: () => given };
}

const authorization = `Bearer ${KEY}`;
const CALLS = [
  { path: "/_emulator/inbound", says: { error: "the body exceeds 10 MB" } },
  {
    path: "/connections",
    says: { error: { message: "Request body exceeds 10 MB", type: "Payload Too Large", code: 413 } },
  },
  {
    path: `/whatsapp-business/v21.0/${WABA}/message_templates`,
    says: { error: { message: "(#100) The request body exceeds 10 MB.", code: 100 } },
  },
];
const UPLOADS = [`/whatsapp-business/v21.0/${PHONE}/media`, "/whatsapp-business/v21.0/upload:MTphdHRhY2g=?sig=AR"];
const tooBig = "Media file size too big. Max file size we currently support: 100MB.";

describe("a body without an end", () => {
  it.each(CALLS)("to $path is refused while it arrives", async ({ path, says }) => {
    const { body, given } = endless();
    const answer = await rawRequest(gateway.emulator.url, { method: "POST", path, headers: { authorization }, body });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject(says);
    // The limit, what is dropped, and what was under way.
    expect(given()).toBeGreaterThan(10 * MB);
    expect(given()).toBeLessThan(100 * MB);
  });

  it.each(UPLOADS)("to %s is refused above the largest file", async (path) => {
    const { body, given } = endless();
    const headers = { authorization, "content-type": "multipart/form-data; boundary=x", file_offset: "0" };
    const answer = await rawRequest(gateway.emulator.url, { method: "POST", path, headers, body });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 100, error_data: { details: tooBig } } });
    expect(given()).toBeGreaterThan(100 * MB);
  });
});

describe("a chunked body within the limit", () => {
  it("is read as a whole", async () => {
    const post = (path: string, chunks: (string | Buffer)[], type = "application/json") => {
      const headers = { authorization, "content-type": type };
      return rawRequest(gateway.emulator.url, { method: "POST", path, headers, body: Readable.from(chunks) });
    };
    expect((await post("/_emulator/clock", ['{"adv', 'ance": 0}'])).status).toBe(200);
    expect(JSON.parse((await post("/connections", ['{"app":', '"some-app"}'])).text)).toMatchObject({
      app: "some-app",
    });
    const part = (disposition: string, content: string) =>
      `--x\r\nContent-Disposition: form-data; ${disposition}\r\n${content}\r\n`;
    const media = [
      part('name="messaging_product"', "\r\nwhatsapp"),
      part('name="file"; filename="a.txt"', "Content-Type: text/plain\r\n\r\nHello"),
      "--x--\r\n",
    ];
    const answer = await post(`/whatsapp-business/v21.0/${PHONE}/media`, media, "multipart/form-data; boundary=x");
    expect({ status: answer.status, json: JSON.parse(answer.text) }).toMatchObject({
      status: 200,
      json: { id: expect.any(String) },
    });
  });
});

describe("a declared length", () => {
  it.each(CALLS)("above the limit is refused at $path although nothing arrives", async ({ path, says }) => {
    const headers = { authorization, "content-length": String(10 * MB + 1) };
    const answer = await rawRequest(gateway.emulator.url, {
      method: "POST",
      path,
      headers,
      body: new Readable({ read() {} }),
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject(says);
  });

  it("that is shorter than the body ends the body", async () => {
    const headers = { "content-length": "2", "content-type": "application/json" };
    const body = Readable.from(["{}", " ".repeat(MB)]);
    const answer = await rawRequest(gateway.emulator.url, {
      method: "POST",
      path: "/_emulator/clock",
      headers,
      body,
    }).catch((error: Error) => error);
    expect(answer).not.toMatchObject({ status: 413 });
    expect((await gateway.control("clock")).status).toBe(200);
  });

  it("at the limit is read", async () => {
    const filler = " ".repeat(10 * MB - 16);
    const body = `{"app":"x-y"}${filler}`;
    expect(body.length).toBeLessThanOrEqual(10 * MB);
    const answer = await rawRequest(gateway.emulator.url, {
      method: "POST",
      path: "/connections",
      headers: { authorization, "content-length": String(body.length) },
      body,
    });
    expect(answer.status).toBe(200);
  });
});

describe("a client that listens only when it has sent all", () => {
  it.each(["content-length", "transfer-encoding"])("sees the refusal, with %s", async (framing) => {
    const body = " ".repeat(12 * MB);
    const { hostname, port } = new URL(gateway.emulator.url);
    const isChunked = framing === "transfer-encoding";
    const head = `POST /connections HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: ${authorization}\r\nConnection: close\r\n`;
    const framed = isChunked
      ? `Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
      : `Content-Length: ${body.length}\r\n\r\n${body}`;
    const socket = connect(Number(port), hostname);
    socket.pause();
    await new Promise<void>((resolve, reject) => {
      socket.on("error", reject);
      socket.write(head + framed, () => resolve());
    });
    let text = "";
    for await (const chunk of socket) text += chunk;
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text).toContain("Request body exceeds 10 MB");
  });
});

describe("after a refusal", () => {
  it("the emulator serves on", async () => {
    const { body } = endless();
    await rawRequest(gateway.emulator.url, { method: "POST", path: "/_emulator/inbound", body });
    expect((await gateway.control("state")).status).toBe(200);
  });
});
