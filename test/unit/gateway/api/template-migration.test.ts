import { expect, onTestFinished, test } from "vitest";
import { startEmulator } from "../../../../src/emulator/index.ts";
import { failureOf } from "../failure-of.ts";
import { gatewayAt, json, localServer } from "../local-server.ts";

const SOURCE = "102290129340398";
const DESTINATION = "104996122399160";
const connection = "conn-shop";

test("templates are copied to another account", async () => {
  const emulator = await startEmulator({ rate: 0, connection, waba: [SOURCE, DESTINATION] });
  onTestFinished(() => emulator.close());
  const { templates } = gatewayAt(emulator.url);
  const body = {
    name: "parcel_sent",
    language: "en_US",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Your parcel has left our house." }],
  };
  const { id } = await templates.create({ connection, wabaId: SOURCE, body });
  expect((await templates.get({ connection, templateId: id })).status).toBe("APPROVED");
  const call = { connection, wabaId: DESTINATION, sourceWabaId: SOURCE, templateIds: [id, "1"] };
  expect(await templates.migrate(call)).toEqual({ migrated: [id], failed: { "1": expect.any(String) } });
  const { templates: copies } = await templates.listPage({ connection, wabaId: DESTINATION });
  expect(copies.filter(({ name }) => name !== "hello_world")).toMatchObject([
    { name: "parcel_sent", status: "APPROVED" },
  ]);
  const unknown = await failureOf(templates.migrate({ ...call, sourceWabaId: "1" }));
  expect(unknown.whatsapp).toMatchObject({ code: 100, subcode: 33 });
  const end = new Date(emulator.clock.now());
  const few = await failureOf(templates.compare({ connection, templateId: id, otherTemplateId: id, days: 7, end }));
  expect(few.whatsapp).toMatchObject({ code: 100 });
});

test("a migration asks for a set, and reads an empty map that is a list", async () => {
  const { url, received } = await localServer((response) =>
    json(response, 200, { migrated_templates: [5], failed_templates: [] }),
  );
  const call = { connection, wabaId: DESTINATION, sourceWabaId: SOURCE, pageNumber: 1, count: 200 };
  expect(await gatewayAt(url).templates.migrate(call)).toEqual({ migrated: ["5"], failed: {} });
  expect(JSON.parse(received[0]?.body ?? "")).toEqual({ source_waba_id: SOURCE, page_number: 1, count: 200 });
});

test("a migration that may have taken effect is not repeated", async () => {
  const { url, received } = await localServer((response) => json(response, 500, { error: { code: 2, message: "No" } }));
  const call = { connection, wabaId: DESTINATION, sourceWabaId: SOURCE };
  expect((await failureOf(gatewayAt(url).templates.migrate(call))).ambiguous).toBe(true);
  expect(received).toHaveLength(1);
});

test("a comparison of two templates", async () => {
  const { url, received } = await localServer((response) =>
    json(response, 200, {
      data: [
        { metric: "BLOCK_RATE", type: "RELATIVE", order_by_relative_metric: ["6", "5"] },
        {
          metric: "MESSAGE_SENDS",
          type: "NUMBER_VALUES",
          number_values: [
            { key: "5", value: 1245 },
            { key: "6", value: 2001 },
          ],
        },
        { metric: "TOP_BLOCK_REASON", type: "STRING_VALUES", string_values: [{ key: "5", value: "SPAM" }] },
      ],
    }),
  );
  const end = new Date("2026-01-08T00:00:00Z");
  const { templates } = gatewayAt(url);
  expect(await templates.compare({ connection, templateId: "5", otherTemplateId: "6", days: 7, end })).toEqual({
    byBlockRate: ["6", "5"],
    sends: { "5": 1245, "6": 2001 },
    topBlockReason: { "5": "SPAM" },
  });
  expect(received.map(({ path, query }) => [path.endsWith("/5/compare"), Object.fromEntries(query)])).toEqual([
    [true, { template_ids: "[6]", start: "1767225600", end: "1767830400" }],
  ]);
});
