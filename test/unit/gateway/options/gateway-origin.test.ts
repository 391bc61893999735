import { expect, test } from "vitest";
import { gatewayOptions, gatewayOrigin, sameGateway } from "../../../../src/gateway/index.ts";

test.each([
  [{}, "https://gateway.maton.ai"],
  [{ MATON_API_URL: "https://API.maton.ai:443/" }, "https://api.maton.ai"],
  [{ MATON_API_URL: "https://a.example", MATON_GATEWAY_URL: "https://b.example/below/" }, "https://b.example"],
  [{ MATON_CONTROL_URL: "https://c.example" }, "https://gateway.maton.ai"],
  [{ MATON_API_URL: "http://127.0.0.1:4010" }, "http://127.0.0.1:4010"],
])("the origin of %j", (env, origin) => {
  expect(gatewayOrigin(gatewayOptions(env))).toBe(origin);
});

test("an invalid URL has no origin", () => {
  expect(() => gatewayOrigin({ gatewayUrl: "gateway.maton.ai" })).toThrow("is not an http(s) URL");
  expect(() => gatewayOrigin({ gatewayUrl: "http://gateway.maton.ai" })).toThrow("plain http");
});

test.each([
  ["https://gateway.maton.ai", "https://api.maton.ai", true],
  ["https://ctrl.maton.ai", "https://api.maton.ai", true],
  ["https://gateway.maton.ai", "https://gateway.maton.ai:8443", false],
  ["https://gateway.maton.ai", "http://gateway.maton.ai", false],
  ["https://gateway.maton.ai", "https://mcp.maton.ai", false],
  ["https://gateway.maton.ai", "https://gateway.maton.ai.evil.example", false],
  ["http://127.0.0.1:4010", "http://localhost:5020", true],
  ["http://[::1]:1", "https://127.3.2.1", true],
  ["http://127.0.0.1:4010", "https://gateway.maton.ai", false],
  ["http://127.0.0.1:4010", "https://127.0.0.1.example", false],
  ["https://proxy.example", "https://PROXY.example:443", true],
  ["https://proxy.example", "https://proxy.example:8443", false],
  ["https://proxy.example", "https://other.example", false],
  ["", "", true],
  ["", "https://gateway.maton.ai", false],
])("%s and %s are the same gateway: %s", (first, second, same) => {
  expect(sameGateway(first, second)).toBe(same);
  expect(sameGateway(second, first)).toBe(same);
});
