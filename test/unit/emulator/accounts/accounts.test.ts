import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listOf, objectOf } from "../../../../src/emulator/json.ts";
import { errorOf, Gateway, textTemplate, WABA } from "../gateway-client.ts";

let gateway: Gateway;
beforeEach(async () => {
  gateway = await Gateway.start();
});
afterEach(() => gateway.emulator.close());

async function read(query: string) {
  return (await gateway.graph("GET", `${WABA}${query}`)).json;
}

const RANGE = "start=1718064000&end=1718150400";

describe("settings of an account", () => {
  it("change its name and time zone", async () => {
    expect(await gateway.graph("POST", WABA, { name: "Updated Business Name" })).toMatchObject({
      status: 200,
      json: { success: true },
    });
    await gateway.graph("POST", `${WABA}?timezone_id=2`);
    expect(await read("?fields=name,timezone_id")).toEqual({
      id: WABA,
      name: "Updated Business Name",
      timezone_id: "2",
    });
    expect(errorOf(await gateway.graph("POST", WABA, { name: "n".repeat(101) }))).toMatchObject({ code: 100 });
  });

  it("enable template analytics, once and for all", async () => {
    expect(await read("?fields=is_enabled_for_insights")).toEqual({ id: WABA, is_enabled_for_insights: false });
    expect((await gateway.graph("POST", WABA, { is_enabled_for_insights: false })).status).toBe(200);
    expect(await gateway.graph("POST", `${WABA}?is_enabled_for_insights=true`)).toMatchObject({ json: { id: WABA } });
    expect(await read("?fields=is_enabled_for_insights")).toMatchObject({ is_enabled_for_insights: true });
    expect(errorOf(await gateway.graph("POST", WABA, { is_enabled_for_insights: false }))).toMatchObject({
      code: 200006,
    });
  });
});

describe("users of an account", () => {
  it("are listed for the business that owns it", async () => {
    const owner = objectOf((await read("?fields=owner_business_info")).owner_business_info);
    const { data, summary } = await read(`/assigned_users?business=${String(owner.id)}&fields=id,name,user_type`);
    expect(data).toEqual([{ id: expect.any(String), name: expect.any(String), user_type: "SYSTEM_USER" }]);
    expect(summary).toEqual({ total_count: 1 });
    expect(await read("/assigned_users?business=1")).toEqual({ data: [], summary: { total_count: 0 } });
    expect(errorOf(await gateway.graph("GET", `${WABA}/assigned_users`))).toMatchObject({ code: 100 });
  });
});

describe("analytics of an account", () => {
  it("of messages and conversations are empty", async () => {
    const fields = "analytics.start(1718064000).end(1718150400).granularity(DAY),name";
    expect(await read(`?fields=${fields}`)).toEqual({
      id: WABA,
      name: "Emulated Business",
      analytics: { phone_numbers: ["15550122"], granularity: "DAY", data_points: [] },
    });
    const conversations =
      'conversation_analytics.start(1718064000).end(1718150400).granularity(DAILY).phone_numbers([]).dimensions(["PHONE"])';
    expect(await read(`?fields=${encodeURIComponent(conversations)}`)).toEqual({
      id: WABA,
      conversation_analytics: { data: [{ data_points: [] }] },
    });
  });

  it.each([
    { what: "a start", field: "analytics.end(2).granularity(DAY)", says: /start is required/ },
    { what: "a granularity", field: "analytics.start(1).end(2)", says: /granularity is required/ },
    {
      what: "a known granularity",
      field: "analytics.start(1).end(2).granularity(DAILY)",
      says: /HALF_HOUR, DAY, MONTH/,
    },
    { what: "time", field: "analytics.start(2).end(2).granularity(DAY)", says: /end must be greater than start/ },
  ])("are refused without $what", async ({ field, says }) => {
    const answer = await gateway.graph("GET", `${WABA}?fields=${field}`);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code: 100, message: expect.stringMatching(says) });
  });

  it("of conversations are an edge, too", async () => {
    const path = `${WABA}/conversation_analytics?${RANGE}&granularity=DAILY`;
    expect((await gateway.graph("GET", path)).json).toEqual({ data: [{ data_points: [] }] });
    const refused = await gateway.graph("GET", `${path.replace("DAILY", "WEEKLY")}`);
    expect(errorOf(refused)).toMatchObject({ code: 100 });
  });

  it("of templates require insights, and are empty", async () => {
    const id = await gateway.created(textTemplate());
    const path = `${WABA}/template_analytics?${RANGE}&granularity=daily&metric_types=sent,read`;
    expect(errorOf(await gateway.graph("GET", `${path}&template_ids=[${id}]`))).toMatchObject({ code: 200007 });
    await gateway.graph("POST", WABA, { is_enabled_for_insights: true });
    const empty = { granularity: "DAILY", product_type: "cloud_api", data_points: [] };
    expect((await gateway.graph("GET", `${path}&template_ids=[${id}]`)).json).toEqual({ data: [empty] });
    const field = `template_analytics.start(1718064000).end(1718150400).granularity(DAILY).template_ids([${id}])`;
    expect(listOf(objectOf((await read(`?fields=${field}`)).template_analytics).data)).toEqual([empty]);
    expect(errorOf(await gateway.graph("GET", path))).toMatchObject({ message: expect.stringMatching(/template_ids/) });
    const many = Array.from({ length: 11 }, (_, index) => index).join(",");
    expect(errorOf(await gateway.graph("GET", `${path}&template_ids=[${many}]`))).toMatchObject({ code: 100 });
    expect(errorOf(await gateway.graph("GET", `${path}&template_ids=[1]`))).toMatchObject({ error_subcode: 33 });
    expect(errorOf(await gateway.graph("GET", `${path},fun&template_ids=[${id}]`))).toMatchObject({ code: 100 });
  });
});
