import { connectionId, graphId } from "../ids.ts";
import { isGiven, isObject, type Json, type JsonObject, listOf } from "../json.ts";
import type { ResolvedOptions } from "../options.ts";
import { newAccount, newPhone } from "./accounts.ts";
import { newConnection, WHATSAPP_APP } from "./connections.ts";
import type { EmulatorState, TemplateRecord } from "./state.ts";

function record({ source, ...template }: JsonObject, now: number): TemplateRecord {
  const id = isGiven(template.id) ? String(template.id) : graphId();
  return {
    id,
    shown: isGiven(template.id) ? { ...template, id } : template,
    asked: source === undefined ? {} : { source },
    edits: [],
    created: now,
    updated: now,
  };
}

/**
 * Templates of a list response (`{data: […]}`), or of a single object, verbatim and in their order. Only `source` moves
 * to the fields that a read shows on request.
 * Throws a RangeError when an entry has no name or language.
 */
export function seedTemplates(seed: JsonObject | undefined, now: number): TemplateRecord[] {
  if (seed === undefined) return [];
  const entries: Json[] = seed.data === undefined ? [seed] : listOf(seed.data);
  return entries.map((entry, index) => {
    if (!isObject(entry) || typeof entry.name !== "string" || typeof entry.language !== "string") {
      throw new RangeError(`seed: entry ${index} of data lacks a name or a language`);
    }
    const seeded = record(structuredClone(entry), now);
    seeded.shown.id ??= seeded.id;
    return seeded;
  });
}

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
