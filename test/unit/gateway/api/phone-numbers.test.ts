import { expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { gatewayAt, json, localServer } from "../local-server.ts";

test("all numbers of an account, page by page", async () => {
  const { url, received } = await localServer((response, { query }) => {
    const first = query.get("after") === null;
    json(response, 200, {
      data: [{ id: first ? "1" : "2", display_phone_number: "+49 151 23456789" }],
      paging: { cursors: { after: "A" }, ...(first ? { next: "https://graph.facebook.com/next" } : {}) },
    });
  });
  const ids: string[] = [];
  for await (const { id } of gatewayAt(url).phoneNumbers.list({ connection: "c-1", wabaId: "7" })) ids.push(id);
  expect(ids).toEqual(["1", "2"]);
  expect(received.map(({ path, query }) => [path, query.get("after")])).toEqual([
    ["/whatsapp-business/v23.0/7/phone_numbers", null],
    ["/whatsapp-business/v23.0/7/phone_numbers", "A"],
  ]);
  expect(received[0]?.query.get("fields")).toMatch(/^id,display_phone_number,.*quality_rating/);
});

test("one number, with the requested fields", async () => {
  const { url, received } = await localServer((response) =>
    json(response, 200, { id: "106", name_status: "APPROVED" }),
  );
  const call = { connection: "c-1", phoneNumberId: "106", fields: ["name_status"] };
  await expect(gatewayAt(url).phoneNumbers.get(call)).resolves.toEqual({ id: "106", name_status: "APPROVED" });
  expect(received[0]).toMatchObject({ path: "/whatsapp-business/v23.0/106" });
  expect(received[0]?.query.get("fields")).toBe("id,name_status");
});

test("an unknown number", async () => {
  const { url } = await localServer((response) =>
    json(response, 400, {
      error: { code: 100, error_subcode: 33, type: "GraphMethodException", message: "Unsupported" },
    }),
  );
  const error = await failureOf(gatewayAt(url).phoneNumbers.get({ connection: "c-1", phoneNumberId: "106" }));
  expect(error.whatsapp).toMatchObject({ code: 100, subcode: 33 });
});
