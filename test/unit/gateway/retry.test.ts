import { describe, expect, test } from "vitest";
import type { Exchange } from "../../../src/gateway/index.ts";
import { RETRY_LIMITS, retryAfterMs, retryDelay, type Situation } from "../../../src/gateway/retry/retry-policy.ts";
import { failureOf } from "./failure-of.ts";
import { gatewayAt, json, localServer, type Respond } from "./local-server.ts";
import { hastyClock } from "./simulated-clock.ts";

const WABA = { connection: "c-1", wabaId: "7" };
const CREATE = { ...WABA, body: { name: "a", language: "en", category: "UTILITY" } };
const PAGE = { data: [] };
const CREATED = { id: "1", status: "PENDING", category: "UTILITY" };

/** Fails the first `times` requests with `fail`, then answers with `body`. */
function failing(times: number, fail: Respond, body: unknown): Respond {
  return (response, request, count) => (count <= times ? fail(response, request, count) : json(response, 200, body));
}

function status(code: number, headers = {}): Respond {
  return (response) => json(response, code, { error: { message: "no", code } }, headers);
}

function whatsapp(code: number, httpStatus = 400): Respond {
  return (response) =>
    json(response, httpStatus, { error: { message: "no", type: "OAuthException", code, fbtrace_id: "A" } });
}

const reset: Respond = (response) => response.socket?.resetAndDestroy();

describe("reads", () => {
  test.each([
    ["503", status(503)],
    ["a reset", reset],
    ["code 2", whatsapp(2)],
    ["code 131016", whatsapp(131016)],
    ["429", status(429)],
  ])("are retried after %s", async (_, fail) => {
    const { url, received } = await localServer(failing(3, fail, PAGE));
    await expect(gatewayAt(url).templates.listPage(WABA)).resolves.toMatchObject({ templates: [] });
    expect(received).toHaveLength(4);
  });

  test.each([
    ["503", status(503), 4],
    ["code 1", whatsapp(1), 2],
    ["400", status(400), 1],
    ["401", status(401), 1],
    ["403", status(403), 1],
    ["404", status(404), 1],
    ["code 100", whatsapp(100), 1],
  ])("fail after all retries: %s", async (_, fail, tries) => {
    const { url, received } = await localServer(failing(99, fail, PAGE));
    const error = await failureOf(gatewayAt(url).templates.listPage(WABA));
    expect(error.ambiguous).toBe(false);
    expect(received).toHaveLength(tries);
  });
});

describe("creates", () => {
  test.each([
    ["503", status(503)],
    ["a reset", reset],
    ["code 1", whatsapp(1, 500)],
    ["code 2", whatsapp(2)],
  ])("are never retried after %s, and are ambiguous", async (_, fail) => {
    const { url, received } = await localServer(failing(1, fail, CREATED));
    const error = await failureOf(gatewayAt(url).templates.create(CREATE));
    expect(error.ambiguous).toBe(true);
    expect(received).toHaveLength(1);
  });

  test.each([
    ["429", status(429)],
    ["WhatsApp's rate limit", whatsapp(4)],
  ])("are retried after %s: it was not executed", async (_, fail) => {
    const { url, received } = await localServer(failing(2, fail, CREATED));
    await expect(gatewayAt(url).templates.create(CREATE)).resolves.toEqual(CREATED);
    expect(received).toHaveLength(3);
  });
});

test("a profile update is retried, but 131000 is final", async () => {
  const call = { connection: "c-1", phoneNumberId: "9", profile: { about: "Hi" } };
  const flaky = await localServer(failing(1, status(503), { success: true }));
  await gatewayAt(flaky.url).businessProfile.update(call);
  expect(flaky.received).toHaveLength(2);
  const refusing = await localServer(whatsapp(131000, 500));
  await failureOf(gatewayAt(refusing.url).businessProfile.update(call));
  expect(refusing.received).toHaveLength(1);
});

