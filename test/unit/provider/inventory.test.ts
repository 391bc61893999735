import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type DeclaredIdentity,
  formatDeclared,
  formatRemoved,
  parseDated,
  type RemovedIdentity,
} from "../../../src/model/inventory.ts";
import type { PropertyBag } from "../../../src/provider/property-bag.ts";
import { create, type EngineRun, TestAccount, templateInputs, WABA } from "./test-account.ts";

let account: TestAccount;
beforeEach(async () => {
  account = await TestAccount.start({ connection: "first" });
});
afterEach(() => account.close());

const DAY = 24 * 60 * 60 * 1000;
function identity(name: string, changes: Partial<DeclaredIdentity> = {}): DeclaredIdentity {
  return {
    name,
    language: "en_US",
    digest: `d-${name}`,
    retain: false,
    ...changes,
  };
}

function many(count: number, prefix = "t") {
  return Array.from({ length: count }, (_, i) => identity(`${prefix}${i}`));
}

function removed(one: DeclaredIdentity): RemovedIdentity {
  return {
    ...one,
    waba: WABA,
    logicalName: `${one.name}/${one.language}`,
  };
}

interface Declared {
  identities: DeclaredIdentity[];
  /** What the state holds: the program reads it from the backend. */
  held?: DeclaredIdentity[] | undefined;
  maxDeletes?: unknown;
}

/** The inputs as the program writes them. */
function inputs({ identities, held, maxDeletes = 5 }: Declared): PropertyBag {
  return {
    maxDeletes,
    waba: WABA,
    templates: identities.length,
    __declared: formatDeclared(identities),
    ...(held === undefined
      ? {}
      : {
          __managed: held.length,
          __new: formatDeclared(identities.filter(({ name }) => held.every((one) => one.name !== name))),
          __removed: formatRemoved(
            held.filter(({ name }) => identities.every((one) => one.name !== name)).map(removed),
          ),
        }),
  };
}

function check(olds: PropertyBag, declared: Declared, run: EngineRun = account.run()) {
  return run.inventory.check(olds, inputs(declared));
}

/** The inputs that the state holds after a run. */
async function inputsAfter(olds: PropertyBag, declared: Declared): Promise<PropertyBag> {
  return (await check(olds, declared)).inputs ?? {};
}

describe("too many deletions", () => {
  it("are refused with the names, what it means and what to do; the inputs that were passed say nothing of them", async () => {
    const held = many(7);
    const { failures } = await check({}, { identities: [], held });
    expect(failures).toEqual([
      {
        property: "maxDeletes",
        reason: expect.stringMatching(
          /^7 templates would be deleted, but settings\.maxDeletes allows 5: t0\/en_US, .*30 days.*onRemove: retain.*MYCO_DELETE_REFUSED/,
        ),
      },
    ]);
  });

  it("of 6,000 are one sentence, not a list of 6,000", async () => {
    const held = many(6000);
    const run = account.run();
    const { failures } = await check({}, { identities: [], held }, run);
    expect(failures?.[0]?.reason.length).toBeLessThan(700);
    expect(failures?.[0]?.reason).toContain("and 5990 more");
    expect(run.said.length).toBeLessThan(60);
    expect(run.said.join("\n")).toContain("5950 more");
  });

  it.each([
    { maxDeletes: 0, gone: 1, refused: true },
    { maxDeletes: 5, gone: 5, refused: false },
    { maxDeletes: 5, gone: 6, refused: true },
    { maxDeletes: "10%", gone: 1, refused: false },
    { maxDeletes: "10%", gone: 2, refused: true }, // of 19: percentages round down
    { maxDeletes: "15.8%", gone: 3, refused: false },
    { maxDeletes: "0%", gone: 1, refused: true },
    { maxDeletes: "100%", gone: 19, refused: false },
  ])("maxDeletes $maxDeletes, $gone of 19", async ({ maxDeletes, gone, refused }) => {
    const held = many(19);
    const { failures } = await check({}, { identities: held.slice(gone), held, maxDeletes });
    expect(failures !== undefined).toBe(refused);
  });

  it.each([-1, 1.5, "200%", "5", "x%", null])("a limit of %j makes no sense", async (maxDeletes) => {
    const { failures } = await check({}, { identities: [], held: [], maxDeletes });
    expect(failures).toMatchObject([{ property: "maxDeletes", reason: expect.stringContaining("whole number") }]);
  });

  it("removals with onRemove: retain do not count, and each is announced", async () => {
    const held = many(9).map((one) => ({ ...one, retain: true }));
    const run = account.run();
    const { failures } = await check({}, { identities: [], held }, run);
    expect(failures).toBeUndefined();
    expect(run.said).toHaveLength(9);
    expect(run.said[0]).toMatch(/^MYCO_W_UNMANAGED: t0\/en_US is removed from the stack and stays in the account/);
  });

  it("are counted again while the state still holds them: a failed run, then five more", async () => {
    const all = many(20);
    const first = await inputsAfter({}, { identities: all, held: [] });
    const second = await inputsAfter(first, { identities: all.slice(5), held: all });
    const { failures } = await check(second, { identities: all.slice(10), held: all });
    expect(failures?.[0]?.reason).toContain("10 templates would be deleted");
  });

  it("are not counted once they are done, also by a run that left the Inventory out (--target)", async () => {
    const all = many(20);
    const first = await inputsAfter({}, { identities: all, held: [] });
    const second = await inputsAfter(first, { identities: all.slice(5), held: all });
    const later = await check(second, { identities: all.slice(10), held: all.slice(5) });
    expect(later.failures).toBeUndefined();
    const targeted = await check(first, { identities: all.slice(10), held: all.slice(5) });
    expect(targeted.failures).toBeUndefined();
  });

  it("without a look at the state, everything counts that an earlier run declared", async () => {
    const all = many(20);
    const first = await inputsAfter({}, { identities: all });
    const second = await inputsAfter(first, { identities: all.slice(5) });
    const { failures } = await check(second, { identities: all.slice(10) });
    expect(failures?.[0]?.reason).toContain("10 templates would be deleted");
  });

  it("of a state from before there was an Inventory are counted", async () => {
    const { failures } = await check({}, { identities: [], held: many(6) });
    expect(failures?.[0]?.reason).toContain("6 templates");
  });
});

