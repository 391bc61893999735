import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { startEmulator } from "../../../../src/emulator/index.ts";
import { DEFAULT_PHONE, DEFAULT_WABA } from "../../../../src/emulator/options.ts";
import type { WireFlow } from "../../../../src/gateway/index.ts";
import { failureOf } from "../failure-of.ts";
import { gatewayAt, json, localServer } from "../local-server.ts";

const account = { wabaId: DEFAULT_WABA, connection: "conn-shop" };
const proxy = { connection: "conn-shop" };

function fixture(name: string): Promise<string> {
  return readFile(new URL(`../../../fixtures/flows/${name}`, import.meta.url), "utf8");
}

async function emulated() {
  const emulator = await startEmulator({ rate: 0, connection: "conn-shop", phones: [DEFAULT_PHONE] });
  onTestFinished(() => emulator.close());
  return gatewayAt(emulator.url).flows;
}

test("a flow from its draft to its end", async () => {
  const flows = await emulated();
  const { id, validationErrors } = await flows.create({
    ...account,
    body: { name: "booking", categories: ["OTHER"], endpoint_uri: "https://example.com" },
  });
  expect(validationErrors).toEqual([]);
  const flow = { ...proxy, flowId: id };
  expect(await flows.uploadJson({ ...flow, json: '{"version":"7.0","screens":[]}' })).toMatchObject([
    { error: "MIN_ITEMS_REQUIRED", line_start: 1, message: expect.any(String) },
  ]);
  expect((await failureOf(flows.publish(flow))).whatsapp).toMatchObject({ code: 139002 });
  // characters of several bytes: the length of the body is in bytes
  const content = (await fixture("book_a_table.json")).replaceAll("Book", "Réserver 🍽");
  expect(await flows.uploadJson({ ...flow, json: content })).toEqual([]);
  await flows.update({ ...flow, body: { name: "tables", categories: ["SURVEY"] } });
  expect(await flows.get(flow)).toEqual({
    id,
    name: "tables",
    status: "DRAFT",
    categories: ["SURVEY"],
    validation_errors: [],
    json_version: "7.0",
    endpoint_uri: "https://example.com",
  });
  expect(await flows.assets(flow)).toMatchObject([
    { name: "flow.json", asset_type: "FLOW_JSON", download_url: expect.stringMatching(/^https:/) },
  ]);
  await flows.publish(flow);
  const published = await failureOf(flows.update({ ...flow, body: { name: "other" } }));
  expect(published.whatsapp).toMatchObject({ code: 139001 });
  await flows.deprecate(flow);
  expect((await flows.get(flow)).status).toBe("DEPRECATED");
});

test("a clone that is published at once, and a draft that is deleted", async () => {
  const flows = await emulated();
  const body = { name: "booking", categories: ["OTHER"], flow_json: await fixture("book_a_table.json"), publish: true };
  const { id } = await flows.create({ ...account, body });
  const clone = await flows.create({ ...account, body: { name: "booking_2", clone_flow_id: id } });
  const found: WireFlow[] = [];
  for await (const flow of flows.list(account)) found.push(flow);
  expect(found).toMatchObject([
    { id, status: "PUBLISHED" },
    { id: clone.id, status: "DRAFT", json_version: "7.0" },
  ]);
  expect(await flows.delete({ ...proxy, flowId: clone.id })).toBe("deleted");
  expect((await failureOf(flows.delete({ ...proxy, flowId: clone.id }))).whatsapp).toMatchObject({ subcode: 33 });
  expect((await failureOf(flows.delete({ ...proxy, flowId: id }))).whatsapp).toMatchObject({ code: 139004 });
});

test("the flows of Meta's description, page by page", async () => {
  const recorded = JSON.parse(await fixture("list-flows.json"));
  const { url, received } = await localServer((response, { query }) => {
    const page = query.get("after") === null ? { next: "https://graph.facebook.com/?access_token=x" } : {};
    json(response, 200, { data: recorded.data, paging: { ...recorded.paging, ...page } });
  });
  const found: WireFlow[] = [];
  for await (const flow of gatewayAt(url).flows.list({ ...account, fields: ["preview"] })) found.push(flow);
  expect(found).toEqual([...recorded.data, ...recorded.data]);
  expect(received.map(({ query }) => [query.get("fields"), query.get("limit"), query.get("after")])).toEqual([
    ["id,name,status,preview", "100", null],
    ["id,name,status,preview", "100", recorded.paging.cursors.after],
  ]);
});

test("what WhatsApp leaves out, and a long id", async () => {
  const { url } = await localServer((response, { path }) => {
    const created = path.endsWith("/flows");
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      created
        ? '{"id": 9007199254740993123}'
        : '{"id": "1", "name": "booking", "validation_errors": [{"error": "ODD"}, null]}',
    );
  });
  const { flows } = gatewayAt(url);
  expect(await flows.create({ ...account, body: { name: "booking" } })).toEqual({
    id: "9007199254740993123",
    validationErrors: [],
  });
  expect(await flows.get({ ...proxy, flowId: "1" })).toEqual({
    id: "1",
    name: "booking",
    status: "UNKNOWN",
    validation_errors: [{ error: "ODD", message: "" }],
  });
});

test("what cannot be repeated is sent once", async () => {
  const { url, received } = await localServer((response) => json(response, 500, { error: { code: 2, message: "No" } }));
  const { flows } = gatewayAt(url);
  const flow = { ...proxy, flowId: "1" };
  const calls = [
    () => flows.create({ ...account, body: { name: "booking" } }),
    () => flows.publish(flow),
    () => flows.deprecate(flow),
  ];
  for (const call of calls) {
    received.length = 0;
    expect((await failureOf(call())).ambiguous).toBe(true);
    expect(received).toHaveLength(1);
  }
  received.length = 0;
  await failureOf(flows.uploadJson({ ...flow, json: "{}" }));
  expect(received.length).toBeGreaterThan(1);
});

test("an id that is none is not sent", async () => {
  const { url, received } = await localServer((response) => json(response, 200, {}));
  const { flows } = gatewayAt(url);
  await expect(async () => flows.publish({ ...proxy, flowId: "1/../2" })).rejects.toMatchObject({
    code: "MYCO_USAGE",
    message: expect.stringContaining("flow id"),
  });
  expect(received).toEqual([]);
});
