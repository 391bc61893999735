import { createHash } from "node:crypto";
import type { Clock } from "./clock.ts";
import { RateGate } from "./rate-gate.ts";

const gatesByClock = new WeakMap<Clock, Map<string, RateGate>>();

/**
 * The one gate of this process for a key and its servers: Maton counts requests per account, so every client that uses the
 * key has to wait in the same queue. The lowest rate that any of them asks for holds. (Gates with another clock are for tests.)
 */
export function sharedGate(apiKey: string, origins: readonly string[], limit: number, clock: Clock): RateGate {
  const gates = gatesByClock.get(clock) ?? new Map<string, RateGate>();
  gatesByClock.set(clock, gates);
  const digest = createHash("sha256").update(apiKey).digest("hex");
  const name = [digest, ...new Set(origins)].join(" ");
  const gate = gates.get(name) ?? new RateGate({ limit, clock });
  gate.capAt(limit);
  gates.set(name, gate);
  return gate;
}
