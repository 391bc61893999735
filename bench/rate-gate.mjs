#!/usr/bin/env node
// `npm run bench:rate-gate`: how near the client comes to 10 requests in any sliding second, as a server counts them, without
// one too many. Ends 1 when a goal is missed. Needs a build; takes about 45 seconds.
import { createGateway } from "../dist/gateway/index.js";
import { startCountingServer } from "./counting-server.mjs";

const LIMIT = 10;
const REQUESTS = 200;
/** The share of the limit that has to be reached, by latency. Source: docs of the rate gate (src/gateway/rate). */
const GOALS = [
  { latencyMs: 20, share: 0.97 },
  { latencyMs: 150, share: 0.85 },
];

async function sendAll(url) {
  const gateway = createGateway({ apiKey: "bench", gatewayUrl: url, rate: LIMIT });
  try {
    const call = { connection: "bench", phoneNumberId: "106540352242922" };
    await Promise.all(Array.from({ length: REQUESTS }, () => gateway.phoneNumbers.get(call)));
  } finally {
    await gateway.close();
  }
}

async function measured(latencyMs) {
  const server = await startCountingServer({ latencyMs, limit: LIMIT });
  try {
    await sendAll(server.url);
    return server.counts();
  } finally {
    await server.close();
  }
}

for (const { latencyMs, share: goal } of GOALS) {
  const { requests, most, refused, seconds } = await measured(latencyMs);
  // A first window's worth may arrive at once; each further one takes a second.
  const rate = (requests - LIMIT) / seconds;
  const share = rate / LIMIT;
  const good = share >= goal && most <= LIMIT && refused === 0 && requests === REQUESTS;
  console.log(
    `${latencyMs} ms latency: ${requests} requests in ${seconds.toFixed(2)} s, ${rate.toFixed(2)} per second ` +
      `(${(share * 100).toFixed(1)} % of ${LIMIT}, goal ${goal * 100} %), most in a sliding second ${most}, ` +
      `refused ${refused}: ${good ? "within the goal" : "GOAL MISSED"}`,
  );
  if (!good) process.exitCode = 1;
}
