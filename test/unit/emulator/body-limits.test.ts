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
    // The limit, and what was under way.
    expect(given()).toBeGreaterThan(10 * MB);
    expect(given()).toBeLessThan(30 * MB);
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

describe("a declared length", () => {
  it.each(CALLS)("above the limit is refused at $path before anything is read", async ({ path, says }) => {
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

describe("after a refusal", () => {
  it("the emulator serves on", async () => {
    const { body } = endless();
    await rawRequest(gateway.emulator.url, { method: "POST", path: "/_emulator/inbound", body });
    expect((await gateway.control("state")).status).toBe(200);
  });
});
