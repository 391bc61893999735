import { isDeepStrictEqual } from "node:util";
import type { EmulatorHandle } from "../../../src/emulator/index.ts";
import type { PropertyBag } from "../../../src/provider/property-bag.ts";
import { Console, emulator, PHONE } from "../../engine/harness/scenario.ts";
import { type Fault, FaultProxy, type Row } from "./fault-proxy.ts";
import { repetitions, templatesOf } from "./findings.ts";
import {
  checkedInputs,
  type EngineRun,
  type Outcome,
  outcomeOf,
  PROVIDER,
  startRun,
  templateInputs,
} from "./handlers.ts";
import { complaints } from "./history.ts";

const FIRST = "This is the first text of the note.";
const SECOND = "This is the second text of the note.";
const OTHERS = ["other_a", "other_b", "other_c"];
/** The same name in another language, which no operation may touch. */
const SIBLING = { name: "note", language: "es_MX", text: "Este es el texto de la nota." };

/** An account with four other templates, and two runs through a proxy: the one with the fault and its recovery. */
class Case {
  readonly account: EmulatorHandle;
  readonly proxy: FaultProxy;
  readonly first: EngineRun;
  readonly second: EngineRun;
  /** The outputs of the template "note", if the operation starts with one. */
  note: PropertyBag = {};
  /** The error messages of the operation. */
  readonly errors: string[] = [];
  hits = 0;

  private constructor(account: EmulatorHandle, proxy: FaultProxy) {
    this.account = account;
    this.proxy = proxy;
    this.first = startRun(proxy.url);
    this.second = startRun(proxy.url);
  }

  static async create(withNote: boolean): Promise<Case> {
    const account = await emulator({ rate: 0, quotas: false, connect: "auto" });
    const one = new Case(account, await FaultProxy.start(account.url));
    const run = startRun(one.proxy.url);
    for (const name of OTHERS) {
      await run.templates.create(
        await checkedInputs(run.templates, templateInputs(name, `Another text ${name} for you.`)),
      );
    }
    const sibling = { ...templateInputs(SIBLING.name, SIBLING.text), language: SIBLING.language };
    await run.templates.create(await checkedInputs(run.templates, sibling));
    if (withNote) {
      const { outs } = await run.templates.create(await checkedInputs(run.templates, templateInputs("note", FIRST)));
      one.note = { ...outs, ...PROVIDER };
    }
    await new Console(account.url).templates(); // reading completes the review
    await run.gateway.close();
    one.proxy.rows.length = 0;
    return one;
  }

  get connectionIds(): string[] {
    return this.account.state().connections.map(({ id }) => id);
  }

  get held() {
    return templatesOf(this.account).filter(({ name, language }) => name === "note" && language === "en_US");
  }

  /** Whether the other language of the note is in the account exactly as it was created. */
  get hasSibling(): boolean {
    return templatesOf(this.account).some((one) => isDeepStrictEqual({ ...SIBLING, id: one.id }, one));
  }

  /** Runs the work and applies the fault to the first `times` matching requests, and `others` to all other requests. */
  async faulty<T>(
    { matches, fault, times }: { matches: (row: Row) => boolean; fault: Fault; times: number },
    work: () => Promise<T>,
    others: (row: Row) => Fault | undefined = () => undefined,
  ): Promise<Outcome<T>> {
    this.proxy.faultFor = (row) => {
      if (!matches(row)) return others(row);
      this.hits += 1;
      return this.hits <= times ? fault : undefined;
    };
    const outcome = await this.plain(work);
    this.proxy.faultFor = () => undefined;
    return outcome;
  }

  async plain<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    const outcome = await outcomeOf(work);
    if (outcome.error !== undefined) this.errors.push(outcome.error);
    return outcome;
  }

  async close(): Promise<void> {
    await Promise.all([this.first.gateway.close(), this.second.gateway.close()]);
    await this.proxy.close();
    await this.account.close();
  }
}

