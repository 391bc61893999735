import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { gatewayAt, json, localServer } from "../local-server.ts";

const WABA = { connection: "c-1", wabaId: "7" };
const BODY = { name: "order_shipped", language: "en", category: "UTILITY" };

async function createAnswered(status: number, body: unknown, headers: Record<string, string> = {}) {
  const { url } = await localServer((response) => json(response, status, body, headers));
  return failureOf(gatewayAt(url).templates.create({ ...WABA, body: BODY }));
}

describe("WhatsApp's errors", () => {
  test("have code, subcode, text, trace and advice", async () => {
    const error = await createAnswered(400, {
      error: {
        message: "Invalid parameter",
        type: "OAuthException",
        code: 100,
        error_subcode: 2388299,
        error_user_title: "Leading or trailing params not allowed",
        error_user_msg: "Variables can't be at the start or end of the template.",
        fbtrace_id: "AbCdEf",
      },
    });
    expect(error.code).toBe("MYCO_WHATSAPP_ERROR");
    expect(error.message).toBe(
      "POST …/message_templates answered 400: (#100/2388299) Leading or trailing params not allowed: " +
        "Variables can't be at the start or end of the template. (fbtrace_id AbCdEf)",
    );
    expect(error.hint).toContain("Put a word before the first");
    expect(error.status).toBe(400);
    expect(error.ambiguous).toBe(false);
    expect(error.maton).toBeUndefined();
    expect(error.whatsapp).toEqual({
      code: 100,
      subcode: 2388299,
      title: "Leading or trailing params not allowed",
      details: "Variables can't be at the start or end of the template.",
      fbtraceId: "AbCdEf",
    });
  });

  test("contain the number once, and the message if there is no title", async () => {
    const message = "(#192) Param components[1]['buttons'][0]['phone_number'] is not a valid phone number.";
    const error = await createAnswered(400, { error: { message, type: "OAuthException", code: 192, fbtrace_id: "A" } });
    expect(error.message).toBe(`POST …/message_templates answered 400: ${message} (fbtrace_id A)`);
  });

  test("an expired grant is not a rejected key, although both are 401", async () => {
    const error = await createAnswered(401, {
      error: { message: "Session has expired", type: "OAuthException", code: 190, error_subcode: 463, fbtrace_id: "A" },
    });
    expect(error.code).toBe("MYCO_WHATSAPP_ERROR");
    expect(error.hint).toContain("Create a new connection");
  });

  test("line breaks, escape sequences and direction overrides of remote text become visible", async () => {
    const error = await createAnswered(400, {
      error: { message: "x", code: 100, type: "OAuthException", error_user_msg: "a\nb\u001b[31mred\u202eevil" },
    });
    expect(error.message).toContain("x: a b\\u001b[31mred\\u202eevil");
  });

  test("an exhausted management quota has the time of its recovery", async () => {
    const usage = { "7": [{ type: "whatsapp", estimated_time_to_regain_access: 12 }] };
    const body = {
      error: { message: "(#80008) Too many calls", type: "OAuthException", code: 80008, fbtrace_id: "A" },
    };
    const error = await createAnswered(400, body, { "x-business-use-case-usage": JSON.stringify(usage) });
    expect(error).toMatchObject({ code: "MYCO_QUOTA_EXHAUSTED", retryAfterMs: 12 * 60_000, ambiguous: false });
    expect(await createAnswered(400, body, { "retry-after": "90" })).toMatchObject({ retryAfterMs: 90_000 });
    expect(await createAnswered(400, body)).toMatchObject({ retryAfterMs: 3_600_000 });
  });
});

describe("Maton's errors", () => {
  test.each([
    { status: 401, message: "Invalid API key", code: "MYCO_KEY_REFUSED", hint: /maton\.ai\/settings/ },
    { status: 404, message: "Connection `c-1` not found", code: "MYCO_CONNECTION_UNKNOWN", hint: /connections list/ },
    { status: 400, message: "Missing connection", code: "MYCO_CONNECTION_NOT_ACTIVE", hint: /connections create/ },
    { status: 400, message: "Invalid app name", code: "MYCO_GATEWAY_ERROR", hint: /app name/ },
    { status: 403, message: "Forbidden", code: "MYCO_GATEWAY_ERROR", hint: /account/ },
    { status: 429, message: "Slow down", code: "MYCO_RATE_LIMITED", hint: /MYCOBOT_RATE/ },
    { status: 500, message: "Internal error", code: "MYCO_GATEWAY_ERROR", hint: /grant has expired/ },
  ])("$status $message", async ({ status, message, code, hint }) => {
    for (const body of [
      { error: { message, type: "…", code: status } },
      { message, type: "…", code: status, trace_id: "t-9" },
    ]) {
      const error = await createAnswered(status, body);
      expect(error.code).toBe(code);
      expect(error.hint).toMatch(hint);
      expect(error.message).toContain(`POST …/message_templates answered ${status}: ${message}`);
      expect(error.whatsapp).toBeUndefined();
      expect(error.maton).toEqual("trace_id" in body ? { traceId: "t-9" } : {});
    }
  });

  test("of the control plane concern no grant and no connection", async () => {
    for (const [status, hint] of [
      [404, /MATON_CONTROL_URL/],
      [500, /Try again later/],
    ] as const) {
      const { url } = await localServer((response) =>
        json(response, status, { error: { message: "no", code: status } }),
      );
      const error = await failureOf(gatewayAt(url).connections.list());
      expect(error).toMatchObject({ code: "MYCO_GATEWAY_ERROR", hint: expect.stringMatching(hint) });
    }
  });

  test("a 401 without a readable error is a rejected key", async () => {
    const { url } = await localServer((response) => {
      response.writeHead(401, { "content-type": "text/plain" });
      response.end("unauthorized");
    });
    expect((await failureOf(gatewayAt(url).connections.list())).code).toBe("MYCO_KEY_REFUSED");
  });
});
