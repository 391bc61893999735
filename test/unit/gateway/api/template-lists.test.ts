import { describe, expect, test } from "vitest";
import { isGenerated } from "../../../../src/gateway/index.ts";
import { gatewayAt, json, localServer } from "../local-server.ts";

const WABA = { connection: "c-1", wabaId: "7" };

test("a list accepts every filter of WhatsApp", async () => {
  const { url, received } = await localServer((response) => json(response, 200, { data: [] }));
  await gatewayAt(url).templates.listPage({
    ...WABA,
    fields: [],
    name: "dill",
    content: "fresh",
    nameOrContent: "herb",
    category: "UTILITY",
    language: "en",
    status: "APPROVED",
    qualityScore: "GREEN",
    source: "AUTO_GENERATED",
    since: new Date("2026-01-01T00:00:00.900Z"),
    until: new Date("2026-02-01T00:00:00Z"),
  });
  expect(Object.fromEntries(received[0]?.query ?? [])).toEqual({
    fields: "id,name,language,status,category",
    limit: "100",
    name: "dill",
    content: "fresh",
    name_or_content: "herb",
    category: "UTILITY",
    language: "en",
    status: "APPROVED",
    quality_score: "GREEN",
    source: "AUTO_GENERATED",
    since: "1767225600",
    until: "1769904000",
  });
});

test("the library, page by page", async () => {
  const { url, received } = await localServer((response, { query }) => {
    const first = query.get("after") === null;
    json(response, 200, {
      data: [{ name: first ? "delivery_1" : "delivery_2", language: "en_US", category: "UTILITY", body: "…" }],
      paging: { cursors: { after: "A" }, ...(first ? { next: "https://…" } : {}) },
    });
  });
  const names: string[] = [];
  const call = { ...WABA, search: "delivery", topic: "ORDER_MANAGEMENT", industry: "E_COMMERCE", limit: 1 };
  for await (const { name } of gatewayAt(url).templates.library(call)) names.push(name);
  expect(names).toEqual(["delivery_1", "delivery_2"]);
  expect(received[0]?.path).toBe("/whatsapp-business/v23.0/7/message_template_library");
  expect(Object.fromEntries(received[0]?.query ?? [])).toEqual({
    search: "delivery",
    topic: "ORDER_MANAGEMENT",
    industry: "E_COMMERCE",
    limit: "1",
  });
});

test("all languages of a name are deleted by name; a missing name is absent", async () => {
  const { url, received } = await localServer((response, _, count) =>
    count === 1
      ? json(response, 200, { success: true })
      : json(response, 404, { error: { code: 100, type: "OAuthException", message: "Message Template Not Found" } }),
  );
  const { templates } = gatewayAt(url);
  await expect(templates.deleteAllLanguages({ ...WABA, name: "dill" })).resolves.toBe("deleted");
  await expect(templates.deleteAllLanguages({ ...WABA, name: "dill" })).resolves.toBe("absent");
  expect(received[0]).toMatchObject({ method: "DELETE", path: "/whatsapp-business/v23.0/7/message_templates" });
  expect(Object.fromEntries(received[0]?.query ?? [])).toEqual({ name: "dill" });
});

describe("a malformed template in a list", () => {
  const good = { id: "1", name: "dill", language: "en", status: "APPROVED", category: "UTILITY" };
  const page = async (...data: unknown[]) => {
    const { url } = await localServer((response) => json(response, 200, { data }));
    return gatewayAt(url).templates.listPage(WABA);
  };

  test("is read without category or status", async () => {
    const { category: _, ...uncategorised } = good;
    const { templates, unreadable } = await page(uncategorised, { ...good, status: null, category: 7 });
    expect(templates).toEqual([
      { ...good, category: "UNKNOWN" },
      { ...good, status: "UNKNOWN", category: "UNKNOWN" },
    ]);
    expect(unreadable).toEqual([]);
  });

  test("is reported as unreadable, and the others are read", async () => {
    const { templates, unreadable } = await page(
      { ...good, name: undefined },
      good,
      { ...good, language: "" },
      "dill",
      { ...good, id: { digits: 1 } },
    );
    expect(templates).toEqual([good]);
    expect(unreadable).toEqual([
      { index: 0, id: "1", language: "en", reason: 'data[0] has no "name"' },
      { index: 2, id: "1", name: "dill", reason: 'data[2] has no "language"' },
      { index: 3, reason: "data[3] is not an object" },
      { index: 4, name: "dill", language: "en", reason: 'data[4] has no "id"' },
    ]);
  });

  test("is an error when read by id", async () => {
    const { url } = await localServer((response, _, count) =>
      json(response, 200, count === 1 ? { id: "1", name: "dill", language: "en" } : { id: "1", name: "dill" }),
    );
    const get = () => gatewayAt(url).templates.get({ connection: "c-1", templateId: "1" });
    await expect(get()).resolves.toMatchObject({ status: "UNKNOWN", category: "UNKNOWN" });
    await expect(get()).rejects.toMatchObject({ code: "MYCO_GATEWAY_RESPONSE" });
  });
});

test("a list requests the source of each template by default", async () => {
  const own = { id: "1", name: "dill", language: "en", status: "APPROVED", category: "UTILITY" };
  const { url, received } = await localServer((response) =>
    json(response, 200, {
      data: [own, { ...own, id: "2", source: "AUTO_GENERATED" }, { ...own, id: "3", source: "USER" }],
    }),
  );
  const { templates } = await gatewayAt(url).templates.listPage(WABA);
  expect(received[0]?.query.get("fields")?.split(",")).toContain("source");
  expect(templates.map((each) => isGenerated(each))).toEqual([false, true, false]);
});

test("the category that WhatsApp gives a message", async () => {
  const { url, received } = await localServer((response, _, count) => {
    if (count === 1) return json(response, 503, { error: { message: "busy", code: 503 } });
    if (count === 2) return json(response, 200, { success: true, category: "MARKETING" });
    return json(response, 400, { error: { message: "no", type: "OAuthException", code: 100, fbtrace_id: "A" } });
  });
  const { templates } = gatewayAt(url);
  const message = { type: "text", text: { body: "New in the shop" } };
  // It creates nothing, so it may be retried.
  await expect(templates.sampleCategory({ ...WABA, message })).resolves.toBe("MARKETING");
  expect(received[1]).toMatchObject({ method: "POST", path: "/whatsapp-business/v23.0/7/message_samples" });
  expect(JSON.parse(received[1]?.body ?? "")).toEqual({ messaging_product: "whatsapp", ...message });
  await expect(templates.sampleCategory({ ...WABA, message })).rejects.toMatchObject({
    code: "MYCO_WHATSAPP_ERROR",
    ambiguous: false,
  });
});
