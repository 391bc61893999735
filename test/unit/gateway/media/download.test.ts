import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { GatewayOptions } from "../../../../src/gateway/index.ts";
import { gatewayAt, json } from "../local-server.ts";
import { folder, rawServer } from "./media-server.ts";

const MEDIA = { connection: "c-1", mediaId: "77" };
const BYTES = Buffer.from("dill ".repeat(20_000));
const digest = createHash("sha256").update(BYTES);
const SHA256 = digest.copy().digest("hex");
const TOKEN = "EAAtokenOfTheTests1234567890";

interface Seen {
  path: string;
  authorization: string | undefined;
}

/** The gateway and WhatsApp's media host on one local server. */
async function mediaAt(
  serve: (response: ServerResponse, request: IncomingMessage, count: number) => void,
  described: object = {},
  options: GatewayOptions = {},
) {
  const seen: Seen[] = [];
  let fetched = 0;
  const url = await rawServer((request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    seen.push({ path, authorization: request.headers.authorization });
    if (path === "/bytes") {
      fetched += 1;
      return serve(response, request, fetched);
    }
    json(response, 200, {
      id: "77",
      url: `http://${request.headers.host}/bytes?hash=abc`,
      mime_type: "image/jpeg",
      sha256: SHA256,
      file_size: String(BYTES.length),
      messaging_product: "whatsapp",
      ...described,
    });
  });
  const file = join(await folder(), "dill.jpg");
  return { media: gatewayAt(url, { accessToken: TOKEN, ...options }).media, file, seen };
}

function whole(response: ServerResponse) {
  return response.end(BYTES);
}

function left(file: string) {
  return readdir(dirname(file));
}

describe("get", () => {
  test.each([[String(BYTES.length)], [BYTES.length]])(
    "returns type and URL; a size of %j is a number",
    async (file_size) => {
      const { media } = await mediaAt(whole, { file_size });
      await expect(media.get(MEDIA)).resolves.toMatchObject({
        id: "77",
        mime_type: "image/jpeg",
        sha256: SHA256,
        file_size: BYTES.length,
      });
    },
  );

  test("sends the phone number id", async () => {
    const url = await rawServer((request, response) =>
      json(response, 200, { id: request.url, url: "u", mime_type: "m" }),
    );
    const { id } = await gatewayAt(url).media.get({ ...MEDIA, phoneNumberId: "106" });
    expect(id).toBe("/whatsapp-business/v23.0/77?phone_number_id=106");
  });
});

