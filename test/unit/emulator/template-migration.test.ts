import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type JsonObject, listOf, objectOf } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, textTemplate, WABA } from "./gateway-client.ts";

const OTHER = "104996122399160";

let gateway: Gateway;
beforeEach(async () => {
  gateway = await Gateway.start({ waba: [WABA, OTHER], quotas: false });
});
afterEach(() => gateway.emulator.close());

function migrate(body: JsonObject = {}, destination = OTHER) {
  return gateway.graph("POST", `${destination}/migrate_message_templates`, { source_waba_id: WABA, ...body });
}

async function approved(name: string, changes: JsonObject = {}): Promise<string> {
  const id = await gateway.created(textTemplate({ name, ...changes }));
  await gateway.control("review", { id, status: "APPROVED" });
  return id;
}

async function names(account: string): Promise<unknown[]> {
  const { json } = await gateway.graph("GET", `${account}/message_templates?fields=name,status,language`);
  return listOf(json.data)
    .map((template) => objectOf(template).name)
    .filter((name) => name !== "hello_world");
}

describe("a migration of templates", () => {
  it("copies what is approved, under new ids", async () => {
    const id = await approved("parcel_sent");
    const rejected = await gateway.created(textTemplate({ name: "rejected" }));
    await gateway.control("review", { id: rejected, status: "REJECTED" });
    const yellow = await approved("disliked");
    await gateway.control(`templates/${yellow}`, { asked: { quality_score: { score: "YELLOW" } } });
    const { status, json } = await migrate({ page_number: 0 });
    expect(status).toBe(200);
    expect(json).toEqual({
      migrated_templates: [id],
      failed_templates: { [rejected]: expect.any(String), [yellow]: expect.any(String) },
    });
    const { json: list } = await gateway.graph("GET", `${OTHER}/message_templates?name=parcel_sent`);
    const [copy] = listOf(list.data).map(objectOf);
    expect(await names(OTHER)).toEqual(["parcel_sent"]);
    expect(copy).toMatchObject({ name: "parcel_sent", status: "APPROVED" });
    expect(copy?.id).not.toBe(id);
    expect(await names(WABA)).toHaveLength(3);
  });

  it("reports what the destination has already", async () => {
    const id = await approved("parcel_sent");
    await migrate();
    expect((await migrate()).json).toEqual({
      migrated_templates: [],
      failed_templates: { [id]: expect.stringMatching(/already exists/) },
    });
  });

  it("goes by sets, or by ids", async () => {
    const ids = [];
    for (const name of ["one", "two", "three"]) ids.unshift(await approved(name));
    expect((await migrate({ page_number: 1, count: 2 })).json.migrated_templates).toEqual([ids[2]]);
    const { json } = await migrate({ template_ids: [ids[0] ?? "", "1"] });
    expect(json).toEqual({ migrated_templates: [ids[0]], failed_templates: { "1": expect.any(String) } });
    expect(await names(OTHER)).toEqual(["three", "one"]);
  });

  it.each<{ what: string; body: JsonObject; error: JsonObject }>([
    { what: "no source", body: { source_waba_id: null }, error: { code: 100 } },
    { what: "an unknown source", body: { source_waba_id: "1" }, error: { code: 100, error_subcode: 33 } },
    { what: "the destination as its source", body: { source_waba_id: OTHER }, error: { error_subcode: 33 } },
    { what: "too large sets", body: { count: 501 }, error: { code: 100 } },
    { what: "too many ids", body: { template_ids: Array(501).fill("1") }, error: { code: 100 } },
  ])("is refused with $what", async ({ body, error }) => {
    const refused = await migrate(body);
    expect(refused.status).toBe(400);
    expect(errorOf(refused)).toMatchObject(error);
  });

  it("is refused for an unknown destination", async () => {
    expect(errorOf(await migrate({}, "1"))).toMatchObject({ error_subcode: 33 });
  });
});

describe("a comparison of templates", () => {
  const END = Math.floor(Date.UTC(2026, 0, 31) / 1000);
  const WEEK = 604_800;

  function compare(id: string, other: string, { start = END - WEEK, end = END } = {}) {
    return gateway.graph("GET", `${id}/compare?template_ids=[${other}]&start=${start}&end=${end}`);
  }

  it("is refused for few sends, odd timeframes and other accounts", async () => {
    const [one, two] = [await approved("one"), await approved("two")];
    expect(errorOf(await compare(one, two))).toMatchObject({ message: expect.stringMatching(/at least 1000 times/) });
    expect(errorOf(await compare(one, two, { start: END - 1000 }))).toMatchObject({
      message: expect.stringMatching(/exactly 7, 30, 60, 90 days/),
    });
    expect(errorOf(await compare(one, "1"))).toMatchObject({ error_subcode: 33 });
    const long = "9999999999999999";
    expect(errorOf(await compare(one, long))).toMatchObject({ message: expect.stringContaining(`'${long}'`) });
    expect(errorOf(await compare("1", one))).toMatchObject({ error_subcode: 33 });
    await migrate({ template_ids: [two] });
    const { json } = await gateway.graph("GET", `${OTHER}/message_templates?fields=id`);
    const foreign = String(objectOf(listOf(json.data)[0]).id);
    expect(errorOf(await compare(one, foreign))).toMatchObject({ error_subcode: 33 });
  });

  it("counts the sends of the timeframe", async () => {
    const folder = await mkdtemp(join(tmpdir(), "emulator-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const stateFile = join(folder, "state.json");
    const first = await Gateway.start({ stateFile });
    const [one, two] = [
      await first.created(textTemplate({ name: "one" })),
      await first.created(textTemplate({ name: "two" })),
    ];
    await first.list();
    for (const name of ["one", "two"]) {
      const template = { name, language: { code: "en_US" } };
      const body = { messaging_product: "whatsapp", to: "16505551234", type: "template", template };
      expect((await first.graph("POST", `${PHONE}/messages`, body)).status).toBe(200);
      first.emulator.clock.advance(60_000);
    }
    await first.emulator.close();
    const kept = JSON.parse(await readFile(stateFile, "utf8"));
    const [ofOne, ofTwo] = kept.messages;
    const messages = [...Array(1000).fill(ofOne), ...Array(1001).fill(ofTwo)];
    await writeFile(stateFile, JSON.stringify({ ...kept, messages }));
    const second = await Gateway.start({ stateFile });
    onTestFinished(() => second.emulator.close());
    const end = Math.ceil(second.emulator.clock.now() / 1000);
    const path = `${one}/compare?template_ids=[${two}]&start=${end - WEEK}&end=${end}`;
    const { status, json } = await second.graph("GET", path);
    expect(status).toBe(200);
    expect(json.data).toEqual([
      { metric: "BLOCK_RATE", type: "RELATIVE", order_by_relative_metric: [one, two] },
      {
        metric: "MESSAGE_SENDS",
        type: "NUMBER_VALUES",
        number_values: [
          { key: one, value: 1000 },
          { key: two, value: 1001 },
        ],
      },
      { metric: "TOP_BLOCK_REASON", type: "STRING_VALUES", string_values: expect.any(Array) },
    ]);
  });
});
