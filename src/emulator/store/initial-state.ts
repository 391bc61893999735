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

/** The sample that WhatsApp puts into every new account; its wording is our own. */
function helloWorld(now: number): TemplateRecord {
  const template = record(
    {
      name: "hello_world",
      parameter_format: "POSITIONAL",
      components: [
        { type: "HEADER", format: "TEXT", text: "Hello World" },
        { type: "BODY", text: "Welcome! This sample shows that your number can send messages." },
        { type: "FOOTER", text: "WhatsApp sample message" },
      ],
      language: "en_US",
      status: "APPROVED",
      category: "UTILITY",
      id: graphId(),
    },
    now,
  );
  template.asked = { rejected_reason: "NONE", quality_score: { score: "UNKNOWN", date: Math.floor(now / 1000) } };
  return template;
}

/**
 * Templates of a list response (`{data: […]}`), or of a single object, verbatim and in their order. Only `source` moves
 * to the fields that a read shows on request.
 * Throws a RangeError when an entry has no name or language.
 */
export function seedTemplates(seed: JsonObject, now: number): TemplateRecord[] {
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

/** The state at the start and after a reset: accounts with the seed or with the sample, phones, and one ACTIVE connection. */
export function initialState(options: ResolvedOptions, now: number, firstConnection?: string): EmulatorState {
  const id = firstConnection ?? options.connection ?? connectionId();
  const accounts = options.wabas.map((waba, index) => {
    const seed = index === 0 ? options.seed : undefined;
    return { ...newAccount(waba), templates: seed === undefined ? [helloWorld(now)] : seedTemplates(seed, now) };
  });
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
