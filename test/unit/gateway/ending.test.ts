import { getEventListeners } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import type { Clock } from "../../../src/gateway/index.ts";
import { failureOf } from "./failure-of.ts";
import { gatewayAt, json, localServer } from "./local-server.ts";
import { SimulatedClock } from "./simulated-clock.ts";

const WABA = { connection: "c-1", wabaId: "7" };
const CREATE = { ...WABA, body: { name: "a", language: "en", category: "UTILITY" } };
const PROFILE = { connection: "c-1", phoneNumberId: "9", profile: { about: "Hi" } };
const busy = { error: { message: "no", code: 503 } };

/** Time does not pass; `waiting` resolves as soon as anything waits for at least `ms`. */
function stillClock(ms: number): { clock: Clock; simulated: SimulatedClock; waiting: Promise<void> } {
  const simulated = new SimulatedClock();
  let seen = () => {};
  const waiting = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const clock: Clock = {
    now: () => simulated.now(),
    after: (wait, callback) => {
      if (wait >= ms) seen();
      return simulated.after(wait, callback);
    },
  };
  return { clock, simulated, waiting };
}

/** A server that never answers; `arrived` resolves at the first request. */
async function silentServer() {
  let seen = () => {};
  const arrived = new Promise<void>((resolve) => {
    seen = resolve;
  });
  return { ...(await localServer(() => seen())), arrived };
}

test("the gateway's signal ends a call in progress and a waiting one; nothing is sent after it", async () => {
  const ending = new AbortController();
  const { clock, simulated } = stillClock(0);
  const { url, received, arrived } = await silentServer();
  const gateway = gatewayAt(url, { clock, rate: 1, signal: ending.signal });
  const onItsWay = failureOf(gateway.templates.create(CREATE));
  await arrived;
  const queued = failureOf(gateway.businessProfile.update(PROFILE));
  ending.abort(new Error("the engine is gone"));
  expect(await onItsWay).toMatchObject({ code: "MYCO_INTERRUPTED", ambiguous: true, cause: ending.signal.reason });
  expect(await queued).toMatchObject({ code: "MYCO_INTERRUPTED", ambiguous: false });
  expect(await failureOf(gateway.templates.create(CREATE))).toMatchObject({
    code: "MYCO_INTERRUPTED",
    ambiguous: false,
  });
  await simulated.run();
  expect(received).toHaveLength(1);
});

test.each([
  ["a refusal for its rate, which was not executed", 429, false],
  ["an outage, which may have been", 503, true],
])("the gateway's signal ends a wait of 20 s after %s", async (_, status, ambiguous) => {
  const ending = new AbortController();
  const { clock, simulated, waiting } = stillClock(20_000);
  const { url, received } = await localServer((response) => json(response, status, busy, { "retry-after": "20" }));
  const call = failureOf(gatewayAt(url, { clock, signal: ending.signal }).businessProfile.update(PROFILE));
  await waiting;
  ending.abort();
  expect(await call).toMatchObject({ code: "MYCO_INTERRUPTED", ambiguous });
  await simulated.run();
  expect(received).toHaveLength(1);
});

test("the gateway's signal ends an upload without a retry, and the wait for a connection", async () => {
  const ending = new AbortController();
  const { url, received, arrived } = await silentServer();
  const gateway = gatewayAt(url, { signal: ending.signal });
  const upload = { connection: "c-1", fileName: "a.png", mimeType: "image/png", source: Buffer.from("a") };
  const uploading = failureOf(gateway.uploads.upload(upload));
  await arrived;
  ending.abort();
  expect((await uploading).code).toBe("MYCO_INTERRUPTED");
  expect(received).toHaveLength(1);

  const leaving = new AbortController();
  const { clock, waiting } = stillClock(2_000);
  const pending = { connection: { connection_id: "c-1", app: "whatsapp-business", status: "PENDING" } };
  const control = await localServer((response) => json(response, 200, pending));
  const waitingGateway = gatewayAt(control.url, { clock, signal: leaving.signal });
  const active = waitingGateway.connections.waitUntilActive({ connectionId: "c-1" });
  const outcome = expect(active).rejects.toMatchObject({ code: "MYCO_INTERRUPTED" });
  await waiting;
  leaving.abort();
  await outcome;
});

