import { existsSync, truncateSync } from "node:fs";
import { truncate } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { InvalidInputError, type Progress } from "../../../../src/gateway/index.ts";
import { failureOf } from "../failure-of.ts";
import { gatewayAt, json } from "../local-server.ts";
import { fileWith, folder, formOf, isOpen, PDF, PNG, rawServer } from "./media-server.ts";

const PHONE = { connection: "c-1", phoneNumberId: "106" };
const MB = 1024 * 1024;

/** A server that accepts uploads and keeps their forms. */
async function taking(): Promise<{ url: string; forms: FormData[]; paths: (string | undefined)[] }> {
  const forms: FormData[] = [];
  const paths: (string | undefined)[] = [];
  const url = await rawServer(async (request, response) => {
    paths.push(request.url);
    forms.push(await formOf(request));
    json(response, 200, { id: "4490709327384033" });
  });
  return { url, forms, paths };
}

async function nowhere() {
  const { url, forms } = await taking();
  return { media: gatewayAt(url).media, forms };
}

describe("an upload", () => {
  test("is a form that other parsers can read: product, type, file", async () => {
    const { url, forms, paths } = await taking();
    const file = await fileWith('dill "fresh" ü.png', PNG);
    await expect(gatewayAt(url).media.upload({ ...PHONE, file })).resolves.toBe("4490709327384033");
    expect(paths).toEqual(["/whatsapp-business/v23.0/106/media"]);
    const [form] = forms;
    expect(form?.get("messaging_product")).toBe("whatsapp");
    expect(form?.get("type")).toBe("image/png");
    const sent = form?.get("file");
    if (!(sent instanceof File)) throw new Error("the file is no file");
    expect(sent).toMatchObject({ name: 'dill "fresh" ü.png', type: "image/png" });
    expect(Buffer.from(await sent.arrayBuffer())).toEqual(PNG);
  });

  test("reports progress, and streams a file that is larger than any buffer", async () => {
    const { url, forms } = await taking();
    const file = await fileWith("long.pdf", PDF);
    await truncate(file, 3 * MB);
    const steps: Progress[] = [];
    await gatewayAt(url).media.upload({ ...PHONE, file, onProgress: (progress) => steps.push(progress) });
    expect(steps.length).toBeGreaterThan(4);
    expect(steps.at(-1)).toEqual({ done: 3 * MB, total: 3 * MB });
    expect(forms[0]?.get("file")).toMatchObject({ size: 3 * MB, type: "application/pdf" });
  });

  test("is retried from the start: unused uploads expire", async () => {
    const sizes: (number | undefined)[] = [];
    const url = await rawServer(async (request, response, count) => {
      const sent = (await formOf(request)).get("file");
      sizes.push(sent instanceof File ? sent.size : undefined);
      if (count === 1) return response.socket?.destroy();
      json(response, 200, { id: "1" });
    });
    await gatewayAt(url).media.upload({ ...PHONE, file: await fileWith("a.png", PNG) });
    expect(sizes).toEqual([PNG.length, PNG.length]);
  });

  test.skipIf(!existsSync("/proc/self/fd"))("that is interrupted leaves no file open", async () => {
    const url = await rawServer(() => {});
    const file = await fileWith("long.pdf", PDF);
    await truncate(file, 50 * MB);
    const abort = new AbortController();
    const upload = gatewayAt(url).media.upload({
      ...PHONE,
      file,
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    const error = await failureOf(upload);
    expect(error.code).toBe("MYCO_INTERRUPTED");
    expect(await isOpen(file)).toBe(false);
  });

  test("of a file that becomes shorter fails with that reason, without a retry", async () => {
    let requests = 0;
    const url = await rawServer((request) => {
      requests += 1;
      request.on("error", () => {}).resume();
    });
    const file = await fileWith("long.pdf", PDF);
    await truncate(file, 20 * MB);
    const upload = gatewayAt(url).media.upload({ ...PHONE, file, onProgress: () => truncateSync(file, 10) });
    await expect(upload).rejects.toMatchObject({ code: "MYCO_MEDIA_UNREADABLE", message: /became shorter/ });
    expect(requests).toBe(1);
  });
});

describe("the check before a request goes by content", () => {
  const OGG = Buffer.concat([
    Buffer.from("OggS\0\u0002"),
    Buffer.alloc(22),
    Buffer.from("\u0001vorbis"),
    Buffer.alloc(60),
  ]);
  const STICKER = Buffer.concat([
    Buffer.from("RIFF\u0024\0\0\0WEBPVP8X\u000a\0\0\0", "latin1"),
    Buffer.from([0b10]),
    Buffer.alloc(200_000),
  ]);
  const STILL = Buffer.from(STICKER);
  STILL[20] = 0;

  test.each([
    ["a PDF called .jpg", "a.jpg", PDF, {}, "media-type-mismatch"],
    ["a text called .png", "a.png", "I am a picture", {}, "media-type-mismatch"],
    ["a GIF", "a.gif", "GIF89a", {}, "media-type-unknown"],
    ["OGG without Opus", "a.ogg", OGG, {}, "media-type-unknown"],
    ["bytes of no kind", "a.bin", Buffer.from([0, 1, 2, 3, 4, 5]), {}, "media-type-unknown"],
    ["nothing", "a.txt", "", {}, "media-empty"],
    ["a picture that is to be a video", "a.png", PNG, { kind: "video" as const }, "media-kind-mismatch"],
    ["a PNG that is to go as JPEG", "a.png", PNG, { mimeType: "image/jpeg" }, "media-type-mismatch"],
    ["a still sticker of 200 kB", "a.webp", STILL, {}, "media-too-large"],
  ])("%s is rejected", async (_, name, content, options, code) => {
    const { media, forms } = await nowhere();
    const file = await fileWith(name, content);
    const error = await media.upload({ ...PHONE, file, ...options }).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ code: "MYCO_MEDIA_INVALID", issues: [{ code }] });
    expect(forms).toHaveLength(0);
  });

  test("an image of 5 MB and one byte is rejected", async () => {
    const { media, forms } = await nowhere();
    const file = await fileWith("a.png", PNG);
    await truncate(file, 5 * MB);
    await media.upload({ ...PHONE, file });
    await truncate(file, 5 * MB + 1);
    await expect(media.upload({ ...PHONE, file })).rejects.toMatchObject({
      issues: [{ code: "media-too-large", whatsapp: { code: 131053 }, message: expect.stringContaining("5.01 MB") }],
    });
    expect(forms).toHaveLength(1);
  });

  test.each([
    ["a text", "notes.csv", "herb,price\ndill,2\n", "text/plain"],
    ["a PNG called .jpg", "a.jpg", PNG, "image/png"],
    ["a moving sticker of 200 kB", "a.webp", STICKER, "image/webp"],
  ])("%s is sent as its own type", async (_, name, content, type) => {
    const { media, forms } = await nowhere();
    await media.upload({ ...PHONE, file: await fileWith(name, content) });
    expect(forms[0]?.get("type")).toBe(type);
  });

  test("without a check every file is sent, with the caller's type", async () => {
    const { media, forms } = await nowhere();
    const file = await fileWith("a.heic", "GIF89a");
    await media.upload({ ...PHONE, file, mimeType: "image/heic", fileName: "b.heic", validate: false });
    expect(forms[0]?.get("file")).toMatchObject({ name: "b.heic", type: "image/heic" });
  });

  test("a file that does not exist, and a folder", async () => {
    const { media } = await nowhere();
    const here = await folder();
    for (const file of [`${here}/missing.png`, here])
      await expect(media.upload({ ...PHONE, file })).rejects.toMatchObject({ code: "MYCO_MEDIA_UNREADABLE" });
  });
});
