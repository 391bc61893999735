import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { gatewayAt, json, localServer } from "../local-server.ts";
import { hastyClock } from "../simulated-clock.ts";

function connection(status: string) {
  return { connection: { connection_id: "c-1", app: "whatsapp-business", status } };
}

function error(code: number) {
  return { error: { message: "no", code } };
}

/** A control plane that gives these answers in turn, and then repeats the last one. */
function answering(...answers: [number, object][]) {
  return localServer((response: ServerResponse, _, count) => {
    const [status, body] = answers[Math.min(count, answers.length) - 1] ?? [500, {}];
    json(response, status, body);
  });
}

test("temporary conditions do not end the wait", async () => {
  const { url, received } = await answering(
    [404, error(404)],
    [200, connection("PENDING")],
    [503, error(503)],
    [429, error(429)],
    [200, connection("PENDING")],
    [200, connection("ACTIVE")],
  );
  const clock = hastyClock();
  const { connections } = gatewayAt(url, { clock });
  await expect(connections.waitUntilActive({ connectionId: "c-1" })).resolves.toMatchObject({ status: "ACTIVE" });
  expect(received).toHaveLength(6);
  expect(clock.waits.filter((ms) => ms === 2_000)).toHaveLength(3);
});

test.each([
  ["FAILED", 200, connection("FAILED"), "MYCO_CONNECTION_NOT_ACTIVE"],
  ["a refused key", 401, error(401), "MYCO_KEY_REFUSED"],
  ["no permission", 403, error(403), "MYCO_GATEWAY_ERROR"],
])("%s ends it at once", async (_, status, body, code) => {
  const { url, received } = await answering([status, body]);
  await expect(gatewayAt(url).connections.waitUntilActive({ connectionId: "c-1" })).rejects.toMatchObject({ code });
  expect(received).toHaveLength(1);
});

test("the timeout error has the duration and the last failure", async () => {
  const { url } = await answering([404, error(404)]);
  const wait = { connectionId: "c-1", timeoutMs: 10_000, intervalMs: 3_000 };
  await expect(gatewayAt(url).connections.waitUntilActive(wait)).rejects.toMatchObject({
    code: "MYCO_TIMED_OUT",
    message: expect.stringMatching(/after 10 s: .*404/),
  });
});

test("a signal ends the wait, also between two reads", async () => {
  const { url } = await answering([200, connection("PENDING")]);
  const abort = new AbortController();
  const clock = hastyClock();
  const interrupting = {
    ...clock,
    after: (ms: number, callback: () => void) => {
      if (ms === 2_000) abort.abort();
      return clock.after(ms, callback);
    },
  };
  const { connections } = gatewayAt(url, { clock: interrupting });
  await expect(connections.waitUntilActive({ connectionId: "c-1", signal: abort.signal })).rejects.toMatchObject({
    code: "MYCO_INTERRUPTED",
  });
});
