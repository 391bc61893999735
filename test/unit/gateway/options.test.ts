import { describe, expect, test } from "vitest";
import type { MycobotError } from "../../../src/errors/index.ts";
import { createGateway, type GatewayOptions, gatewayOptions } from "../../../src/gateway/index.ts";
import { gatewayAt, json, localServer } from "./local-server.ts";

function refusalOf(options: GatewayOptions): Pick<MycobotError, "code" | "message"> | undefined {
  try {
    createGateway(options);
    return undefined;
  } catch (error) {
    // createGateway throws only MycobotErrors.
    return error as MycobotError;
  }
}

describe("gatewayOptions", () => {
  test("one origin for both planes; a plane's own takes precedence", () => {
    expect(gatewayOptions({ MATON_API_URL: "https://a.example" })).toMatchObject({
      gatewayUrl: "https://a.example",
      controlUrl: "https://a.example",
    });
    expect(
      gatewayOptions({ MATON_API_URL: "https://a.example", MATON_CONTROL_URL: "https://b.example" }),
    ).toMatchObject({
      gatewayUrl: "https://a.example",
      controlUrl: "https://b.example",
    });
  });

  test("an empty variable counts as unset", () => {
    const env = { MATON_API_KEY: "", MATON_API_URL: "", MYCOBOT_RATE: "", WHATSAPP_API_VERSION: "", HTTPS_PROXY: "" };
    expect(gatewayOptions(env)).toEqual(gatewayOptions({}));
  });

  test("loopback addresses never go through a proxy", () => {
    const env = { HTTPS_PROXY: "http://p:1", HTTP_PROXY: "http://q:2", NO_PROXY: "intern.example" };
    expect(gatewayOptions(env).proxy).toEqual({
      http: "http://q:2",
      https: "http://p:1",
      bypass: "intern.example,localhost,127.0.0.1,[::1]",
    });
    expect(gatewayOptions({ NO_PROXY: "*" }).proxy?.bypass).toBe("*");
  });
});

describe("createGateway", () => {
  test.each([
    [{ gatewayUrl: "http://gateway.maton.ai" }, "MYCO_INSECURE_URL"],
    [{ controlUrl: "http://10.0.0.1:8080" }, "MYCO_INSECURE_URL"],
    [{ gatewayUrl: "http://127.0.0.1.evil.example" }, "MYCO_INSECURE_URL"],
    [{ gatewayUrl: "http://localhost.evil.example" }, "MYCO_INSECURE_URL"],
    [{ gatewayUrl: "gateway.maton.ai" }, "MYCO_USAGE"],
    [{ gatewayUrl: "ftp://gateway.maton.ai" }, "MYCO_USAGE"],
    [{ gatewayUrl: "https://u:secret@gateway.maton.ai" }, "MYCO_USAGE"],
    [{ gatewayUrl: "https://gateway.maton.ai/?a=1" }, "MYCO_USAGE"],
    [{ apiVersion: "21.0" }, "MYCO_USAGE"],
    [{ apiVersion: "v23.0/../.." }, "MYCO_USAGE"],
    [{ rate: 0 }, "MYCO_USAGE"],
    [{ rate: Number("ten") }, "MYCO_USAGE"],
    [{ rate: 2.5 }, "MYCO_USAGE"],
  ] satisfies [GatewayOptions, string][])("rejects %j", (options, code) => {
    const refusal = refusalOf(options);
    expect(refusal?.code).toBe(code);
    expect(refusal?.message).not.toContain("secret");
  });

  test.each([
    "http://127.0.0.1:1",
    "http://localhost:1",
    "http://[::1]:1",
    "https://a.example/",
    "https://a.example/maton/",
  ])("accepts %s", (gatewayUrl) => expect(refusalOf({ gatewayUrl })).toBeUndefined());

  test.each([
    [undefined, "MYCO_KEY_MISSING", "MATON_API_KEY is not set"],
    ["", "MYCO_KEY_MISSING", "MATON_API_KEY is not set"],
    ["abcd\n", "MYCO_KEY_MALFORMED", "a line break at position 5 of 5"],
    [" abcd", "MYCO_KEY_MALFORMED", "a space at position 1 of 5"],
    ["ab cd", "MYCO_KEY_MALFORMED", "a space at position 3 of 5"],
    ["ab\tcd", "MYCO_KEY_MALFORMED", "a tab at position 3 of 5"],
    ["ab\u0007cd", "MYCO_KEY_MALFORMED", "a control character at position 3 of 5"],
    ["abécd", "MYCO_KEY_MALFORMED", "a non-ASCII character at position 3 of 5"],
    ["ab\u{1f511}", "MYCO_KEY_MALFORMED", "a non-ASCII character at position 3 of 4"],
  ])("the key %j: %s, but only when a request is sent", async (apiKey, code, message) => {
    const { url, received } = await localServer((response) => json(response, 200, { connections: [] }));
    const gateway = gatewayAt(url, { apiKey });
    const error = await gateway.connections.list().catch((failure: MycobotError) => failure);
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(JSON.stringify(error)).not.toContain("abcd");
    expect(received).toHaveLength(0);
  });
});