export interface Trouble {
  fault: Fault;
  times: number;
  /** True if the response falsely reports that the request was not carried out, which no client can detect. */
  isFalse: boolean;
  /** True if the response is WhatsApp's own error for an object that does not exist. */
  isNotFound: boolean;
}

export interface Verdict {
  faults: string[];
  explained: string[];
}

interface Operation {
  /** The requests to which the fault applies. */
  matches: (row: Row) => boolean;
  /** True if the template "note" exists and is managed before the operation. */
  withNote?: boolean;
  run: (one: Case, trouble: Trouble) => Promise<(string | false | undefined)[] | Verdict>;
}

function isCreate({ method, path }: Row) {
  return method === "POST" && path.endsWith("/message_templates");
}

function isEdit({ method, path }: Row) {
  return method === "POST" && /\/\d+$/.test(path);
}

function isDelete({ method, path }: Row) {
  return method === "DELETE" && path.endsWith("/message_templates");
}

function isRead({ method, path }: Row) {
  return method === "GET" && /\/\d+$/.test(path);
}

function isProfile(verb: string) {
  return ({ method, path }: Row) => method === verb && path.endsWith("/whatsapp_business_profile");
}

function isConnection(verb: string) {
  return ({ method, path }: Row) => method === verb && /^\/connections\/[^/]+$/.test(path);
}

const CONNECTION = { app: "whatsapp-business", ...PROVIDER };

/** Creates a template with the fault and, if that failed, once more without it. */
async function createUnder(one: Case, trouble: Trouble, matches: Operation["matches"]) {
  const inputs = await checkedInputs(one.first.templates, templateInputs("note", FIRST));
  const first = await one.faulty({ ...trouble, matches }, () => one.first.templates.create(inputs));
  const after = one.held.length;
  const second = first.error === undefined ? undefined : await one.plain(() => one.second.templates.create(inputs));
  const kept = first.value ?? second?.value;
  return [
    one.held.length !== 1 && `the account contains the template ${one.held.length} times`,
    kept === undefined && `the template is not in the state: ${second?.error}`,
    kept !== undefined && kept.outs.templateId !== one.held[0]?.id && "the id in the state differs from the account",
    first.error === undefined && after !== 1 && `the create succeeded with ${after} templates in the account`,
  ];
}

