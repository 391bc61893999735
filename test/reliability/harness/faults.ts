import { once } from "node:events";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Answer, Exchange, Fault } from "./fault-proxy.ts";

const JSON_TYPE = { "content-type": "application/json" };
const HTML = { "content-type": "text/html" };

function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { ...JSON_TYPE, ...headers },
    body: Buffer.from(JSON.stringify(body)),
  };
}

function graph(status: number, code: number, message: string, more: Record<string, unknown> = {}): Answer {
  return json(status, { error: { message, type: "OAuthException", code, fbtrace_id: "AbCdEfGh123", ...more } });
}

function text(status: number, body: string, headers: Record<string, string> = JSON_TYPE): Answer {
  return {
    status,
    headers,
    body: Buffer.from(body),
  };
}

/** Answers without forwarding the request to the gateway. */
function instead(answer: Answer): Fault {
  return (exchange) => exchange.answer(answer);
}

/** Lets the gateway carry out the request, and gives the client another response. */
function afterwards(answer: Answer): Fault {
  return async (exchange) => {
    await exchange.forward();
    exchange.answer(answer);
  };
}

/** Lets the gateway carry out the request, and alters its response. */
function altered(work: (exchange: Exchange, answer: Answer) => Promise<void> | void): Fault {
  return async (exchange) => work(exchange, await exchange.forward());
}

/** Like `altered`, but writes to the socket. */
function rawly(work: (socket: Socket, answer: Answer) => void): Fault {
  return altered(({ response }, answer) => {
    // A response that has not ended has a socket.
    work(response.socket as Socket, answer);
  });
}

function untilClosed(exchange: Exchange): Promise<unknown> {
  return once(exchange.response, "close");
}

/** The headers of the response without its length. */
function withoutLength({ headers }: Answer) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(content-length|transfer-encoding)$/.test(name)),
  );
}

const MEGABYTE = Buffer.alloc(1 << 20, " ");

/** Sends 50 MB as fast as the client reads. */
async function flood({ response }: Exchange): Promise<void> {
  response.writeHead(200, JSON_TYPE);
  const pieces = Array.from({ length: 50 }, () => MEGABYTE);
  // The client closes the connection before the transfer is complete.
  await pipeline(Readable.from(pieces), response).catch(() => {});
}

/** 200 MB of spaces: a gzip stream may contain any number of members. */
const BOMB = Buffer.concat(Array.from({ length: 200 }, () => gzipSync(MEGABYTE)));

/** Sends one byte at a time, slower than any deadline. */
async function drip({ response }: Exchange, answer: Answer): Promise<void> {
  response.writeHead(answer.status, JSON_TYPE);
  for (const byte of answer.body) {
    if (response.destroyed) return;
    response.write(Buffer.from([byte]));
    await pause(400);
  }
  response.end();
}

function withoutIds(answer: Answer): Answer {
  // A response of the emulator is a JSON object.
  const body = JSON.parse(answer.body.toString("utf8")) as Record<string, unknown>;
  return json(answer.status, { ...body, id: undefined, connection_id: undefined });
}

function maton(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return json(status, { error: { message, type: "Error", code: status } }, headers);
}

/** The faults of one request. `foreign` is the target of redirects, which must never receive a request. */
export function faultTable(foreign: string): Record<string, Fault> {
  return {
    "dropped before arrival": ({ response }) => void response.destroy(),
    "dropped after it took effect": altered(({ response }) => void response.destroy()),
    "500 before": instead(maton(500, "Internal Server Error")),
    "500 after": afterwards(maton(500, "Internal Server Error")),
    "502 as HTML": afterwards(text(502, "<html>Bad gateway</html>", HTML)),
    "504, empty": afterwards(text(504, "")),
    "200 as HTML": afterwards(text(200, "<html>ok</html>", HTML)),
    "200, empty": afterwards(text(200, "")),
    "200 {}": afterwards(json(200, {})),
    "200 success: false": afterwards(json(200, { success: false })),
    "200 null": afterwards(json(200, null)),
    "200 []": afterwards(json(200, [])),
    "204": afterwards(text(204, "")),
    "202 queued": afterwards(json(202, { queued: true })),
    "truncated body": altered((exchange, answer) =>
      exchange.answer({
        status: answer.status,
        headers: withoutLength(answer),
        body: answer.body.subarray(0, Math.floor(answer.body.length / 2)),
      }),
    ),
    "dropped within the body": altered(({ response }, answer) => {
      response.writeHead(answer.status, { ...withoutLength(answer), "content-length": answer.body.length });
      response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => response.destroy());
    }),
    "429": instead(maton(429, "Too Many Requests")),
    "429 with Retry-After": instead(maton(429, "Too Many Requests", { "retry-after": "1" })),
    "429 after": afterwards(maton(429, "Too Many Requests", { "retry-after": "0" })),
    "408 after": afterwards(text(408, "")),
    "403 after": afterwards(maton(403, "Forbidden")),
    "404 after": afterwards(maton(404, "Not found")),
    "404 as HTML": afterwards(text(404, "<html>404</html>", HTML)),
    "499 after": afterwards(text(499, "")),
    "code 1 after": afterwards(graph(400, 1, "An unknown error occurred")),
    "code 2 after": afterwards(graph(500, 2, "Service temporarily unavailable", { is_transient: true })),
    "100/33 after": afterwards(graph(400, 100, "Unsupported request", { error_subcode: 33 })),
    "131000 after": afterwards(graph(400, 131000, "Something went wrong")),
    "302": afterwards(text(302, "", { location: `${foreign}/elsewhere` })),
    "307": instead(text(307, "", { location: `${foreign}/elsewhere` })),
    "text/plain": altered((exchange, { status, body }) =>
      exchange.answer({ status, headers: { "content-type": "text/plain" }, body }),
    ),
    gzip: altered((exchange, { status, body }) =>
      exchange.answer({ status, headers: { ...JSON_TYPE, "content-encoding": "gzip" }, body: gzipSync(body) }),
    ),
    "gzip bomb": afterwards({ status: 200, headers: { ...JSON_TYPE, "content-encoding": "gzip" }, body: BOMB }),
    "50 MB": altered(flood),
    "invalid chunk": rawly((socket) =>
      socket.end("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n{}\r\n"),
    ),
    "not HTTP": rawly((socket) => socket.end("SSH-2.0-x\r\n")),
    "40 kB of headers": rawly((socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${"a".repeat(40_000)}\r\n\r\n{}`)),
    "two content-length headers": rawly((socket) =>
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 5\r\n\r\n{}"),
    ),
    "103 before the response": rawly((socket, { status, body }) => {
      socket.write("HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n");
      socket.write(`HTTP/1.1 ${status} X\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`);
      socket.write(body);
    }),
    "no headers before the deadline": async (exchange) => {
      await exchange.forward();
      await untilClosed(exchange);
    },
    "one byte at a time": altered(drip),
    "without an id": altered((exchange, answer) => exchange.answer(withoutIds(answer))),
  };
}

/** Responses that report a request as not carried out although it was. */
export const FALSE_RESPONSES: ReadonlySet<string> = new Set([
  "429 after",
  "403 after",
  "404 after",
  "404 as HTML",
  "499 after",
  "100/33 after",
  "131000 after",
]);
