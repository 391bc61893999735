import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type JsonObject, listOf, objectOf } from "../../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, WABA } from "../gateway-client.ts";
import { errorsOf, fixture, flowClient } from "./flow-client.ts";

const OK = { status: 200, json: { success: true } };

function withEndpoint(version = "7.0"): string {
  const footer = { type: "Footer", label: "Done", "on-click-action": { name: "complete", payload: {} } };
  return JSON.stringify({
    version,
    data_api_version: "3.0",
    routing_model: { DONE: [] },
    screens: [{ id: "DONE", title: "T", terminal: true, layout: { type: "SingleColumnLayout", children: [footer] } }],
  });
}

describe("flows", () => {
  it("are created as drafts, filled, published and deprecated", async () => {
    const { created, get, post, upload, gateway } = await flowClient();
    const id = await created({ name: "booking", categories: ["SURVEY", "OTHER"] });
    expect(await get(id)).toEqual({
      id,
      name: "booking",
      status: "DRAFT",
      categories: ["SURVEY", "OTHER"],
      validation_errors: [],
    });
    expect(errorOf(await post(`${id}/publish`))).toMatchObject({ code: 139002 });
    expect(await upload(id, await fixture("book_a_table.json"))).toMatchObject({
      status: 200,
      json: { success: true, validation_errors: [] },
    });
    expect(await post(`${id}/publish`)).toMatchObject(OK);
    expect((await get(id)).status).toBe("PUBLISHED");
    expect(await post(`${id}/deprecate`)).toMatchObject(OK);
    expect((await get(id)).status).toBe("DEPRECATED");
    expect(gateway.emulator.state().accounts[0]?.flows).toMatchObject([{ id, status: "DEPRECATED" }]);
  });

  it("are created and published in one call", async () => {
    const { create, get } = await flowClient();
    const { json } = await create({ name: "booking", flow_json: await fixture("book_a_table.json"), publish: true });
    expect(json).toEqual({ id: expect.stringMatching(/^\d+$/), success: true, validation_errors: [] });
    expect((await get(String(json.id))).status).toBe("PUBLISHED");
  });

  it("with validation errors remain drafts, and cannot be published", async () => {
    const { create, get, post } = await flowClient();
    const answer = await create({ name: "booking", flow_json: '{"version":"7.0","screens":[]}', publish: true });
    expect(errorsOf(answer)).toMatchObject([{ error: "MIN_ITEMS_REQUIRED" }]);
    const id = String(answer.json.id);
    expect(await get(id)).toMatchObject({ status: "DRAFT", validation_errors: [{ error: "MIN_ITEMS_REQUIRED" }] });
    const refused = await post(`${id}/publish`);
    expect(refused.status).toBe(400);
    expect(errorOf(refused)).toMatchObject({
      code: 139002,
      message: "Publishing Flow with validation errors",
      error_user_title: "Flow publishing failed",
      is_transient: false,
    });
  });

  it("are accepted as a form, too", async () => {
    const { gateway, get } = await flowClient();
    const form = new FormData();
    form.set("name", "booking");
    form.set("categories", '["OTHER"]');
    form.set("endpoint_uri", "https://example.com");
    const response = await fetch(`${gateway.emulator.url}/whatsapp-business/v23.0/${WABA}/flows`, {
      method: "POST",
      headers: { authorization: "Bearer key" },
      body: form,
    });
    const created: unknown = await response.json();
    expect(created).toMatchObject({ id: expect.any(String) });
    const { id } = created as { id: string }; // as just checked
    expect(await get(id, "?fields=categories,endpoint_uri")).toMatchObject({
      categories: ["OTHER"],
      endpoint_uri: "https://example.com",
    });
  });

  it("are listed in the order of their creation, page by page", async () => {
    const { created, get } = await flowClient();
    const ids = [await created({ name: "a" }), await created({ name: "b" }), await created({ name: "c" })];
    const recorded = JSON.parse(await fixture("list-flows.json"));
    const first = await get(`${WABA}/flows`, "?limit=2");
    expect(listOf(first.data).map((flow) => objectOf(flow).id)).toEqual(ids.slice(0, 2));
    expect(Object.keys(objectOf(listOf(first.data)[0])).sort()).toEqual(Object.keys(recorded.data[0]).sort());
    const { after } = objectOf(objectOf(first.paging).cursors);
    const second = await get(`${WABA}/flows`, `?limit=2&fields=id&after=${String(after)}`);
    expect(second.data).toEqual([{ id: ids[2] }]);
  });

  it("show every field that Meta's description has", async () => {
    const { created, get } = await flowClient();
    const recorded = JSON.parse(await fixture("get-flow.json"));
    const id = await created({ name: "booking", flow_json: withEndpoint(), endpoint_uri: "https://example.com" });
    const names = Object.keys(recorded).filter((name) => name !== "id");
    const flow = await get(id, `?fields=id,${names.join(",")}`);
    expect(Object.keys(flow).sort()).toEqual(Object.keys(recorded).sort());
    expect(flow).toMatchObject({
      json_version: "7.0",
      data_api_version: "3.0",
      data_channel_uri: "https://example.com",
      whatsapp_business_account: { id: WABA },
      health_status: { can_send_message: "AVAILABLE" },
      preview: {
        preview_url: expect.stringContaining(`/flows/${id}/preview/?token=`),
        expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
      },
    });
    const health = await get(id, `?fields=health_status.phone_number(${PHONE})`);
    expect(listOf(objectOf(health.health_status).entities)).toContainEqual({
      entity_type: "PHONE_NUMBER",
      id: PHONE,
      can_send_message: "AVAILABLE",
    });
    expect(errorOf(await failing(id, "?fields=colour"))).toMatchObject({ code: 100 });
    expect(errorOf(await failing(id, "?fields=metric.name(ENDPOINT_REQUEST_COUNT).granularity(DAY)"))).toMatchObject({
      code: 139006,
    });

    async function failing(flowId: string, query: string) {
      return { status: 400, headers: new Headers(), json: await get(flowId, query) };
    }
  });

  it("show when they last changed", async () => {
    const { created, get, post, gateway } = await flowClient();
    const id = await created({ name: "booking", categories: ["OTHER"] });
    const before = Date.parse(String((await get(id, "?fields=updated_at")).updated_at));
    gateway.emulator.clock.advance(3_600_000);
    await get(id);
    expect(Date.parse(String((await get(id, "?fields=updated_at")).updated_at))).toBe(before);
    await post(id, { name: "another" });
    const { updated_at: after } = await get(id, "?fields=updated_at");
    expect(after).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
    expect(Date.parse(String(after))).toBeGreaterThanOrEqual(before + 3_600_000);
  });

  it("keep the URL of their preview until it is invalidated or expires", async () => {
    const { created, get, gateway } = await flowClient();
    const id = await created({ name: "booking" });
    const preview = async (field: string) => objectOf((await get(id, `?fields=${field}`)).preview).preview_url;
    const first = await preview("preview.invalidate(false)");
    expect(await preview("preview")).toBe(first);
    const second = await preview("preview.invalidate(true)");
    expect(second).not.toBe(first);
    gateway.emulator.clock.advance(31 * 24 * 3_600_000);
    expect(await preview("preview")).not.toBe(second);
    const unix = objectOf((await get(id, "?fields=preview&date_format=U")).preview).expires_at;
    expect(unix).toEqual(expect.any(Number));
  });

  it("are cloned, changed and deleted as drafts", async () => {
    const { created, get, post, gateway } = await flowClient();
    const json = await fixture("book_a_table.json");
    const original = await created({ name: "booking", flow_json: json, publish: true });
    const clone = await created({ name: "booking_2", clone_flow_id: original });
    expect(await get(clone, "?fields=status,json_version")).toMatchObject({ status: "DRAFT", json_version: "7.0" });
    expect(
      await post(clone, { name: "tables", categories: ["SURVEY"], endpoint_uri: "https://example.com" }),
    ).toMatchObject(OK);
    expect(await get(clone, "?fields=name,categories,endpoint_uri")).toMatchObject({
      name: "tables",
      categories: ["SURVEY"],
      endpoint_uri: "https://example.com",
    });
    expect(await gateway.graph("DELETE", clone)).toMatchObject(OK);
    expect(errorOf(await gateway.graph("GET", clone))).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it("have assets once their JSON is uploaded, which direct calls can download", async () => {
    const { created, get, upload, gateway } = await flowClient({ direct: true });
    const json = await fixture("book_a_table.json");
    const id = await created({ name: "booking" });
    expect(await get(`${id}/assets`)).toEqual({ data: [] });
    await upload(id, json);
    const { data } = await get(`${id}/assets`);
    const recorded = JSON.parse(await fixture("list-assets.json"));
    const asset = objectOf(listOf(data)[0]);
    expect(Object.keys(asset).sort()).toEqual(Object.keys(recorded.data[0]).sort());
    const url = String(asset.download_url);
    expect(url.startsWith(gateway.emulator.url)).toBe(true);
    expect(await (await fetch(url)).text()).toBe(json);
    gateway.emulator.clock.advance(25 * 3_600_000);
    expect((await fetch(url)).status).toBe(404);
  });

  it("have an address at WhatsApp's own host without direct calls", async () => {
    const { created, get } = await flowClient();
    const id = await created({ name: "booking", flow_json: await fixture("book_a_table.json") });
    const { data } = await get(`${id}/assets`);
    expect(objectOf(listOf(data)[0]).download_url).toMatch(/^https:\/\/scontent\.xx\.fbcdn\.net\/m1\/v\//);
  });

  it("survive a restart, also in a state file of an earlier release", async () => {
    const folder = await mkdtemp(join(tmpdir(), "flows-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const stateFile = join(folder, "state.json");
    const first = await Gateway.start({ stateFile });
    await first.graph("POST", `${WABA}/flows`, { name: "booking", categories: ["OTHER"] });
    await first.emulator.close();
    const second = await Gateway.start({ stateFile });
    expect(second.emulator.state().accounts[0]?.flows).toMatchObject([{ name: "booking" }]);
    await second.emulator.close();
    const kept = JSON.parse(await readFile(stateFile, "utf8"));
    for (const account of kept.accounts) delete account.flows;
    await writeFile(stateFile, JSON.stringify(kept));
    const { create } = await flowClient({ stateFile });
    expect((await create({ name: "booking" })).status).toBe(200);
  });

  it("get the statuses of WhatsApp's monitoring by the control surface", async () => {
    const { created, get, gateway, post } = await flowClient();
    const id = await created({ name: "booking", flow_json: await fixture("book_a_table.json"), publish: true });
    expect(await gateway.control(`flows/${id}`, { status: "throttled" })).toMatchObject({
      json: { status: "THROTTLED" },
    });
    expect(await get(id, "?fields=status,health_status")).toMatchObject({
      status: "THROTTLED",
      health_status: { can_send_message: "LIMITED" },
    });
    expect((await gateway.control(`flows/${id}`, { status: "PAUSED" })).status).toBe(400);
    expect((await gateway.control("flows/1", { status: "BLOCKED" })).status).toBe(404);
    expect(await post(`${id}/deprecate`)).toMatchObject(OK);
  });
});

describe("refusals of flows", () => {
  it.each<{ what: string; body: JsonObject; says: RegExp }>([
    { what: "no name", body: {}, says: /name is required/ },
    { what: "a taken name", body: { name: "taken" }, says: /^Flow name is not unique$/ },
    { what: "no categories", body: { name: "b", categories: null }, says: /categories is required/ },
    { what: "empty categories", body: { name: "b", categories: [] }, says: /at least 1 elements/ },
    { what: "another category", body: { name: "b", categories: ["FUN"] }, says: /must be one of \{SIGN_UP, / },
    { what: "another endpoint", body: { name: "b", endpoint_uri: "example" }, says: /^Invalid Endpoint URI$/ },
    { what: "an unknown original", body: { name: "b", clone_flow_id: "1" }, says: /^Flow with specified ID does not/ },
  ])("of a create with $what", async ({ body, says }) => {
    const { create, created } = await flowClient();
    await created({ name: "taken" });
    const refused = await create(body);
    expect(refused.status).toBe(400);
    expect(errorOf(refused)).toMatchObject({ code: 100, message: expect.stringMatching(says) });
  });

  it("of changes to what is published, and of the wrong order", async () => {
    const { create, created, post, upload, gateway } = await flowClient();
    const json = await fixture("book_a_table.json");
    const draft = await created({ name: "draft", flow_json: json });
    expect(errorOf(await post(`${draft}/deprecate`))).toMatchObject({
      code: 139003,
      message: "Can't deprecate unpublished flow",
    });
    const id = await created({ name: "published", flow_json: json, publish: true });
    const errors = [
      await post(id, { name: "other" }),
      await upload(id, json),
      await post(`${id}/publish`),
      await gateway.graph("DELETE", id),
    ];
    expect(errors.map((answer) => errorOf(answer).code)).toEqual([139001, 139001, 139002, 139004]);
    await post(`${id}/deprecate`);
    expect(errorOf(await post(`${id}/deprecate`))).toMatchObject({
      code: 139003,
      message: "Flow is already deprecated",
    });
    expect(errorOf(await create({ name: "published" }))).toMatchObject({ message: "Flow name is not unique" });
  });

  it("of a publish without endpoint or phone number", async () => {
    const { created, post } = await flowClient({ waba: [WABA, "77"], phones: [PHONE] });
    const modern = await created({ name: "modern", flow_json: withEndpoint() });
    expect(errorOf(await post(`${modern}/publish`))).toMatchObject({
      code: 139002,
      message: "Publishing without specifying endpoint_uri is forbidden",
    });
    await post(modern, { endpoint_uri: "https://example.com" });
    expect(await post(`${modern}/publish`)).toMatchObject(OK);
    const old = await created({ name: "old", flow_json: withEndpoint("2.1") });
    expect(errorOf(await post(`${old}/publish`))).toMatchObject({
      message: "Publishing Flow without data_channel_uri",
    });
    expect(errorOf(await post(old, { endpoint_uri: "https://example.com" }))).toMatchObject({ code: 139001 });
    const body = { name: "a", categories: ["OTHER"], flow_json: await fixture("book_a_table.json"), publish: true };
    expect(errorOf(await post("77/flows", body))).toMatchObject({
      code: 139002,
      message: expect.stringMatching(/^No Phone Number/),
    });
  });

  it("of an upload with another name, type or form", async () => {
    const { created, post, upload } = await flowClient();
    const id = await created({ name: "booking" });
    expect(errorOf(await upload(id, "{}", { name: "other.json" }))).toMatchObject({
      code: 100,
      message: expect.stringMatching(/flow\.json/),
    });
    expect(errorOf(await upload(id, "{}", { asset_type: "PNG" }))).toMatchObject({
      message: expect.stringMatching(/FLOW_JSON/),
    });
    expect(errorOf(await post(`${id}/assets`, { name: "flow.json" }))).toMatchObject({
      message: expect.stringMatching(/file is required/),
    });
    expect(errorOf(await upload("1", "{}"))).toMatchObject({ code: 100, error_subcode: 33 });
  });
});
