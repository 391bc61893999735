import { expect, onTestFinished, test } from "vitest";
import { startEmulator } from "../../../../src/emulator/index.ts";
import { DEFAULT_WABA } from "../../../../src/emulator/options.ts";
import type { AssignedUser } from "../../../../src/gateway/index.ts";
import { failureOf } from "../failure-of.ts";
import { gatewayAt, json, localServer } from "../local-server.ts";

const account = { wabaId: DEFAULT_WABA, connection: "conn-shop" };
const range = { start: new Date("2026-01-01T00:00:00.500Z"), end: new Date("2026-01-08T00:00:00Z") };

async function emulated() {
  const emulator = await startEmulator({ rate: 0, connection: "conn-shop" });
  onTestFinished(() => emulator.close());
  return gatewayAt(emulator.url);
}

test("an account is read and changed", async () => {
  const { accounts } = await emulated();
  await accounts.update({ ...account, body: { name: "Herbs", timezone_id: "2" } });
  expect(await accounts.get(account)).toMatchObject({
    id: DEFAULT_WABA,
    name: "Herbs",
    timezone_id: "2",
    is_enabled_for_insights: false,
  });
  expect(await accounts.get({ ...account, fields: ["name"] })).toEqual({ id: DEFAULT_WABA, name: "Herbs" });
  expect((await failureOf(accounts.get({ ...account, wabaId: "1" }))).whatsapp).toMatchObject({ subcode: 33 });
});

test("the users of an account are listed for its business", async () => {
  const { accounts } = await emulated();
  const { owner_business_info: business } = await accounts.get(account);
  const users: AssignedUser[] = [];
  for await (const user of accounts.assignedUsers({ ...account, businessId: business?.id ?? "" })) users.push(user);
  expect(users).toMatchObject([{ id: expect.any(String), name: expect.any(String), user_type: "SYSTEM_USER" }]);
});

test("analytics without data are empty", async () => {
  const { accounts, templates } = await emulated();
  const { analytics } = accounts;
  expect(await analytics.messages({ ...account, ...range, granularity: "DAY" })).toEqual([]);
  expect(
    await analytics.conversations({ ...account, ...range, granularity: "DAILY", dimensions: ["PHONE", "COUNTRY"] }),
  ).toEqual([]);
  const body = {
    name: "parcel_sent",
    language: "en_US",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Your parcel has left our house." }],
  };
  const { id } = await templates.create({ ...account, body });
  const call = { ...account, ...range, templateIds: [id], metricTypes: ["SENT", "READ"] };
  expect((await failureOf(analytics.templates(call))).whatsapp).toMatchObject({ code: 200007 });
  await accounts.update({ ...account, body: { is_enabled_for_insights: true } });
  expect(await analytics.templates(call)).toEqual([]);
});

test("analytics with data", async () => {
  const point = { start: 1767225600, end: 1767312000, sent: 4, delivered: 3 };
  const conversation = { start: 1767225600, end: 1767312000, conversation: 7, cost: 1.5, phone_number: "15550122" };
  const { url, received } = await localServer((response, { query }) => {
    const fields = query.get("fields") ?? "";
    if (fields.startsWith("analytics")) return json(response, 200, { id: "1", analytics: { data_points: [point] } });
    if (fields.startsWith("conversation")) {
      return json(response, 200, { id: "1", conversation_analytics: { data: [{ data_points: [conversation] }] } });
    }
    return json(response, 200, { data: [{ granularity: "DAILY", data_points: [{ ...point, template_id: "5" }] }] });
  });
  const { analytics } = gatewayAt(url).accounts;
  expect(await analytics.messages({ ...account, ...range, granularity: "DAY", phoneNumbers: ["15550122"] })).toEqual([
    point,
  ]);
  expect(await analytics.conversations({ ...account, ...range, granularity: "DAILY" })).toEqual([conversation]);
  expect(await analytics.templates({ ...account, ...range, templateIds: ["5", "6"] })).toEqual([
    { ...point, template_id: "5" },
  ]);
  expect(
    received.map(({ path, query }) => [path.split("/").at(-1), query.get("fields"), query.get("template_ids")]),
  ).toEqual([
    [DEFAULT_WABA, 'analytics.start(1767225600).end(1767830400).granularity(DAY).phone_numbers(["15550122"])', null],
    [DEFAULT_WABA, "conversation_analytics.start(1767225600).end(1767830400).granularity(DAILY)", null],
    ["template_analytics", null, "[5,6]"],
  ]);
});
