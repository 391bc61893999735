import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GatewayError, redact, registerSecret } from "../../../src/gateway/index.ts";
import { failureOf } from "./failure-of.ts";
import { gatewayAt, json, localServer } from "./local-server.ts";

describe("redact", () => {
  test.each([
    ["Authorization: Bearer abc.def-123", "Authorization: Bearer [redacted]"],
    ["https://connect.maton.ai/?session_token=5e9abc&x=1", "https://connect.maton.ai/?session_token=[redacted]&x=1"],
    [
      "next=https%3A%2F%2Fh%2F%3Faccess_token%3DEAAB%26limit%3D2",
      "next=https%3A%2F%2Fh%2F%3Faccess_token%3D[redacted]%26limit%3D2",
    ],
    ['{"access_token":"abc","n":1}', '{"access_token":"[redacted]","n":1}'],
    ['{"session_token":"ab\\/cd\\u002bef","n":1}', '{"session_token":"[redacted]","n":1}'],
    ['"{\\"session_token\\":\\"ab\\\\/cd\\",\\"n\\":1}"', '"{\\"session_token\\":\\"[redacted]\\",\\"n\\":1}"'],
    [
      '{"url":"https:\\/\\/scontent.whatsapp.net\\/a.jpg?ccb=1-7\\u0026oh=01_Q5\\u0026oe\\u003d66FF"}',
      '{"url":"https:\\/\\/scontent.whatsapp.net\\/a.jpg?ccb=1-7\\u0026oh=[redacted]\\u0026oe\\u003d[redacted]"}',
    ],
    ["https:\\/\\/h\\/?session_token=5e\\/9abc&x", "https:\\/\\/h\\/?session_token=[redacted]&x"],
    ["https://h/?session_token\\u003d5e9abc\\u0026x", "https://h/?session_token\\u003d[redacted]\\u0026x"],
    [
      "https://scontent.whatsapp.net/v/a.jpg?ccb=1-7&oh=01_Q5&oe=66FF",
      "https://scontent.whatsapp.net/v/a.jpg?ccb=1-7&oh=[redacted]&oe=[redacted]",
    ],
    ["/upload:MTph==?sig=ARZqkG", "/upload:MTph==?sig=[redacted]"],
    ["token EAAGm0PX4ZCpsBAKZCZCwZDZD is", "token [redacted] is"],
    ["http://user:pass@proxy:3128", "http://[redacted]@proxy:3128"],
    ["Invalid OAuth access token - Cannot parse", "Invalid OAuth access token - Cannot parse"],
    ["does who=me, shoe=1 and sigh=2", "does who=me, shoe=1 and sigh=2"],
    ["red \u001b[31m \u202e\u200b\r", "red \\u001b[31m \\u202e\\u200b\\u000d"],
    ["two\nlines\tand a tab", "two\nlines\tand a tab"],
  ])("%s", (text, clean) => {
    expect(redact(text)).toBe(clean);
    expect(redact(clean)).toBe(clean);
  });

  test("removes registered secrets, also percent-encoded and in JSON", () => {
    const secret = 'a+b(c)*[d]$1/e"f\\g?h|i^j.k%2';
    registerSecret(secret);
    const twice = encodeURIComponent(encodeURIComponent(secret));
    const lower = encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
    for (const form of [secret, encodeURIComponent(secret), twice, lower, JSON.stringify(secret).slice(1, -1)]) {
      expect(redact(`<${form}>`)).toBe("<[redacted]>");
    }
  });

  test("removes a very long secret", () => {
    const secret = Array.from({ length: 1000 }, (_, at) => (7919 * (at + 1) ** 2).toString(36)).join("");
    registerSecret(secret);
    expect(redact(`a ${secret} b`)).toMatch(/^a (\[redacted\])+ b$/);
  });

  test("removes the longer of two overlapping secrets completely", () => {
    registerSecret("maton_key");
    registerSecret("maton_key_of_production");
    expect(redact("maton_key_of_production")).toBe("[redacted]");
  });

  test("removes a registered secret in any position", () => {
    const printable = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
      minLength: 8,
      maxLength: 40,
    });
    fc.assert(
      fc.property(printable, fc.string(), fc.string(), (secret, before, after) => {
        registerSecret(secret);
        expect(redact(before + secret + after)).not.toContain(secret);
        expect(decodeURIComponent(redact(encodeURIComponent(secret)))).not.toContain(secret);
      }),
      { numRuns: 100 },
    );
  });
});

const KEY = "sk.live+(a|b)*[c]$&\\d^e{2}/%41";

/** All printable parts of an error. */
function printed(error: GatewayError): string {
  return [
    error.describe(),
    error.stack,
    error.url,
    error.hint,
    JSON.stringify(error),
    String(error.cause),
    JSON.stringify(error.cause),
  ].join("\n");
}

test.each([
  ["as text", "text/plain", 200, KEY],
  ["in HTML", "text/html", 502, `<p>${KEY}</p>`],
  ["in half a JSON", "application/json", 200, `{"a":"${KEY}`],
  ["encoded", "text/plain", 200, `?key=${encodeURIComponent(KEY)}`],
  ["in Maton's error", "application/json", 401, JSON.stringify({ error: { message: `Bad key ${KEY}`, code: 401 } })],
  [
    "in WhatsApp's error",
    "application/json",
    400,
    JSON.stringify({ error: { message: KEY, code: 100, fbtrace_id: KEY, error_user_title: KEY, error_user_msg: KEY } }),
  ],
  ["where the excerpt is cut", "text/plain", 200, "x".repeat(110) + KEY],
])("a key that the server echoes %s does not appear in the error", async (_, type, status, body) => {
  const { url, received } = await localServer((response) => {
    response.writeHead(status, { "content-type": type, location: `https://${encodeURIComponent(KEY)}.example` });
    response.end(body);
  });
  const gateway = gatewayAt(url, { apiKey: KEY });
  const error = await failureOf(
    gateway.templates.create({ connection: "c", wabaId: "1", body: { name: "a", language: "en", category: "X" } }),
  );
  expect(received[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  const text = printed(error);
  for (const form of [KEY, encodeURIComponent(KEY), KEY.slice(0, 12)]) expect(text).not.toContain(form);
});

test("the fields of an error are redacted too", async () => {
  const { url } = await localServer((response) =>
    json(response, 400, {
      error: { message: "m", code: 100, fbtrace_id: KEY, error_user_title: KEY, error_user_msg: KEY },
    }),
  );
  const error = await failureOf(gatewayAt(url, { apiKey: KEY }).nodes.get({ connection: "c", id: "1" }));
  expect(JSON.stringify(error.whatsapp)).not.toContain("sk.live");
});