describe("what is announced", () => {
  it("a deletion, with what it means", async () => {
    const run = account.run();
    await check({}, { identities: many(1), held: many(2) }, run);
    expect(run.said).toEqual([
      "MYCO_W_DELETION: t1/en_US is deleted from the account: it can no longer be sent, and its name is locked for about 30 days.",
    ]);
  });

  it("a rename, as what it is", async () => {
    const olds = await inputsAfter({}, { identities: [identity("old", { digest: "same" })], held: [] });
    const run = account.run();
    const declared = [identity("new", { digest: "same" })];
    await check(olds, { identities: declared, held: [identity("old", { digest: "same" })] }, run);
    expect(run.said).toEqual([
      expect.stringMatching(
        /^MYCO_W_RENAME: old\/en_US becomes new\/en_US: .*cannot rename.*submitted for review and old\/en_US is deleted/,
      ),
    ]);
  });

  it("nothing when nothing leaves", async () => {
    const run = account.run();
    await check({}, { identities: many(3), held: many(2) }, run);
    expect(run.said).toEqual([]);
  });
});

describe("a lock", () => {
  const gone = `${WABA}/t1/en_US`;

  it("starts when the deletion is certain, and is kept for 30 days", async () => {
    const started = await inputsAfter({}, { identities: many(2), held: [] });
    const pending = await inputsAfter(started, { identities: many(1), held: many(2) });
    expect([...parseDated(pending.__pending).keys()]).toEqual([gone]);
    expect(pending.__deleted).toBeUndefined();
    const failed = await inputsAfter(pending, { identities: many(1), held: many(2) });
    expect(failed.__deleted).toBeUndefined();
    const done = await inputsAfter(failed, { identities: many(1), held: many(1) });
    expect(done.__pending).toBeUndefined();
    expect([...parseDated(done.__deleted).keys()]).toEqual([gone]);
    account.emulator.clock.advance(31 * DAY);
    expect((await inputsAfter(done, { identities: many(1), held: many(1) })).__deleted).toBeUndefined();
  });

  it("never starts for what was declared again before it was deleted", async () => {
    const started = await inputsAfter({}, { identities: many(2), held: [] });
    const pending = await inputsAfter(started, { identities: many(1), held: many(2) });
    const back = await inputsAfter(pending, { identities: many(2), held: many(2) });
    expect([back.__pending, back.__deleted]).toEqual([undefined, undefined]);
  });
});

