import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const WINDOW_MS = 1000;

/**
 * Answers every request with the requested node and records the time of arrival. To simulate the two directions, half
 * of `latencyMs` passes before an arrival is counted and half after it. A request that exceeds the limit in a sliding
 * second gets 429.
 */
export async function startCountingServer({ latencyMs, limit }) {
  const arrivals = [];
  let max = 0;
  let refused = 0;
  const server = createServer(async (request, response) => {
    request.resume();
    await sleep(latencyMs / 2);
    const now = performance.now();
    arrivals.push(now);
    const inWindow = arrivals.filter((arrival) => arrival > now - WINDOW_MS).length;
    max = Math.max(max, inWindow);
    const status = inWindow > limit ? 429 : 200;
    if (status === 429) refused += 1;
    await sleep(latencyMs / 2);
    const id = new URL(request.url, "http://localhost").pathname.split("/").at(-1);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ id }));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** `seconds`: the time from the first arrival to the last. */
    counts: () => ({ requests: arrivals.length, max, refused, seconds: (arrivals.at(-1) - arrivals[0]) / 1000 }),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
