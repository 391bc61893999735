import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorOf, Gateway, KEY, PHONE, textTemplate } from "./gateway-client.ts";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());

async function open(type = "image/png", length = 6) {
  const { json } = await gateway.graph(
    "POST",
    `634974688087057/uploads?file_name=a.png&file_length=${length}&file_type=${encodeURIComponent(type)}`,
  );
  return String(json.id);
}

async function send(id: string, text: string, offset = 0) {
  const response = await fetch(`${gateway.emulator.url}/whatsapp-business/v21.0/${id}`, {
    method: "POST",
    headers: { authorization: `Bearer ${KEY}`, file_offset: String(offset) },
    body: text,
  });
  const json: { h?: string; error?: { message: string } } = JSON.parse(await response.text());
  return { status: response.status, json };
}

describe("a resumable upload", () => {
  it("gives a handle for the bytes", async () => {
    const id = await open();
    expect(id).toMatch(/^upload:[A-Za-z0-9+/=]+\?sig=/);
    const { status, json } = await send(id, "abcdef");
    expect(status).toBe(200);
    expect(json.h).toMatch(/^4::aW1hZ2UvcG5n:AR[\w-]{84}:e:\d{10}:634974688087057:\d+:AR[\w-]{17}$/);
  });

  it("takes an id that the client encoded as a whole", async () => {
    expect((await send(encodeURIComponent(await open()), "abcdef")).status).toBe(200);
  });

  it("goes on where it stopped, and joins the handles", async () => {
    const id = await open();
    await send(id, "abc");
    expect((await gateway.graph("GET", id)).json).toEqual({ id, file_offset: 3 });
    const { json } = await send(id, "def", 3);
    expect(json.h?.split("\n")).toHaveLength(2);
  });

  it.each([
    { what: "a wrong offset", text: "abc", offset: 2 },
    { what: "too many bytes", text: "abcdefg", offset: 0 },
    { what: "no bytes", text: "", offset: 0 },
  ])("refuses $what", async ({ text, offset }) => {
    expect((await send(await open(), text, offset)).status).toBe(400);
  });

  it.each([
    "634974688087057/uploads?file_type=image/png",
    "1/uploads?file_length=3",
    "1/uploads?file_length=3&file_type=text/html",
    "not-an-app/uploads?file_length=3&file_type=image/png",
  ])("is not opened by %s", async (path) => {
    expect((await gateway.graph("POST", path)).status).toBe(400);
  });

  it("of an unknown session is 100/33", async () => {
    expect((await send("upload:nothing", "abc")).status).toBe(400);
  });

  it("fits the header that it is for", async () => {
    const { json } = await send(await open("application/pdf"), "abcdef");
    const template = (format: string) =>
      textTemplate({
        components: [
          { type: "HEADER", format, example: { header_handle: [json.h ?? ""] } },
          { type: "BODY", text: "See above" },
        ],
      });
    expect(errorOf(await gateway.create(template("IMAGE")))).toMatchObject({ error_subcode: 2388084 });
    expect((await gateway.create(template("DOCUMENT"))).status).toBe(200);
  });

  it("can be refused altogether", async () => {
    const closed = await Gateway.start({ uploads: "refused" });
    const answer = await closed.graph("POST", "1/uploads?file_length=3&file_type=image/png");
    expect(answer).toMatchObject({ status: 403, json: { error: { code: 200 } } });
    expect(
      (
        await closed.graph("POST", `${PHONE}/whatsapp_business_profile`, {
          messaging_product: "whatsapp",
          profile_picture_handle: "4::x",
        })
      ).status,
    ).toBe(200);
    await closed.emulator.close();
  });
});
