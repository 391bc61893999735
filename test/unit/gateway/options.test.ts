import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { MycobotError } from "../../../src/errors/index.ts";
import {
  createGateway,
  type GatewayOptions,
  gatewayOptions,
  plannedRequest,
  redact,
} from "../../../src/gateway/index.ts";
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

describe("apiKeyCommand", () => {
  /** A gateway whose key comes from `command`, on a server that accepts every key. */
  async function gatewayWith(command: string, options: GatewayOptions = {}) {
    const { url, received } = await localServer((response) => json(response, 200, { connections: [] }));
    return { gateway: gatewayAt(url, { apiKey: undefined, apiKeyCommand: command, ...options }), received };
  }

  /** A shell command that runs this JavaScript. */
  const node = (script: string) => `"${process.execPath}" -e "${script}"`;

  test("is run once, at the first request, and its output is the key", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mycobot-key-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const runs = join(folder, "runs");
    const { gateway, received } = await gatewayWith(`echo run >> "${runs}"; echo key-from-the-vault`);
    expect(existsSync(runs)).toBe(false);
    await Promise.all([gateway.connections.list(), gateway.connections.list()]);
    expect(received.map(({ headers }) => headers.authorization)).toEqual(Array(2).fill("Bearer key-from-the-vault"));
    expect(await readFile(runs, "utf8")).toBe("run\n");
    expect(redact("the key is key-from-the-vault")).toBe("the key is [redacted]");
  });

  test("is not run while a key is set, nor for a planned request", async () => {
    const command = node("process.exit(9)");
    const { gateway, received } = await gatewayWith(command, { apiKey: "key-of-the-environment" });
    await gateway.connections.list();
    expect(received[0]?.headers.authorization).toBe("Bearer key-of-the-environment");
    const planned = await plannedRequest((each) => each.connections.list(), { apiKeyCommand: command });
    expect(planned.headers.authorization).toBe("Bearer [redacted]");
  });

  test.each([
    [node("process.exit(9)"), "MYCO_KEY_COMMAND", "exited with code 9"],
    [
      node("console.error('vault is locked'); process.exit(1)"),
      "MYCO_KEY_COMMAND",
      "exited with code 1: vault is locked",
    ],
    [
      node("console.log('half-a-key'); console.error('half-a-key'); process.exit(1)"),
      "MYCO_KEY_COMMAND",
      "1: [redacted]",
    ],
    [node(""), "MYCO_KEY_COMMAND", "printed nothing to stdout"],
    [node("console.log('x'.repeat(1e6))"), "MYCO_KEY_COMMAND", "printed more than"],
    ["mycobot-test-no-such-command", "MYCO_KEY_COMMAND", "exited with code 127"],
    [
      node("console.log('two'); console.log('lines')"),
      "MYCO_KEY_MALFORMED",
      "The output of MATON_API_KEY_COMMAND contains a line break",
    ],
  ])("%s: %s, %s; no request is sent", async (command, code, message) => {
    const { gateway, received } = await gatewayWith(command);
    const error = await gateway.connections.list().catch((failure: MycobotError) => failure);
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(JSON.stringify(error)).not.toContain("half-a-key");
    expect(received).toHaveLength(0);
  });

  test("an interrupt ends the wait for it", async () => {
    const stop = new AbortController();
    const { gateway, received } = await gatewayWith(node("setInterval(() => {}, 1000)"), { signal: stop.signal });
    const call = gateway.connections.list().catch((failure: MycobotError) => failure);
    stop.abort();
    expect(await call).toMatchObject({ code: "MYCO_INTERRUPTED", ambiguous: false });
    expect(received).toHaveLength(0);
  });
});