/** The operations of a run, each with the requests to which a fault applies. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  "create a template": {
    matches: isCreate,
    run: (one, trouble) => createUnder(one, trouble, isCreate),
  },

  "create a template: list request": {
    matches: ({ isList }) => isList,
    run: (one, trouble) => createUnder(one, trouble, ({ isList }) => isList),
  },

  "edit a template": {
    matches: isEdit,
    withNote: true,
    async run(one, trouble) {
      const inputs = await checkedInputs(one.first.templates, templateInputs("note", SECOND), one.note);
      const first = await one.faulty({ ...trouble, matches: isEdit }, () =>
        one.first.templates.update("x", one.note, inputs),
      );
      const after = one.held[0]?.text;
      const second =
        first.error === undefined
          ? undefined
          : await one.plain(() => one.second.templates.update("x", one.note, inputs));
      return [
        one.held[0]?.text !== SECOND && "the edit was lost",
        first.error === undefined && after !== SECOND && "the edit succeeded, but the account is unchanged",
        second?.error !== undefined && `the second run failed: ${second.error}`,
      ];
    },
  },

  "delete a template": {
    matches: isDelete,
    withNote: true,
    async run(one, trouble) {
      const first = await one.faulty({ ...trouble, matches: isDelete }, () =>
        one.first.templates.delete("x", one.note),
      );
      const after = one.held.length;
      const second =
        first.error === undefined ? undefined : await one.plain(() => one.second.templates.delete("x", one.note));
      return [
        one.held.length > 0 && "the object still exists",
        first.error === undefined && after > 0 && "the delete succeeded, but the object still exists",
        templatesOf(one.account).length !== OTHERS.length + 1 && "other templates were deleted",
        second?.error !== undefined && `the second run failed: ${second.error}`,
      ];
    },
  },

  "read a template: list request": {
    matches: ({ isList }) => isList,
    withNote: true,
    async run(one, trouble) {
      const matches = ({ isList }: Row) => isList;
      const first = await one.faulty({ ...trouble, matches }, () => one.first.templates.read("x", one.note));
      const second = await one.plain(() => one.second.templates.read("x", one.note));
      return [
        first.value !== undefined && first.value.id === undefined && "the object was reported as deleted",
        second.value?.id === undefined && `the second read did not find it: ${second.error}`,
        first.value?.inputs !== undefined &&
          JSON.stringify(first.value.inputs.components) !== JSON.stringify(one.note.components) &&
          "the read returned different content",
      ];
    },
  },

  "read a template that the list omits": {
    matches: isRead,
    withNote: true,
    async run(one, trouble) {
      // A complete list without the template and WhatsApp's error for its id together confirm the deletion.
      const { isNotFound } = trouble;
      const withoutNote: Fault = async (exchange) => {
        const answer = await exchange.forward();
        // The response is a template list of the emulator.
        const list = JSON.parse(answer.body.toString("utf8")) as { data: { name: string }[] };
        const data = list.data.filter(({ name }) => name !== "note");
        exchange.answer({
          body: Buffer.from(JSON.stringify({ ...list, data, summary: { total_count: data.length } })),
        });
      };
      const first = await one.faulty(
        { ...trouble, matches: isRead },
        () => one.first.templates.read("x", one.note),
        ({ isList }) => (isList ? withoutNote : undefined),
      );
      return [
        !isNotFound &&
          first.value !== undefined &&
          first.value.id === undefined &&
          "the object was reported as deleted",
      ];
    },
  },

  "create a connection": {
    matches: ({ method, path }) => method === "POST" && path === "/connections",
    async run(one, trouble) {
      const { matches } = this;
      const before = one.connectionIds.length;
      const first = await one.faulty({ ...trouble, matches }, () => one.first.connections.create(CONNECTION));
      const after = one.connectionIds.length - before;
      const second =
        first.error === undefined ? undefined : await one.plain(() => one.second.connections.create(CONNECTION));
      const total = one.connectionIds.length - before;
      const unknown = first.error !== undefined && after === 1;
      // Creating is not idempotent: an ambiguous response costs one connection, and so does each false response.
      const allowed = trouble.isFalse ? one.hits : Number(unknown);
      return {
        explained: total > 1 ? ["a connection whose id was not received"] : [],
        faults: complaints([
          after > 1 + (trouble.isFalse ? allowed : 0) && `one create made ${after} connections`,
          (total < 1 || total > 1 + allowed) && `the account has ${total} connections after the recovery`,
          first.error === undefined && after === 0 && "the create succeeded without a connection",
          unknown &&
            !trouble.isFalse &&
            !/created/.test(first.error) &&
            `the error does not name the connection: ${first.error}`,
          second?.error !== undefined && `the second run failed: ${second.error}`,
        ]),
      };
    },
  },

  "create a connection: first read": {
    matches: isConnection("GET"),
    async run(one, trouble) {
      const { matches } = this;
      const before = one.connectionIds.length;
      const first = await one.faulty({ ...trouble, matches }, () => one.first.connections.create(CONNECTION));
      const made = one.connectionIds.slice(before);
      return [
        made.length !== 1 && `one create made ${made.length} connections`,
        first.value?.id !== undefined && !made.includes(first.value.id) && "the state has a different id",
        first.error !== undefined && `the returned id is not in the state: ${first.error}`,
      ];
    },
  },

  "read a connection": {
    matches: ({ method, path }) => method === "GET" && path.startsWith("/connections"),
    async run(one, trouble) {
      const { matches } = this;
      const { id, outs } = await one.second.connections.create(CONNECTION);
      const first = await one.faulty({ ...trouble, matches }, () =>
        one.first.connections.read(id, { ...outs, ...PROVIDER }),
      );
      return [first.value !== undefined && first.value.id === undefined && "the object was reported as deleted"];
    },
  },

  "delete a connection": {
    matches: isConnection("DELETE"),
    async run(one, trouble) {
      const { matches } = this;
      const { id, outs } = await one.second.connections.create(CONNECTION);
      const props = { ...outs, ...PROVIDER };
      const first = await one.faulty({ ...trouble, matches }, () => one.first.connections.delete(id, props));
      const after = one.connectionIds.includes(id);
      if (first.error === undefined) {
        return [after && "the delete succeeded, but the object still exists"];
      }
      const again = startRun(one.proxy.url);
      const second = await one.plain(() => again.connections.delete(id, props));
      await again.gateway.close();
      if (second.error === undefined) return [one.connectionIds.includes(id) && "the object still exists"];
      const loss = `connection:${id}`;
      const accepting = startRun(one.proxy.url, { MYCOBOT_ACCEPT_LOSS: loss });
      const third = await one.plain(() => accepting.connections.delete(id, props));
      await accepting.gateway.close();
      return {
        explained: ["MYCOBOT_ACCEPT_LOSS=connection:ID"],
        faults: complaints([
          !second.error.includes(`MYCOBOT_ACCEPT_LOSS=${loss}`) && `the second run failed: ${second.error}`,
          third.error !== undefined && `failed with the loss accepted: ${third.error}`,
          one.connectionIds.includes(id) && "the object still exists",
        ]),
      };
    },
  },

  "write a profile": {
    matches: isProfile("POST"),
    async run(one, trouble) {
      const { matches } = this;
      const people = new Console(one.account.url);
      const about = "Herbs, and something more";
      const inputs = await checkedInputs(one.first.profiles, profileInputs(about));
      const first = await one.faulty({ ...trouble, matches }, () => one.first.profiles.create(inputs));
      const after = await people.profile();
      const second = first.error === undefined ? undefined : await one.plain(() => one.second.profiles.create(inputs));
      return [
        (await people.profile()).about !== about && "the change was lost",
        first.error === undefined && after.about !== about && "the write succeeded, but the profile is unchanged",
        second?.error !== undefined && `the second run failed: ${second.error}`,
      ];
    },
  },

  "read a profile": {
    matches: isProfile("GET"),
    async run(one, trouble) {
      const { matches } = this;
      const inputs = await checkedInputs(one.second.profiles, profileInputs("Herbs"));
      const { outs } = await one.second.profiles.create(inputs);
      const first = await one.faulty({ ...trouble, matches }, () =>
        one.first.profiles.read("x", { ...outs, ...PROVIDER }),
      );
      return [
        first.value?.inputs !== undefined &&
          first.value.inputs.about !== "Herbs" &&
          "the read returned different content",
        first.value !== undefined && first.value.inputs === undefined && "the object was reported as deleted",
      ];
    },
  },
};

function profileInputs(about: string): PropertyBag {
  return { phone: PHONE, about, description: "Basil.", ...PROVIDER };
}

const TIME_LIMIT_MS = 60_000;

/** Runs one cell of the matrix. `secret` must not appear in any error. */
export async function runCell(name: string, trouble: Trouble, secret: string): Promise<Verdict> {
  const operation = OPERATIONS[name];
  if (operation === undefined) throw new RangeError(`no operation ${name}`);
  const one = await Case.create(operation.withNote === true);
  try {
    let timer: NodeJS.Timeout | undefined;
    const timeLimit = new Promise<string[]>((resolve) => {
      timer = setTimeout(() => resolve([`not finished after ${TIME_LIMIT_MS / 1000} s`]), TIME_LIMIT_MS);
    });
    const outcome = await Promise.race([operation.run(one, trouble), timeLimit]);
    clearTimeout(timer);
    const { faults, explained } = Array.isArray(outcome) ? { faults: complaints(outcome), explained: [] } : outcome;
    return {
      explained,
      faults: complaints([
        ...faults,
        ...repetitions(one.proxy.rows),
        !one.hasSibling && "the other language of the name was changed or deleted",
        one.hits === 0 && "the fault was applied to no request",
        one.errors.some((error) => error.includes(secret)) && "an error contains the key",
      ]),
    };
  } finally {
    await one.close();
  }
}