test("a call's own signal ends that call only", async () => {
  const ending = new AbortController();
  const own = new AbortController();
  const { url } = await localServer((response, { query }) => {
    if (query.get("name") === "slow") own.abort();
    else json(response, 200, { data: [] });
  });
  const { templates } = gatewayAt(url, { signal: ending.signal });
  const slow = await failureOf(templates.listPage({ ...WABA, name: "slow", signal: own.signal }));
  expect(slow.code).toBe("MYCO_INTERRUPTED");
  await expect(templates.listPage(WABA)).resolves.toMatchObject({ templates: [] });
});

test("a signal shared by many calls keeps nothing of finished ones, without a warning of Node", async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error) => warnings.push(warning);
  process.on("warning", onWarning);
  onTestFinished(() => void process.off("warning", onWarning));
  const ending = new AbortController();
  const { url } = await localServer((response, _, count) =>
    count % 3 === 0 ? json(response, 404, busy) : json(response, 200, { data: [] }),
  );
  const { templates } = gatewayAt(url, { signal: ending.signal, rate: 1000 });
  const call = () => templates.listPage({ ...WABA, signal: ending.signal });
  await Promise.allSettled(Array.from({ length: 30 }, call));
  expect(getEventListeners(ending.signal, "abort")).toEqual([]);
  expect(warnings).toEqual([]);
});

test("beforeWrite is called before every try of a write, and before nothing else", async () => {
  const asked: number[] = [];
  const { url, received } = await localServer((response, _, count) =>
    count === 1 ? json(response, 503, busy) : json(response, 200, { success: true, data: [] }),
  );
  const gateway = gatewayAt(url, {
    beforeWrite: async () => {
      asked.push(received.length);
    },
  });
  await gateway.businessProfile.update(PROFILE);
  await gateway.templates.listPage(WABA);
  expect(asked).toEqual([0, 1]);
  expect(received).toHaveLength(3);
});

test("a request that beforeWrite rejects is not sent, not retried, and uses no slot", async () => {
  const refusal = new Error("the engine is gone");
  let tries = 0;
  const { clock } = stillClock(0);
  const { url, received } = await localServer((response) => json(response, 200, { data: [] }));
  const gateway = gatewayAt(url, {
    clock,
    rate: 1,
    beforeWrite: async () => {
      tries += 1;
      throw refusal;
    },
  });
  await expect(gateway.templates.create(CREATE)).rejects.toBe(refusal);
  // Time does not pass: if the slot were in use, this would wait forever.
  await expect(gateway.templates.listPage(WABA)).resolves.toMatchObject({ templates: [] });
  expect(tries).toBe(1);
  expect(received.map(({ method }) => method)).toEqual(["GET"]);
});

test("a rejection by beforeWrite before the second try prevents that try", async () => {
  const refusal = new Error("the engine is gone");
  let tries = 0;
  const { url, received } = await localServer((response) => json(response, 503, busy));
  const gateway = gatewayAt(url, {
    beforeWrite: async () => {
      tries += 1;
      if (tries === 2) throw refusal;
    },
  });
  await expect(gateway.businessProfile.update(PROFILE)).rejects.toBe(refusal);
  expect(received).toHaveLength(1);
});

test("the signal ends a beforeWrite that never settles", async () => {
  const ending = new AbortController();
  const { url, received } = await localServer((response) => json(response, 200, { success: true }));
  const gateway = gatewayAt(url, {
    signal: ending.signal,
    beforeWrite: () => {
      queueMicrotask(() => ending.abort());
      return new Promise(() => {});
    },
  });
  expect(await failureOf(gateway.businessProfile.update(PROFILE))).toMatchObject({
    code: "MYCO_INTERRUPTED",
    ambiguous: false,
  });
  expect(received).toHaveLength(0);
});