describe("its state", () => {
  it("knows the gateway and the connection, and a changed list is an update", async () => {
    const { inventory } = account.run();
    const bag = { ...(await inputsAfter({}, { identities: many(2), held: [] })), __default: true };
    const { outs } = await inventory.create(bag);
    expect(outs).toMatchObject({ gateway: account.emulator.url, resolvedConnection: "first", stateVersion: 1 });
    expect(await inventory.diff("inventory", outs, bag)).toEqual({ changes: false });
    expect(await inventory.diff("inventory", outs, { ...bag, __declared: "" })).toEqual({});
    const found = await inventory.read("inventory", outs);
    expect(found).toEqual({ id: "inventory", props: outs, inputs: bag });
  });

  it("of another gateway is an update that is refused; one that is accepted moves, by an update or a refresh", async () => {
    const bag = await inputsAfter({}, { identities: many(2), held: [] });
    const { outs } = await account.run().inventory.create(bag);
    const olds = { ...outs, gateway: "https://gateway.maton.ai" };
    expect(await account.run().inventory.diff("inventory", olds, bag)).toEqual({});
    await expect(account.run().inventory.update("inventory", olds, bag)).rejects.toThrow("MYCO_GATEWAY_CHANGED");
    const moving = () => account.run({ MYCOBOT_ACCEPT_GATEWAY_CHANGE: "1" }).inventory;
    expect((await moving().update("inventory", olds, bag)).outs).toMatchObject({ gateway: account.emulator.url });
    expect((await moving().read("inventory", olds)).props).toMatchObject({ gateway: account.emulator.url });
  });

  it.each(["__profiles", "__connections"])(
    "another list of %s is an update: it goes through the gateway, too",
    async (key) => {
      const { inventory } = account.run();
      const bag = { ...(await inputsAfter({}, { identities: many(2), held: [] })), [key]: "one" };
      const { outs } = await inventory.create(bag);
      expect(await inventory.diff("inventory", outs, bag)).toEqual({ changes: false });
      expect(await inventory.diff("inventory", outs, { ...bag, [key]: "one\ntwo" })).toEqual({});
    },
  );

  it("what became of removed templates is no update of its own", async () => {
    const { inventory } = account.run();
    const bag = await inputsAfter({}, { identities: many(2), held: [] });
    const { outs } = await inventory.create(bag);
    expect(await inventory.diff("inventory", outs, { ...bag, __deleted: "1/x/en_US 2026-11-01" })).toEqual({
      changes: false,
    });
  });

  it("an account that does not have the recorded connection is another one: refused before anything is created", async () => {
    const bag = { ...(await inputsAfter({}, { identities: many(2), held: [] })), __default: true };
    const olds = { ...(await account.run().inventory.create(bag)).outs, resolvedConnection: "another-account's" };
    await expect(account.run().inventory.update("inventory", olds, bag)).rejects.toThrow(
      /written through connection another-account's, which the account .* does not have \(it has first\).*MYCO_GATEWAY_CHANGED/,
    );
    const accepting = account.run({ MYCOBOT_ACCEPT_GATEWAY_CHANGE: "1" }).inventory;
    expect((await accepting.update("inventory", olds, bag)).outs).toMatchObject({ resolvedConnection: "first" });
  });
});

