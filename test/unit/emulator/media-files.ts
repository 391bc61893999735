import type { Answer, Gateway } from "./gateway-client.ts";
import { KEY, PHONE } from "./gateway-client.ts";

const KB = 1024;
export const MB = 1024 * KB;

function bytes(head: string, size: number): Buffer {
  const file = Buffer.alloc(Math.max(size, head.length));
  file.write(head, "latin1");
  return file;
}

/** The beginning of a file of every type, and as many zeros as the size needs. */
export const FILES = {
  jpeg: (size = 64) => bytes("\xff\xd8\xff\xe0", size),
  png: (size = 64) => bytes("\x89PNG\r\n\x1a\n", size),
  webp: (size = 64) => bytes("RIFF\0\0\0\0WEBPVP8 ", size),
  animatedWebp: (size = 64) => bytes("RIFF\0\0\0\0WEBPVP8X\n\0\0\0\x02", size),
  gif: (size = 64) => bytes("GIF89a", size),
  mp4: (size = 64) => bytes("\0\0\0\x18ftypisom", size),
  threeGp: (size = 64) => bytes("\0\0\0\x18ftyp3gp4", size),
  m4a: (size = 64) => bytes("\0\0\0\x18ftypM4A ", size),
  ogg: (size = 64) => bytes("OggS\0\x02", size),
  mp3: (size = 64) => bytes("ID3\x04", size),
  aac: (size = 64) => bytes("\xff\xf1", size),
  amr: (size = 64) => bytes("#!AMR\n", size),
  pdf: (size = 64) => bytes("%PDF-1.7\n", size),
  zip: (size = 64) => bytes("PK\x03\x04", size),
  ole: (size = 64) => bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", size),
  text: (size = 64) => Buffer.alloc(size, "a"),
};

export interface UploadOptions {
  phone?: string;
  name?: string;
  fields?: Record<string, string>;
}

/** `POST /{phone}/media` with one file. */
export async function upload(
  gateway: Gateway,
  file: Buffer,
  type: string,
  { phone = PHONE, name = "a.bin", fields = { messaging_product: "whatsapp" } }: UploadOptions = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set("file", new Blob([Uint8Array.from(file)], { type }), name);
  return post(gateway, form, phone);
}

export async function post(gateway: Gateway, body: FormData | string, phone = PHONE): Promise<Answer> {
  const response = await fetch(`${gateway.emulator.url}/whatsapp-business/v21.0/${phone}/media`, {
    method: "POST",
    headers: { authorization: `Bearer ${KEY}` },
    body,
  });
  return { status: response.status, json: JSON.parse(await response.text()), headers: response.headers };
}
