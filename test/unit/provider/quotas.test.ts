import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PERIODS } from "../../../src/emulator/clock.ts";
import { create, type EngineRun, PHONE, TestAccount, templateInputs } from "./test-account.ts";

let account: TestAccount;
beforeEach(async () => {
  account = await TestAccount.start();
});
afterEach(() => account.close());

const NAMES = Array.from({ length: 130 }, (_, index) => `note_${String(index).padStart(3, "0")}`);
const DATE = /\d{4}-\d\d-\d\d \d\d:\d\d UTC/;
const REFERENCE = /^template \w+\/en_US: failed for the same reason as template \w+\/en_US\. \[MYCO_\w+\]$/;

/** As the engine does it: many resources at once. Returns the messages of those that failed. */
async function createAll(
  { templates }: EngineRun,
  names: readonly string[],
  parallel = 16,
): Promise<Map<string, string>> {
  const failed = new Map<string, string>();
  const left = [...names];
  const worker = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const resource = name;
      const inputs = templateInputs({ name, text: `This is what notice ${name} says.` });
      await create(templates, inputs).catch((error: Error) => failed.set(resource, error.message));
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return failed;
}

/** The next run is another process, with a rate gate of its own. */
function nextRun(key: string): EngineRun {
  return account.run({ MATON_API_KEY: key });
}

function sent(): number {
  return account.emulator.metrics().total;
}

function dateIn(text: string | undefined): number {
  return Date.parse((DATE.exec(text ?? "")?.[0] ?? "").replace(" UTC", "Z").replace(" ", "T"));
}

describe("130 creates, 100 of them in this hour", { timeout: 60_000 }, () => {
  it("stops at the quota: one explanation with the time to go on, short references, nothing more is sent", async () => {
    const run = account.run();
    const failed = await createAll(run, NAMES);
    expect(failed.size).toBe(30);
    expect((await account.templates()).size).toBe(100);
    // At most those on their way when the first refusal came.
    expect(account.count("POST", "message_templates")).toBeLessThanOrEqual(100 + 16);
    const [explanation, ...references] = [...failed.values()].sort((a, b) => b.length - a.length);
    expect(explanation).toMatch(
      /\(#80008\).*100 template creates per hour.*no further calls.*Run 'pulumi up' again after/,
    );
    expect(explanation).toContain("[MYCO_QUOTA_EXHAUSTED]");
    const minutes = (dateIn(explanation) - account.emulator.clock.now()) / PERIODS.MINUTE;
    expect(minutes).toBeGreaterThan(58);
    expect(minutes).toBeLessThan(62);
    for (const reference of references) expect(reference).toMatch(REFERENCE);

    const before = sent();
    await expect(run.profiles.create({ phone: PHONE, about: "Hello" })).rejects.toThrow(
      /failed for the same reason as template/,
    );
    // The connection's status is Maton's to say.
    expect(sent() - before).toBeLessThanOrEqual(1);
    expect(account.count("GET", "whatsapp_business_profile")).toBe(0);
  });

  it("the next run at that time creates the rest, and nothing twice", async () => {
    const failed = await createAll(account.run(), NAMES);
    const refused = account.count("POST", "message_templates") - 100;
    expect(await createAll(nextRun("second"), [...failed.keys()].slice(0, 1))).toHaveProperty("size", 1);
    account.emulator.clock.advance(61 * PERIODS.MINUTE);
    expect(await createAll(nextRun("third"), [...failed.keys()])).toEqual(new Map());
    expect([...(await account.templates()).keys()].sort()).toEqual(NAMES.map((name) => `${name}/en_US`));
    expect(account.count("POST", "message_templates")).toBe(130 + refused + 1);
  });

  it("no sample is uploaded for a create that would not be sent", async () => {
    account.emulator.setFaults({ switches: { createsPerHour: 0 } });
    const { templates } = account.run();
    const header = {
      type: "HEADER",
      format: "IMAGE",
      example: { header_handle: [{ file: "stacks/media/logo.png" }] },
    };
    await expect(create(templates, templateInputs())).rejects.toThrow("MYCO_QUOTA_EXHAUSTED");
    const components = [header, { type: "BODY", text: "Your parcel has left our house." }];
    await expect(create(templates, templateInputs({ name: "pictured", components }))).rejects.toThrow("same reason");
    expect(account.count("POST", "uploads")).toBe(0);
  });
});

it("the calls of an hour: reads of many resources have one explanation, and nothing more is sent", async () => {
  const kept = await create(account.run().templates, templateInputs());
  account.emulator.setFaults({ switches: { callsPerHour: 1 } });
  const { templates } = account.run();
  const before = sent();
  const texts: string[] = [];
  for (const name of ["a", "b", "c"])
    await templates.read(kept.id, { ...kept.outs, name }).catch(({ message }: Error) => texts.push(message));
  expect(texts[0]).toMatch(
    /\(#80008\).*Wait until \d{4}-\d\d-\d\d \d\d:\d\d UTC: each further call prolongs the block/,
  );
  expect(texts.slice(1).map((text) => REFERENCE.test(text))).toEqual([true, true]);
  expect(sent() - before).toBeLessThanOrEqual(2);
});

describe("a full account", () => {
  it("is explained with its numbers once, and no further create is sent", async () => {
    account.emulator.setFaults({ switches: { templateLimit: 3 } });
    const failed = await createAll(account.run(), NAMES.slice(0, 10), 1);
    expect(failed.size).toBe(8);
    const [explanation, ...references] = [...failed.values()];
    expect(explanation).toMatch(/2388019.*has 3 templates.*250 for an unverified business.*6000 for a verified/);
    expect(explanation).toMatch(/remove templates in a run of their own/);
    for (const reference of references) expect(reference).toMatch(REFERENCE);
    expect(account.count("POST", "message_templates")).toBe(3);
  });

  it("does not keep edits back", async () => {
    const run = account.run();
    const kept = await create(run.templates, templateInputs());
    await account.templates();
    account.emulator.setFaults({ switches: { templateLimit: 2 } });
    const next = account.run();
    await expect(create(next.templates, templateInputs({ name: "more" }))).rejects.toThrow("2388019");
    const { outs } = await next.templates.update(kept.id, kept.outs, templateInputs({ text: "It is on its way." }));
    expect(outs.status).toBe("PENDING");
  });
});

it("what is wrong with a template is told for each, also when it is the same", async () => {
  const { templates } = account.run();
  account.answer(
    { method: "POST", path: "**/message_templates" },
    { status: 400, body: { error: { message: "Invalid parameter", code: 100, error_subcode: 2388299 } } },
  );
  const components = [{ type: "BODY", text: "Your parcel has left our house." }];
  for (const name of ["a", "b"])
    await expect(create(templates, templateInputs({ name, components }))).rejects.toThrow("Put a word before");
});