describe("a new template under a name that was deleted", () => {
  const [kept, gone] = [identity("kept"), identity("gone")];

  /** The inputs after `gone` was removed and its deletion confirmed, `days` before now. */
  async function deleted(days: number): Promise<PropertyBag> {
    const before = await inputsAfter({}, { identities: [kept, gone], held: [] });
    const removal = await inputsAfter(before, { identities: [kept], held: [kept, gone] });
    const confirmed = await inputsAfter(removal, { identities: [kept], held: [kept] });
    account.emulator.clock.advance(days * DAY);
    return confirmed;
  }

  it("is refused while the lock is certain, with the date and the choices", async () => {
    const olds = await deleted(3);
    const { failures } = await check(olds, { identities: [kept, gone], held: [kept] });
    expect(failures).toEqual([
      {
        property: "templates",
        reason: expect.stringMatching(
          /^gone\/en_US was deleted on \d{4}-\d\d-\d\d, and WhatsApp locks the name gone in en_US for about 30 days, until \d{4}-\d\d-\d\d\. Declare a new version \(version: 2\), use another name, or wait\. .*--refresh\. \[MYCO_TEMPLATE_LOCKED\]$/,
        ),
      },
    ]);
  });

  it("is refused directly after the run that deleted it", async () => {
    const before = await inputsAfter({}, { identities: [kept, gone], held: [] });
    const removal = await inputsAfter(before, { identities: [kept], held: [kept, gone] });
    const { failures } = await check(removal, { identities: [kept, gone], held: [kept] });
    expect(failures).toHaveLength(1);
  });

  it("is accepted with a warning from day 28, and without one from day 30", async () => {
    const olds = await deleted(28.5);
    const run = account.run();
    expect((await check(olds, { identities: [kept, gone], held: [kept] }, run)).failures).toBeUndefined();
    expect(run.said).toEqual([
      expect.stringMatching(/^MYCO_W_LOCKED: gone\/en_US was deleted on .* may still refuse it/),
    ]);
    account.emulator.clock.advance(2 * DAY);
    const later = account.run();
    expect((await check(olds, { identities: [kept, gone], held: [kept] }, later)).failures).toBeUndefined();
    expect(later.said).toEqual([]);
  });

  it("a removal that was not carried out, and was taken back, is no new template", async () => {
    const before = await inputsAfter({}, { identities: [kept, gone], held: [] });
    const removal = await inputsAfter(before, { identities: [kept], held: [kept, gone] });
    expect((await check(removal, { identities: [kept, gone], held: [kept, gone] })).failures).toBeUndefined();
  });

  it("a refresh looks again: the lock has ended for one that the account has", async () => {
    const olds = await deleted(3);
    const run = account.run();
    const outs = { ...olds, gateway: account.emulator.url, stateVersion: 1 };
    expect((await run.inventory.read("inventory", outs)).props).toHaveProperty("__deleted");
    await account.elsewhere({ name: "gone" });
    const { props, inputs: refreshed } = await account.run().inventory.read("inventory", outs);
    expect(props).not.toHaveProperty("__deleted");
    expect(refreshed).not.toHaveProperty("__deleted");
  });

  it("a refresh whose inventory cannot list the account leaves the reads of templates alone", async () => {
    const template = await create(account.run().templates, templateInputs({ connection: "first" }));
    const { connection_id: second } = await account.call("POST", "connections", { app: "whatsapp-business" });
    await account.call("POST", `_emulator/connections/${second}`, { status: "ACTIVE" });
    // With two ACTIVE connections the inventory, which knows none, has no way to the account.
    const outs = { ...(await deleted(3)), gateway: account.emulator.url, stateVersion: 1 };
    const run = account.run();
    const [inventory, read] = await Promise.all([
      run.inventory.read("inventory", outs),
      run.templates.read(template.id, template.outs),
    ]);
    expect(inventory.props).toHaveProperty("__deleted");
    expect(read.props).toMatchObject({ templateId: template.outs.templateId });
  });

  it("a run with --refresh takes over one that the account has again, also directly after the run that deleted it", async () => {
    const before = await inputsAfter({}, { identities: [kept, gone], held: [] });
    const olds = await inputsAfter(before, { identities: [kept], held: [kept, gone] });
    await account.elsewhere({ name: "gone" });
    const declared = { identities: [kept, gone], held: [kept] };
    expect((await check(olds, declared)).failures).toHaveLength(1);
    const run = account.run();
    const outs = { ...olds, gateway: account.emulator.url, stateVersion: 1 };
    const { inputs: refreshed = {} } = await run.inventory.read("inventory", outs);
    expect((await check(refreshed, declared, run)).failures).toBeUndefined();
  });
});

describe("the forecast of a run", () => {
  const said = async (declared: Declared, olds: PropertyBag = {}) => {
    const run = account.run({ MYCOBOT_RATE: "10" });
    await check(olds, declared, run);
    return run.said;
  };

  it.each([
    [
      101,
      0,
      /^MYCO_W_FORECAST: This run creates 101 templates, and WhatsApp accepts 100 creates per hour and account: up stops at the quota and continues when it is run again, in about 2 hours altogether\.$/,
    ],
    [
      260,
      240,
      /^MYCO_W_FORECAST: The stack then has 260 templates, counting every language: the account of an unverified business is limited to 250\.$/,
    ],
    [6010, 6000, /the account|an account is limited to 6000/],
  ])("%i declared, %i of them present", async (declared, present, text) => {
    const all = many(declared);
    expect(await said({ identities: all, held: all.slice(0, present) })).toEqual([expect.stringMatching(text)]);
  });

  it("counts edits and deletions against the gateway's rate", async () => {
    const before = await inputsAfter({}, { identities: many(110), held: many(110) });
    const edited = many(110).map((one) => ({ ...one, digest: `new-${one.name}` }));
    expect(await said({ identities: edited, held: many(110) }, before)).toEqual([
      "MYCO_W_FORECAST: This run changes 110 templates (0 created, 110 edited, 0 deleted): at least 11 seconds at 10 requests per second.",
    ]);
  });

  it("is silent for an ordinary run", async () => {
    expect(await said({ identities: many(50), held: many(10) })).toEqual([]);
  });
});
