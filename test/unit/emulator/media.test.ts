import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, KEY, PHONE } from "./gateway-client.ts";
import { FILES, MB, post, upload } from "./media-files.ts";
import { interactive, message, replyButton } from "./message-bodies.ts";

const DAY = 86_400_000;

const LIST =
  "audio/aac, audio/mp4, audio/mpeg, audio/amr, audio/ogg, audio/opus, application/vnd.ms-powerpoint, application/msword, application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/vnd.openxmlformats-officedocument.presentationml.presentation, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/pdf, text/plain, application/vnd.ms-excel, image/jpeg, image/png, image/webp, video/mp4, video/3gpp";

const IMAGES = "Please use one of image/jpeg, image/png.";

describe("an upload", () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start({ phones: [PHONE, "2"] });
  });
  afterAll(() => gateway.emulator.close());

  const uploaded = async (file: Buffer, type: string) => String((await upload(gateway, file, type)).json.id);
  const send = (body: JsonObject, phone = PHONE) => gateway.graph("POST", `${phone}/messages`, body);

  it.each([
    ["image/jpeg", FILES.jpeg(5 * MB)],
    ["image/png", FILES.png()],
    ["image/jpeg", FILES.png()],
    ["image/webp", FILES.webp(100 * 1024)],
    ["image/webp", FILES.animatedWebp(500 * 1024)],
    ["video/mp4", FILES.mp4(16 * MB)],
    ["video/3gpp", FILES.threeGp()],
    ["audio/mp4", FILES.m4a()],
    ["audio/ogg; codecs=opus", FILES.ogg()],
    ["audio/opus", FILES.ogg()],
    ["audio/mpeg", FILES.mp3()],
    ["audio/aac", FILES.aac()],
    ["audio/amr", FILES.amr()],
    ["application/pdf", FILES.pdf(20 * MB)],
    ["text/plain", FILES.text()],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", FILES.zip()],
    ["application/msword", FILES.ole()],
  ])("of %s is taken", async (type, file) => {
    const { status, json } = await upload(gateway, file, type);
    expect({ status, json }).toEqual({ status: 200, json: { id: expect.stringMatching(/^\d{16}$/) } });
    const read = (await gateway.graph("GET", String(json.id))).json;
    expect(read).toEqual({
      url: expect.stringMatching(
        /^https:\/\/lookaside\.fbsbx\.com\/whatsapp_business\/attachments\/\?mid=\d+&source=getMedia&ext=\d+&hash=AR[\w-]+$/,
      ),
      mime_type: type.split(";")[0],
      sha256: createHash("sha256").update(file).digest("hex"),
      file_size: file.length,
      id: json.id,
      messaging_product: "whatsapp",
    });
  });

  const tooBig = (most: string) => `Media file size too big. Max file size we currently support: ${most}.`;

  it.each<{ what: string; file: Buffer; type: string; code: number; says: string }>([
    {
      what: "a picture that is too large",
      file: FILES.jpeg(5 * MB + 1),
      type: "image/jpeg",
      code: 100,
      says: tooBig("5MB"),
    },
    {
      what: "a film that is too large",
      file: FILES.mp4(16 * MB + 1),
      type: "video/mp4",
      code: 100,
      says: tooBig("16MB"),
    },
    {
      what: "sound that is too large",
      file: FILES.mp3(16 * MB + 1),
      type: "audio/mpeg",
      code: 100,
      says: tooBig("16MB"),
    },
    {
      what: "a still sticker that is too large",
      file: FILES.webp(100 * 1024 + 1),
      type: "image/webp",
      code: 100,
      says: tooBig("100KB"),
    },
    {
      what: "a moving sticker that is too large",
      file: FILES.animatedWebp(500 * 1024 + 1),
      type: "image/webp",
      code: 100,
      says: tooBig("500KB"),
    },
    {
      what: "a page as a picture",
      file: FILES.pdf(),
      type: "image/jpeg",
      code: 131053,
      says: `Unsupported Image mime type application/pdf. ${IMAGES}`,
    },
    {
      what: "a GIF as a picture",
      file: FILES.gif(),
      type: "image/png",
      code: 131053,
      says: `Unsupported Image mime type image/gif. ${IMAGES}`,
    },
    {
      what: "nothing known as a picture",
      file: FILES.text(),
      type: "image/png",
      code: 131053,
      says: `Unsupported Image mime type application/octet-stream. ${IMAGES}`,
    },
    {
      what: "a picture as a film",
      file: FILES.png(),
      type: "video/mp4",
      code: 131053,
      says: "Unsupported Video mime type image/png. Please use one of video/mp4, video/3gpp.",
    },
  ])("of $what is refused", async ({ file, type, code, says }) => {
    const answer = await upload(gateway, file, type);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code, error_data: { messaging_product: "whatsapp", details: says } });
  });

  it("of a document that is too large is refused unread", async () => {
    const answer = await upload(gateway, FILES.pdf(102 * MB), "application/pdf");
    expect(answer.status).toBe(413);
    expect(errorOf(answer)).toMatchObject({ code: 100, error_data: { details: tooBig("100MB") } });
  });

  it.each<{ what: string; type: string; fields?: Record<string, string>; file?: Buffer; says: string }>([
    {
      what: "another type",
      type: "text/csv",
      says: `(#100) Param file must be a file with one of the following types: ${LIST}. Received file of type 'text/csv'.`,
    },
    {
      what: "no type of its own",
      type: "",
      fields: { messaging_product: "whatsapp", type: "image/png" },
      says: `(#100) Param file must be a file with one of the following types: ${LIST}. Received file of type 'application/octet-stream'.`,
    },
    { what: "no product", type: "image/png", fields: {}, says: "(#100) The parameter messaging_product is required." },
    { what: "nothing in it", type: "image/png", file: Buffer.alloc(0), says: "(#100) Param file must not be empty." },
  ])("with $what is refused", async ({ type, fields, file = FILES.png(), says }) => {
    const answer = await upload(gateway, file, type, fields === undefined ? {} : { fields });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code: 100, message: says });
  });

  it.each<{ body: FormData | string; says: RegExp }>([
    { body: "file", says: /messaging_product is required/ },
    { body: new FormData(), says: /is not a valid multipart form|file is required/ },
  ])("without a file is refused", async ({ body, says }) => {
    const answer = await post(gateway, body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toMatch(says);
  });

  it("to a phone that is not there is refused", async () => {
    expect((await upload(gateway, FILES.png(), "image/png", { phone: "3" })).json).toMatchObject({
      error: { error_subcode: 33 },
    });
  });

  it("is sent in messages of its kind, by the phone that has it", async () => {
    const id = await uploaded(FILES.png(), "image/png");
    expect((await send(message({ image: { id, caption: "Tea" } }))).status).toBe(200);
    expect((await send(message({ document: { id } }))).status).toBe(200);
    const action = { buttons: [replyButton("Tea")] };
    expect((await send(interactive({ type: "button", header: { type: "image", image: { id } }, action }))).status).toBe(
      200,
    );
    expect(errorOf(await send(message({ video: { id } })))).toMatchObject({
      message: "(#131053) Media upload error",
      error_data: { details: "Unsupported Video mime type image/png. Please use one of video/mp4, video/3gpp." },
    });
    expect(errorOf(await send(message({ image: { id } }), "2"))).toMatchObject({ code: 100 });
  });

  it("belongs to one phone, can be deleted, and ends after 30 days", async () => {
    const id = await uploaded(FILES.png(), "image/png");
    expect((await gateway.graph("GET", `${id}?phone_number_id=${PHONE}`)).status).toBe(200);
    expect((await gateway.graph("GET", `${id}?phone_number_id=2`)).json).toMatchObject({
      error: { error_subcode: 33 },
    });
    expect((await gateway.graph("DELETE", `${id}?phone_number_id=2`)).status).toBe(400);
    expect(await gateway.graph("DELETE", id)).toMatchObject({ status: 200, json: { success: true } });
    expect((await gateway.graph("GET", id)).status).toBe(400);
    expect((await gateway.graph("DELETE", id)).status).toBe(400);
    const second = await uploaded(FILES.png(), "image/png");
    gateway.emulator.clock.advance(30 * DAY);
    expect((await gateway.graph("GET", second)).json).toMatchObject({ error: { error_subcode: 33 } });
    expect((await send(message({ image: { id: second } }))).status).toBe(400);
  });

  it("cannot be fetched here", async () => {
    const headers = { authorization: `Bearer ${KEY}` };
    const answer = await fetch(`${gateway.emulator.url}/whatsapp_business/attachments/?mid=1`, { headers });
    expect(answer.status).toBe(400);
  });

  it("is the only kind of object that can be deleted", async () => {
    expect((await gateway.graph("DELETE", PHONE)).json).toMatchObject({ error: { error_subcode: 33 } });
  });
});

