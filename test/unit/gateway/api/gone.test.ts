import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import type { Gateway } from "../../../../src/gateway/index.ts";
import { failureOf } from "../failure-of.ts";
import { gatewayAt, json, localServer, type Respond } from "../local-server.ts";

function page(response: ServerResponse, status: number) {
  response.writeHead(status, { "content-type": "text/html" });
  response.end("<h1>Not found</h1>");
}

/** Answers of servers in front of the gateway, which do not know the gateway's objects. */
const STRANGERS: [string, Respond][] = [
  ["an HTML page", (response) => page(response, 404)],
  ["nothing", (response) => response.writeHead(404).end()],
  ["JSON of a router", (response) => json(response, 404, { message: "no Route matched with those values" })],
  ["JSON of a framework", (response) => json(response, 404, { status: 404, error: "Not Found", path: "/" })],
  ["JSON with another code", (response) => json(response, 404, { message: "no", code: 5 })],
];

const CALLS: [string, (gateway: Gateway) => Promise<unknown>][] = [
  ["connections.get", ({ connections }) => connections.get({ connectionId: "c-1" })],
  ["connections.delete", ({ connections }) => connections.delete({ connectionId: "c-1" })],
  ["media.get", ({ media }) => media.get({ connection: "c-1", mediaId: "5" })],
  ["media.delete", ({ media }) => media.delete({ connection: "c-1", mediaId: "5" })],
  ["templates.get", ({ templates }) => templates.get({ connection: "c-1", templateId: "5" })],
  ["templates.delete", ({ templates }) => templates.delete({ connection: "c-1", wabaId: "7", name: "a", hsmId: "5" })],
];

describe.each(STRANGERS)("a 404 by %s", (_, respond) => {
  test.each(CALLS)("does not count as a deletion: %s", async (_name, call) => {
    const { url } = await localServer(respond);
    const error = await failureOf(call(gatewayAt(url)));
    expect(error).toMatchObject({ code: "MYCO_GATEWAY_RESPONSE", status: 404 });
    expect(error.whatsapp).toBeUndefined();
    expect(error.maton).toBeUndefined();
  });
});

test("Maton's own 404 means an unknown connection, for every call through it", async () => {
  const { url } = await localServer((response) => json(response, 404, { message: "Connection not found", code: 404 }));
  const gateway = gatewayAt(url);
  for (const [name, call] of CALLS.filter(([each]) => each !== "connections.delete")) {
    expect([name, (await failureOf(call(gateway))).code]).toEqual([name, "MYCO_CONNECTION_UNKNOWN"]);
  }
  await expect(gateway.connections.delete({ connectionId: "c-1" })).resolves.toBe("absent");
});

test("a web page in place of an answer does not confirm a deletion", async () => {
  const { url } = await localServer((response) => page(response, 200));
  const error = await failureOf(gatewayAt(url).connections.delete({ connectionId: "c-1" }));
  expect(error).toMatchObject({ code: "MYCO_GATEWAY_RESPONSE", ambiguous: true });
});
