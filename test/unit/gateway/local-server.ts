import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { createGateway, type Gateway, type GatewayOptions } from "../../../src/gateway/index.ts";
import { hastyClock } from "./simulated-clock.ts";

export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
}

export type Respond = (response: ServerResponse, request: Received, count: number) => void;

/** A real server on a free port, for the duration of one test. `respond` receives each complete request; `count` starts at 1. */
export async function localServer(respond: Respond): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const url = await listening(
    createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://local");
      const entry = {
        method: request.method ?? "",
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      received.push(entry);
      respond(response, entry, received.length);
    }),
  );
  return { url, received };
}

export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** A server that answers each request with raw bytes, complete HTTP or not. */
export async function rawTcpServer(answer: (socket: Socket) => void): Promise<{ url: string; requests: () => number }> {
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket
      .on("error", () => {})
      .once("data", () => {
        requests += 1;
        answer(socket);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests: () => requests };
}

/** A gateway on `url` whose waits end at once. */
export function gatewayAt(url: string, options: GatewayOptions = {}): Gateway {
  const gateway = createGateway({
    apiKey: "key-of-the-tests",
    gatewayUrl: url,
    controlUrl: url,
    clock: hastyClock(),
    random: () => 0.5,
    ...options,
  });
  onTestFinished(() => gateway.close());
  return gateway;
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** The address of a server that has been closed. */
export async function deserted(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has no address of another kind
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