describe("direct calls", () => {
  let gateway: Gateway;
  afterEach(() => gateway.emulator.close());

  const start = async () => {
    gateway = await Gateway.start({ direct: true });
    const { json } = await upload(gateway, FILES.pdf(), "application/pdf", { name: "a.pdf" });
    return String((await gateway.call("GET", `/v21.0/${json.id}`)).json.url);
  };
  const get = (url: string, headers: Record<string, string> = { authorization: "Bearer token-of-whatsapp" }) =>
    fetch(url, { headers });

  it("fetch the bytes with a token", async () => {
    const url = await start();
    expect(url).toContain(`${gateway.emulator.url}/whatsapp_business/attachments/?mid=`);
    const answer = await get(url);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(FILES.pdf());
    expect((await get(url, {})).status).toBe(401);
  });

  it("have five minutes for it", async () => {
    const url = await start();
    gateway.emulator.clock.advance(4 * 60_000);
    expect((await get(url)).status).toBe(200);
    gateway.emulator.clock.advance(61_000);
    expect((await get(url)).status).toBe(404);
  });

  it.each([
    (url: string) => url.replace(/hash=AR./, (start) => (start.endsWith("_") ? "hash=AR-" : "hash=AR_")),
    (url: string) => url.replace(/ext=\d/, "ext=9"),
    (url: string) => url.replace(/mid=\d+/, "mid=1"),
  ])("cannot make a URL up", async (forged) => {
    expect((await get(forged(await start()))).status).toBe(404);
  });

  it("cannot fetch what a reset took", async () => {
    const url = await start();
    gateway.emulator.reset();
    expect((await get(url)).status).toBe(404);
  });
});
