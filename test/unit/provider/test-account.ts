import { type EmulatorHandle, type EmulatorOptions, startEmulator } from "../../../src/emulator/index.ts";
import { profileHandlers } from "../../../src/provider/business-profile.ts";
import { connectionHandlers } from "../../../src/provider/connection.ts";
import { withoutEngine } from "../../../src/provider/engine.ts";
import { inventoryHandlers } from "../../../src/provider/inventory/inventory.ts";
import type { PropertyBag } from "../../../src/provider/property-bag.ts";
import { Run } from "../../../src/provider/run.ts";
import { templateHandlers } from "../../../src/provider/template/index.ts";

export const WABA = "102290129340398";
export const PHONE = "106540352242922";

/** What the engine keeps of a resource. */
export interface Kept {
  id: string;
  outs: PropertyBag;
}

type Handlers = ReturnType<typeof templateHandlers>;
type Creating = Pick<Handlers, "check" | "create">;
type Changing = Pick<Handlers, "check" | "diff" | "update">;

/** The engine's part of a bag: the handler string, which no handler may send or compare. */
const PROVIDER = { __provider: "exports.handler=…" };

async function checked(handlers: Pick<Handlers, "check">, olds: PropertyBag, news: PropertyBag): Promise<PropertyBag> {
  const { inputs, failures } = await handlers.check(olds, { ...news, ...PROVIDER });
  if (failures !== undefined) throw new Error(JSON.stringify(failures));
  return { ...inputs, ...PROVIDER };
}

/** As the engine creates: check, then create. */
export async function create(handlers: Creating, inputs: PropertyBag): Promise<Kept> {
  const { id, outs } = await handlers.create(await checked(handlers, {}, inputs));
  return { id, outs: { ...outs, ...PROVIDER } };
}

/** As the engine updates: check, diff, and update when the diff does not say that nothing changes. */
export async function change(handlers: Changing, kept: Kept, inputs: PropertyBag): Promise<Kept> {
  const news = await checked(handlers, kept.outs, inputs);
  const { changes } = await handlers.diff(kept.id, kept.outs, news);
  if (changes === false) return kept;
  const { outs } = await handlers.update(kept.id, kept.outs, news);
  return { id: kept.id, outs: { ...outs, ...PROVIDER } };
}

/** One run of the engine: a provider process with its own snapshot. */
export interface EngineRun {
  templates: Handlers;
  profiles: ReturnType<typeof profileHandlers>;
  connections: ReturnType<typeof connectionHandlers>;
  inventory: ReturnType<typeof inventoryHandlers>;
  /** The warnings, in their order. */
  said: string[];
}

/** An emulated account, the handlers over it, and a person's hand in it. */
export class TestAccount {
  readonly emulator: EmulatorHandle;

  constructor(emulator: EmulatorHandle) {
    this.emulator = emulator;
  }

  static async start(options: EmulatorOptions = {}): Promise<TestAccount> {
    return new TestAccount(await startEmulator({ rate: 0, waba: WABA, phones: [PHONE], ...options }));
  }

  run(env: NodeJS.ProcessEnv = {}): EngineRun {
    const said: string[] = [];
    const runtime = new Run(
      { MATON_API_KEY: "test-key", MATON_API_URL: this.emulator.url, MYCOBOT_RATE: "1000", ...env },
      () => new Date(this.emulator.clock.now()),
      withoutEngine((text) => said.push(text)),
    );
    return {
      templates: templateHandlers(runtime),
      profiles: profileHandlers(runtime),
      connections: connectionHandlers(runtime),
      inventory: inventoryHandlers(runtime),
      said,
    };
  }

  async call(method: string, path: string, body?: PropertyBag): Promise<PropertyBag> {
    const response = await fetch(`${this.emulator.url}/${path}`, {
      method,
      headers: { authorization: "Bearer test-key", "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as PropertyBag;
  }

  graph(method: string, path: string, body?: PropertyBag): Promise<PropertyBag> {
    return this.call(method, `whatsapp-business/v21.0/${path}`, body);
  }

  /** `name/language` of every template, with its id; without WhatsApp's sample. */
  async templates(): Promise<Map<string, PropertyBag>> {
    const { data } = await this.graph("GET", `${WABA}/message_templates?limit=1000`);
    const others = (data as PropertyBag[]).filter(({ name }) => name !== "hello_world");
    return new Map(others.map((one) => [`${one.name}/${one.language}`, one]));
  }

  /** Creates a template as somebody else; returns its id. */
  async elsewhere(changes: PropertyBag = {}): Promise<string> {
    const { id } = await this.graph("POST", `${WABA}/message_templates`, bodyOf(changes));
    return String(id);
  }

  setStatus(id: unknown, status: string): Promise<PropertyBag> {
    return this.call("POST", "_emulator/review", { id, status });
  }

  /** What the emulator answers to these requests instead of the truth. */
  answer(match: { method: string; path: string; times?: number }, effect: PropertyBag): void {
    // biome-ignore lint/suspicious/noThenProperty: the faults file calls it so; never awaited
    this.emulator.setFaults({ rules: [{ match, then: effect }] });
  }

  async connections(): Promise<PropertyBag[]> {
    const { connections } = await this.call("GET", "connections");
    return connections as PropertyBag[];
  }

  async profile(): Promise<PropertyBag> {
    const fields = "about,address,description,email,vertical,websites,profile_picture_url";
    const { data } = await this.graph("GET", `${PHONE}/whatsapp_business_profile?fields=${fields}`);
    return (data as PropertyBag[])[0] ?? {};
  }

  /** Requests with this method whose route contains the text, as the emulator counted them. */
  count(method: string, route: string): number {
    return Object.entries(this.emulator.metrics().requests)
      .filter(([name]) => name.startsWith(`${method} `) && name.includes(route))
      .flatMap(([, byStatus]) => Object.values(byStatus))
      .reduce((sum, count) => sum + count, 0);
  }

  close(): Promise<void> {
    return this.emulator.close();
  }
}

/** A template's inputs; every part can be replaced. */
export function templateInputs(changes: PropertyBag = {}): PropertyBag {
  return { waba: WABA, ...bodyOf(changes) };
}

function bodyOf({ text = "Your parcel has left our house.", ...changes }: PropertyBag): PropertyBag {
  return {
    name: "parcel_sent",
    language: "en_US",
    category: "UTILITY",
    components: [{ type: "BODY", text }],
    ...changes,
  };
}
