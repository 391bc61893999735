import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, textTemplate, WABA } from "./gateway-client.ts";

const generated: JsonObject = {
  name: "auto_generated_text_1",
  parameter_format: "POSITIONAL",
  components: [{ type: "BODY", text: "Hi Ann, your order is delivered." }],
  language: "en_US",
  status: "APPROVED",
  category: "UTILITY",
  source: "AUTO_GENERATED",
  id: "1951933648908188",
};
const ours: JsonObject = { ...generated, name: "parcel", id: "1951933648908189" };
delete ours.source;

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start({ seed: { data: [generated, ours] } });
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

const id = String(generated.id);
async function names(query: string) {
  return (await gateway.list(query)).map(({ name }) => name);
}

describe("the source of a template", () => {
  it("is shown on request, and only for a generated one", async () => {
    const { source: _, ...plain } = generated;
    expect(await gateway.list()).toEqual([plain, ours]);
    expect((await gateway.graph("GET", id)).json).toEqual(plain);
    expect(await gateway.list("&fields=name,source")).toEqual([
      { name: generated.name, source: "AUTO_GENERATED", id },
      { name: "parcel", id: ours.id },
    ]);
    expect((await gateway.graph("GET", `${id}?fields=source`)).json).toEqual({ source: "AUTO_GENERATED", id });
  });

  it("filters the list", async () => {
    expect(await names("&source=AUTO_GENERATED")).toEqual([generated.name]);
    expect(await names("&source=SOMETHING_ELSE")).toEqual([]);
    expect(await names("")).toEqual([generated.name, "parcel"]);
  });

  it("is kept when other fields are overwritten, and can be overwritten itself", async () => {
    await gateway.control(`templates/${id}`, { category: "MARKETING" });
    await gateway.control(`templates/${String(ours.id)}`, { source: "AUTO_GENERATED" });
    expect(await names("&source=AUTO_GENERATED")).toEqual([generated.name, "parcel"]);
    expect(await gateway.list()).not.toContainEqual(expect.objectContaining({ source: expect.anything() }));
  });
});

describe("a generated template", () => {
  const deleteBy = (query: string) => gateway.graph("DELETE", `${WABA}/message_templates?${query}`);

  it("cannot be edited, with 2388318", async () => {
    const answer = await gateway.graph("POST", id, { components: [{ type: "BODY", text: "Hello to all of you." }] });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code: 100, error_subcode: 2388318, error_user_msg: expect.any(String) });
    expect(await gateway.list()).toContainEqual(expect.objectContaining({ id, components: generated.components }));
  });

  it.each([`hsm_id=${id}&name=${String(generated.name)}`, `name=${String(generated.name)}`, `hsm_ids=["${id}"]`])(
    "cannot be deleted by %s, with 2388330",
    async (query) => {
      const answer = await deleteBy(query);
      expect(answer.status).toBe(400);
      expect(errorOf(answer)).toMatchObject({ code: 100, error_subcode: 2388330 });
      expect(await gateway.list()).toHaveLength(2);
    },
  );

  it("prevents the whole delete, which is all or nothing", async () => {
    expect(errorOf(await deleteBy(`hsm_ids=["${String(ours.id)}","${id}"]`))).toMatchObject({ error_subcode: 2388330 });
    expect(await gateway.list()).toHaveLength(2);
    expect((await deleteBy("name=parcel")).status).toBe(200);
    expect(await names("")).toEqual([generated.name]);
  });

  it("occupies its name and language", async () => {
    const create = await gateway.create(textTemplate({ name: generated.name ?? null }));
    expect(errorOf(create)).toMatchObject({ error_subcode: 2388024 });
  });
});

describe("templates that the control surface adds", () => {
  it("are first in the list, in their order", async () => {
    const added = { ...generated, name: "auto_generated_2", id: "7" };
    expect((await gateway.control("templates", { data: [added] })).json).toEqual({ added: ["7"] });
    const { language, components } = generated;
    const single = { name: "without_id", language: language ?? "", components: components ?? [], status: "REJECTED" };
    const [own] = Object.values((await gateway.control("templates", single)).json).flat();
    expect(await gateway.list("&fields=name,source,status")).toEqual([
      { name: "without_id", status: "REJECTED", id: own },
      { name: "auto_generated_2", source: "AUTO_GENERATED", status: "APPROVED", id: "7" },
      expect.objectContaining({ name: generated.name }),
      expect.objectContaining({ name: "parcel" }),
    ]);
    gateway.emulator.reset();
    expect(await gateway.list()).toHaveLength(2);
  });

  it("are added to the named account", async () => {
    const two = await Gateway.start({ waba: [WABA, "222"] });
    expect((await two.control("templates?waba=222", generated)).status).toBe(200);
    expect(await two.list()).toEqual([]);
    expect(two.emulator.state().accounts[1]?.templates).toMatchObject([
      { id, source: "AUTO_GENERATED" },
      { name: "hello_world" },
    ]);
    expect(await two.control("templates?waba=333", generated)).toMatchObject({ status: 404 });
    await two.emulator.close();
  });

  it.each([
    { body: { name: "x" }, says: /lacks a name or a language/ },
    { body: generated, says: /template 1951933648908188 already exists/ },
    { body: { ...generated, id: "8" }, says: /template auto_generated_text_1 en_US already exists/ },
    {
      body: {
        data: [
          { ...ours, name: "a", id: "9" },
          { ...ours, name: "b", id: "9" },
        ],
      },
      says: /template 9 already/,
    },
  ])("are refused when they cannot be told apart: $says", async ({ body, says }) => {
    const answer = await gateway.control("templates", body);
    expect(answer.status).toBe(400);
    expect(answer.json.error).toMatch(says);
    expect(await gateway.list()).toHaveLength(2);
  });
});
