#!/usr/bin/env node
// `npm run bench:rate-gate`: measures how close the client comes to Maton's limit of requests per sliding second, as counted by a
// server, without exceeding the limit. Exits with 1 if a goal is missed. Requires a build; takes about 45 seconds.
import { createGateway, DEFAULT_RATE } from "../dist/gateway/index.js";
import { startCountingServer } from "./counting-server.mjs";

const LIMIT = DEFAULT_RATE;
const REQUESTS = 200;
/** The minimum share of the limit, by latency. */
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
  const { requests, max, refused, seconds } = await measured(latencyMs);
  // The first LIMIT requests may arrive at once; each further window takes a second.
  const rate = (requests - LIMIT) / seconds;
  const share = rate / LIMIT;
  const good = share >= goal && max <= LIMIT && refused === 0 && requests === REQUESTS;
  console.log(
    `${latencyMs} ms latency: ${requests} requests in ${seconds.toFixed(2)} s, ${rate.toFixed(2)} per second ` +
      `(${(share * 100).toFixed(1)} % of ${LIMIT}, goal ${goal * 100} %), maximum in a sliding second ${max}, ` +
      `refused ${refused}: ${good ? "within the goal" : "GOAL MISSED"}`,
  );
  if (!good) process.exitCode = 1;
}
