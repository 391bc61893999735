import { createServer } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { failureOf } from "./failure-of.ts";
import { deserted, gatewayAt, json, listening, localServer } from "./local-server.ts";

/** A proxy that opens every tunnel to `target`, or answers `refusal`. Records the requested hosts. */
async function tunnelProxy({ target, refusal }: { target?: string; refusal?: number }) {
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    if (target === undefined) return void socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
    const { hostname, port } = new URL(target);
    const upstream = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [upstream, socket]) end.on("error", () => upstream.destroy());
  });
  return { url: await listening(proxy), asked };
}

describe("a proxy", () => {
  test("is used", async () => {
    const { url: target, received } = await localServer((response) => json(response, 200, { connections: [] }));
    const proxy = await tunnelProxy({ target });
    const gateway = gatewayAt("http://gateway.localhost:4321", { proxy: { http: proxy.url } });
    await expect(gateway.connections.list()).resolves.toEqual([]);
    expect(proxy.asked).toEqual(["gateway.localhost:4321"]);
    expect(received).toHaveLength(1);
  });

  test("is used for https if set for https", async () => {
    const proxy = await tunnelProxy({ refusal: 403 });
    const gateway = gatewayAt("https://gateway.maton.ai", { proxy: { https: proxy.url } });
    const error = await failureOf(gateway.connections.list());
    expect(proxy.asked).toEqual(["gateway.maton.ai:443"]);
    expect(error).toMatchObject({ code: "MYCO_GATEWAY_UNREACHABLE", ambiguous: false });
    expect(error.message).toContain("was not sent: the proxy answered 403");
    expect(error.hint).toContain("HTTPS_PROXY");
  });

  test("is bypassed for the hosts in NO_PROXY", async () => {
    const { url } = await localServer((response) => json(response, 200, { connections: [] }));
    const proxy = await tunnelProxy({ refusal: 500 });
    const gateway = gatewayAt(url, { proxy: { http: proxy.url, https: proxy.url, bypass: "a.example,127.0.0.1" } });
    await expect(gateway.connections.list()).resolves.toEqual([]);
    expect(proxy.asked).toEqual([]);
  });

  test("that is unreachable is named, without its password", async () => {
    const https = (await deserted()).replace("//", "//user:proxypassword@");
    const gateway = gatewayAt("https://gateway.maton.ai", { proxy: { https } });
    const error = await failureOf(gateway.connections.list());
    expect(error.code).toBe("MYCO_GATEWAY_UNREACHABLE");
    expect(error.describe() + error.stack).not.toContain("proxypassword");
  });
});