describe("a download", () => {
  test.each([
    ["hex", SHA256, true],
    ["hex in capitals", SHA256.toUpperCase(), true],
    ["base64", digest.copy().digest("base64"), true],
    ["base64 for URLs", digest.copy().digest("base64url"), true],
    ["something else", "<HASH>", false],
    ["nothing", undefined, false],
  ])("with a digest in %s", async (_, sha256, verified) => {
    const { media, file } = await mediaAt(whole, { sha256 });
    await expect(media.download({ ...MEDIA, file })).resolves.toEqual({
      file,
      mimeType: "image/jpeg",
      size: BYTES.length,
      sha256: SHA256,
      verified,
    });
    expect(BYTES.equals(await readFile(file))).toBe(true);
    expect(await left(file)).toEqual(["dill.jpg"]);
  });

  test("Maton's key goes to the gateway, WhatsApp's token to its media host, and neither to the other", async () => {
    const { media, file, seen } = await mediaAt(whole);
    const steps: unknown[] = [];
    await media.download({ ...MEDIA, file, onProgress: (progress) => steps.push(progress) });
    expect(seen).toEqual([
      { path: "/whatsapp-business/v23.0/77", authorization: "Bearer key-of-the-tests" },
      { path: "/bytes", authorization: `Bearer ${TOKEN}` },
    ]);
    expect(steps.at(-1)).toEqual({ done: BYTES.length, total: BYTES.length });
  });

  test("is retried after a broken connection", async () => {
    const { media, file } = await mediaAt((response, _, count) => {
      if (count > 1) return whole(response);
      response.writeHead(200, { "content-length": BYTES.length });
      response.write(BYTES.subarray(0, 1000), () => response.socket?.destroy());
    });
    await expect(media.download({ ...MEDIA, file })).resolves.toMatchObject({ size: BYTES.length });
    expect(await left(file)).toEqual(["dill.jpg"]);
  });

  test.each([
    ["other bytes", (response: ServerResponse) => response.end(Buffer.alloc(BYTES.length)), "MYCO_GATEWAY_RESPONSE"],
    ["too few bytes", (response: ServerResponse) => response.end("dill"), "MYCO_GATEWAY_RESPONSE"],
    ["a refused token", (response: ServerResponse) => response.writeHead(401).end(), "MYCO_ACCESS_TOKEN_REFUSED"],
    ["media that are gone", (response: ServerResponse) => response.writeHead(404).end(), "MYCO_GATEWAY_RESPONSE"],
    [
      "a redirect, which is not followed",
      (response: ServerResponse) => response.writeHead(302, { location: "/bytes2" }).end(),
      "MYCO_GATEWAY_RESPONSE",
    ],
  ])("%s: the existing file is unchanged, and no other is left", async (_, serve, code) => {
    const { media, file, seen } = await mediaAt(serve);
    await writeFile(file, "before");
    await expect(media.download({ ...MEDIA, file })).rejects.toMatchObject({ code });
    expect(await readFile(file, "utf8")).toBe("before");
    expect(await left(file)).toEqual(["dill.jpg"]);
    expect(seen.map(({ path }) => path)).not.toContain("/bytes2");
  });

  test("that is interrupted leaves no file", async () => {
    const abort = new AbortController();
    const { media, file } = await mediaAt((response) => {
      response.writeHead(200, { "content-length": BYTES.length });
      response.write(BYTES.subarray(0, 1000));
    });
    const download = media.download({ ...MEDIA, file, signal: abort.signal, onProgress: () => abort.abort() });
    await expect(download).rejects.toMatchObject({ code: "MYCO_INTERRUPTED" });
    expect(await left(file)).toEqual([]);
  });

  test("into a folder that does not exist", async () => {
    const { media, file, seen } = await mediaAt(whole);
    const download = media.download({ ...MEDIA, file: join(file, "x", "y.jpg") });
    await expect(download).rejects.toMatchObject({ code: "MYCO_MEDIA_UNWRITABLE" });
    expect(seen.filter(({ path }) => path === "/bytes")).toHaveLength(1);
  });
});

describe("WhatsApp's token", () => {
  test.each([
    ["missing", { accessToken: undefined }, "MYCO_ACCESS_TOKEN_MISSING"],
    ["empty", { accessToken: "" }, "MYCO_ACCESS_TOKEN_MISSING"],
    ["Maton's key by mistake", { accessToken: "key-of-the-tests" }, "MYCO_USAGE"],
    ["with a line break", { accessToken: `${TOKEN}\n` }, "MYCO_USAGE"],
  ])("%s: no request", async (_, options, code) => {
    const { media, file, seen } = await mediaAt(whole, {}, options);
    await expect(media.download({ ...MEDIA, file })).rejects.toMatchObject({ code });
    expect(seen).toEqual([]);
  });

  test.each([
    "https://evil.example/bytes",
    "https://lookaside.fbsbx.com.evil.example/bytes",
    "http://lookaside.fbsbx.com/bytes",
    "https://evilfbsbx.com/",
    "file:///etc/passwd",
    "nonsense",
  ])("is not sent to %s", async (url) => {
    const { media, file, seen } = await mediaAt(whole, { url });
    await expect(media.download({ ...MEDIA, file })).rejects.toMatchObject({ code: "MYCO_INSECURE_URL" });
    expect(seen).toHaveLength(1);
  });

  test("appears in no error", async () => {
    const { media, file } = await mediaAt((response) => response.writeHead(403).end());
    const error = await media.download({ ...MEDIA, file }).catch((failure: unknown) => failure);
    expect(JSON.stringify(error)).not.toContain(TOKEN);
    expect(String(error)).not.toContain("hash=abc");
  });
});

test("delete is safe to repeat", async () => {
  const url = await rawServer((request, response, count) =>
    count === 1 && request.method === "DELETE"
      ? json(response, 200, { success: true })
      : json(response, 404, { error: { code: 100, type: "GraphMethodException", message: "gone" } }),
  );
  const { media } = gatewayAt(url);
  await expect(media.delete(MEDIA)).resolves.toBe("deleted");
  await expect(media.delete(MEDIA)).resolves.toBe("absent");
});
