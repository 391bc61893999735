import { connectionId } from "../ids.ts";
import type { ResolvedOptions } from "../options.ts";
import { newAccount } from "./accounts.ts";
import { newConnection, WHATSAPP_APP } from "./connections.ts";
import { newPhone } from "./phones.ts";
import { seedTemplates } from "./seed.ts";
import type { EmulatorState } from "./state.ts";

/** The state at the start and after a reset: accounts with the seed, phones, and one ACTIVE connection. */
export function initialState(options: ResolvedOptions, now: number, firstConnection?: string): EmulatorState {
  const id = firstConnection ?? options.connection ?? connectionId();
  const accounts = options.wabas.map(newAccount);
  const seeded = seedTemplates(options.seed, now);
  if (accounts[0] !== undefined) accounts[0].templates = seeded;
  return {
    version: 1,
    clockOffset: 0,
    firstConnection: id,
    accounts,
    phones: options.phones.map(newPhone),
    connections: [newConnection({ id, app: WHATSAPP_APP, status: "ACTIVE", now, linkMinutes: 0 })],
    uploads: [],
    handles: {},
    messages: [],
    inbound: [],
    media: [],
    pairs: {},
  };
}
