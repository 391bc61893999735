import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isObject, listOf, objectOf } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, textTemplate, WABA } from "./gateway-client.ts";

const edge = `${WABA}/message_templates`;
let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());
beforeEach(async () => {
  gateway.emulator.reset();
  for (const name of ["a_one", "a_two", "b_three"]) await gateway.created(textTemplate({ name }));
  await gateway.created(textTemplate({ name: "b_three", language: "de" }));
  await gateway.created(
    textTemplate({
      name: "offer",
      category: "MARKETING",
      components: [{ type: "BODY", text: "Herbs are cheap today" }],
    }),
  );
});

async function page(query: string) {
  const { json } = await gateway.graph("GET", `${edge}?${query}`);
  return {
    names: listOf(json.data)
      .filter(isObject)
      .map(({ name }) => name),
    paging: objectOf(json.paging),
    json,
  };
}

describe("pages", () => {
  it("newest first, with cursors on every page and next only where more follows", async () => {
    const first = await page("limit=2");
    expect(first.names).toEqual(["offer", "b_three"]);
    expect(first.paging).toMatchObject({ cursors: { before: "MAZDZD", after: "MQZDZD" } });
    const second = await page(`limit=2&after=${String(objectOf(first.paging.cursors).after)}`);
    expect(second.names).toEqual(["b_three", "a_two"]);
    expect(second.paging).toHaveProperty("previous");
    const last = await page(`limit=2&after=${String(objectOf(second.paging.cursors).after)}`);
    expect(last.names).toEqual(["a_one"]);
    expect(last.paging).toHaveProperty("cursors");
    expect(last.paging).not.toHaveProperty("next");
    const back = await page(`limit=2&before=${String(objectOf(last.paging.cursors).before)}`);
    expect(back.names).toEqual(second.names);
  });

  it("next is an absolute URL of graph.facebook.com with a token in it", async () => {
    const { paging } = await page("limit=2&fields=name");
    const next = new URL(String(paging.next));
    expect(next.origin + next.pathname).toBe(`https://graph.facebook.com/v21.0/${edge}`);
    expect(Object.fromEntries(next.searchParams)).toEqual({
      access_token: expect.any(String),
      limit: "2",
      fields: "name",
      after: "MQZDZD",
    });
  });

  it("25 by default", async () => {
    for (let count = 0; count < 22; count += 1) await gateway.created(textTemplate({ name: `more_${count}` }));
    expect((await page("")).names).toHaveLength(25);
  });

  it("an empty list has no paging", async () => {
    expect((await page("name=nobody")).json).toEqual({ data: [] });
  });

  it.each(["limit=0", "limit=many", "after=***"])("%s is refused", async (query) => {
    expect(await gateway.graph("GET", `${edge}?${query}`)).toMatchObject({
      status: 400,
      json: { error: { code: 100 } },
    });
  });
});

describe("filters", () => {
  it.each([
    { query: "name=a_", found: ["a_two", "a_one"] },
    { query: "language=de", found: ["b_three"] },
    { query: "category=MARKETING", found: ["offer"] },
    { query: "status=APPROVED&name=a_one", found: ["a_one"] },
    { query: "status=REJECTED,PAUSED", found: [] },
    { query: "content=HERBS", found: ["offer"] },
    { query: "name_or_content=herbs", found: ["offer"] },
    { query: "quality_score=GREEN", found: [] },
    { query: "until=1", found: [] },
  ])("$query", async ({ query, found }) => {
    expect((await page(query)).names).toEqual(found);
  });

  it("the name can be matched exactly", async () => {
    gateway.emulator.setFaults({ switches: { nameFilter: "exact" } });
    expect((await page("name=a_")).names).toEqual([]);
    expect((await page("name=a_one")).names).toEqual(["a_one"]);
  });

  it.each([
    ["status", "LOST"],
    ["status", "APPROVED,LOST"],
    ["category", "NEWS"],
    ["language", "en-US"],
    ["language", '["es","xx"]'],
    ["quality_score", "BLUE"],
  ])("an unknown %s, %s, is refused", async (name, value) => {
    const answer = await gateway.graph("GET", `${edge}?${name}=${encodeURIComponent(value)}`);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({
      code: 100,
      message: expect.stringMatching(
        new RegExp(`Param ${name} must be one of \\{.*\\} - got "(LOST|NEWS|en-US|xx|BLUE)"`),
      ),
    });
  });

  it.each(["since", "until"])("%s must be a time in seconds", async (name) => {
    expect(errorOf(await gateway.graph("GET", `${edge}?${name}=yesterday`))).toMatchObject({
      code: 100,
      message: expect.stringContaining(`Param ${name} must be an integer`),
    });
  });
});

describe("fields and summary", () => {
  it("shows the named fields and the id", async () => {
    const { json } = await page("fields=name,status,quality_score{score},rejected_reason&limit=1");
    expect(listOf(json.data)).toEqual([
      {
        name: "offer",
        status: "APPROVED",
        quality_score: { score: "UNKNOWN" },
        rejected_reason: "NONE",
        id: expect.any(String),
      },
    ]);
  });

  it("refuses an unknown field", async () => {
    expect(errorOf(await gateway.graph("GET", `${edge}?fields=name,colour`))).toMatchObject({
      code: 100,
      message: "(#100) Tried accessing nonexisting field (colour) on node type (WhatsAppMessageTemplate)",
    });
  });

  it("refuses an unknown field even if nothing is found", async () => {
    expect((await gateway.graph("GET", `${edge}?fields=colour&name=nobody`)).status).toBe(400);
  });

  it("counts", async () => {
    const { json } = await page("summary=total_count,message_template_count,message_template_limit&name=a_&limit=1");
    expect(json.summary).toEqual({ total_count: 2, message_template_count: 5, message_template_limit: 6000 });
  });
});

describe("incomplete lists", () => {
  it("empty", async () => {
    gateway.emulator.setFaults({ switches: { listEmpty: true } });
    expect((await page("limit=100")).json).toEqual({ data: [] });
  });

  it("cut short without a sign of it", async () => {
    gateway.emulator.setFaults({ switches: { listShort: true } });
    const { names, paging } = await page("limit=4");
    expect(names).toHaveLength(2);
    expect(paging).not.toHaveProperty("next");
  });
});
