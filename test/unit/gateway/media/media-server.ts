import { mkdtemp, readdir, readlink, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { listening } from "../local-server.ts";

/** An image of one pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

/** A folder for the duration of one test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "mycobot-media-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

export async function fileWith(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(await folder(), name);
  await writeFile(path, content);
  return path;
}

/** A server that receives requests unread. */
export function rawServer(
  handle: (request: IncomingMessage, response: ServerResponse, count: number) => void,
): Promise<string> {
  let count = 0;
  return listening(
    createServer((request, response) => {
      count += 1;
      handle(request, response, count);
    }),
  );
}

/** The form of a multipart request, parsed by Node. */
export async function formOf(request: IncomingMessage): Promise<FormData> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const type = request.headers["content-type"] ?? "";
  return new Response(Buffer.concat(chunks), { headers: { "content-type": type } }).formData();
}

/** Whether this process has the file open. Linux only. */
export async function isOpen(path: string): Promise<boolean> {
  const targets = await Promise.all(
    (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")),
  );
  return targets.includes(path);
}