test("a retry waits for Retry-After", async () => {
  const clock = hastyClock();
  const { url } = await localServer(failing(1, status(429, { "retry-after": "7" }), PAGE));
  await gatewayAt(url, { clock }).templates.listPage(WABA);
  expect(clock.now()).toBeGreaterThanOrEqual(7_000);
});

test("a long Retry-After is not waited for, but reported", async () => {
  const { url, received } = await localServer(status(429, { "retry-after": "3600" }));
  const error = await failureOf(gatewayAt(url).templates.listPage(WABA));
  expect(error).toMatchObject({ code: "MYCO_RATE_LIMITED", retryAfterMs: 3_600_000 });
  expect(received).toHaveLength(1);
});

test("an exhausted quota stops further calls of the connection before they are sent, and no others", async () => {
  const { url, received } = await localServer((response, request) =>
    request.path === "/connections" ? json(response, 200, { connections: [] }) : whatsapp(80008)(response, request, 1),
  );
  const gateway = gatewayAt(url);
  await failureOf(gateway.templates.listPage(WABA));
  const error = await failureOf(gateway.businessProfile.get({ connection: "c-1", phoneNumberId: "9" }));
  expect(error.code).toBe("MYCO_QUOTA_EXHAUSTED");
  expect(error.message).toBe(
    "GET …/whatsapp_business_profile was not sent: the account's quota of management calls is exhausted (#80008)",
  );
  expect(error.hint).toMatch(/^Wait until \d{4}-\d\d-\d\d \d\d:\d\d UTC: each further call prolongs the block\.$/);
  expect(error.retryAfterMs).toBe(3_600_000);
  expect(received).toHaveLength(1);
  await expect(gateway.connections.list()).resolves.toEqual([]);
});

test("every try is traced, without secrets", async () => {
  const seen: Exchange[] = [];
  const { url } = await localServer(failing(1, status(503), PAGE));
  await gatewayAt(url, { onExchange: (exchange) => seen.push(exchange) }).templates.listPage({
    ...WABA,
    after: "key-of-the-tests",
  });
  expect(seen.map(({ method, status, attempt }) => ({ method, status, attempt }))).toEqual([
    { method: "GET", status: 503, attempt: 1 },
    { method: "GET", status: 200, attempt: 2 },
  ]);
  expect(seen[0]?.failure).toContain("answered 503");
  expect(seen[0]?.url).toContain("after=[redacted]");
});

describe("the delay before a retry", () => {
  const situation: Situation = { kind: "transient", attempt: 1, idempotent: true, elapsedMs: 0, waitMs: 0 };
  const delay = (changes: Partial<Situation>, random = 0.999) =>
    Math.round(retryDelay({ ...situation, ...changes }, RETRY_LIMITS, () => random) ?? -1);

  test("doubles, with full jitter", () => {
    expect([1, 2, 3].map((attempt) => delay({ attempt }))).toEqual([500, 999, 1998]);
    expect(delay({ attempt: 3 }, 0)).toBe(0);
  });

  test("is never shorter than the server asks for", () => {
    expect(delay({ kind: "limit", waitMs: 3000 }, 0)).toBe(3000);
  });

  test("is undefined beyond the limits", () => {
    expect(delay({ kind: "limit", elapsedMs: 119_800 })).toBe(-1);
    expect(delay({ attempt: 4 })).toBe(-1);
    expect(delay({ idempotent: false })).toBe(-1);
    expect(delay({ kind: "unreachable", idempotent: false })).toBeGreaterThan(0);
  });
});

test("Retry-After is seconds or a date", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  expect(retryAfterMs("3", now)).toBe(3000);
  expect(retryAfterMs("Sun, 22 Nov 2026 10:00:05 GMT", now)).toBe(5000);
  expect(retryAfterMs("Sun, 22 Nov 2026 09:00:00 GMT", now)).toBe(0);
  expect(retryAfterMs("99999999", now)).toBe(86_400_000);
  for (const nothing of [undefined, "", "soon", "-3"]) expect(retryAfterMs(nothing, now)).toBeUndefined();
});
