import { expect, test } from "vitest";
import { gatewayAt, json, localServer } from "../local-server.ts";

const WABA = { connection: "c-1", wabaId: "7" };

test("a list takes every filter of WhatsApp's", async () => {
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
  expect(received[0]?.path).toBe("/whatsapp-business/v21.0/7/message_template_library");
  expect(Object.fromEntries(received[0]?.query ?? [])).toEqual({
    search: "delivery",
    topic: "ORDER_MANAGEMENT",
    industry: "E_COMMERCE",
    limit: "1",
  });
});

test("all languages of a name go by the name alone; none there counts as done", async () => {
  const { url, received } = await localServer((response, _, count) =>
    count === 1
      ? json(response, 200, { success: true })
      : json(response, 404, { error: { code: 100, type: "OAuthException", message: "Message Template Not Found" } }),
  );
  const { templates } = gatewayAt(url);
  await expect(templates.deleteAllLanguages({ ...WABA, name: "dill" })).resolves.toBe("deleted");
  await expect(templates.deleteAllLanguages({ ...WABA, name: "dill" })).resolves.toBe("absent");
  expect(received[0]).toMatchObject({ method: "DELETE", path: "/whatsapp-business/v21.0/7/message_templates" });
  expect(Object.fromEntries(received[0]?.query ?? [])).toEqual({ name: "dill" });
});
