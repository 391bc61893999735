import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PERIODS } from "../../../src/emulator/clock.ts";
import type { EmulatorOptions } from "../../../src/emulator/index.ts";
import { errorOf, Gateway, textTemplate, WABA } from "./gateway-client.ts";

const { DAY, HOUR, MINUTE } = PERIODS;
const edge = `${WABA}/message_templates`;
function components(text: string) {
  return { components: [{ type: "BODY", text }] };
}

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

function edit(id: string, text: string) {
  return gateway.graph("POST", id, components(text));
}

async function read(id: string) {
  return (await gateway.graph("GET", id)).json;
}

async function approved(changes = {}) {
  const id = await gateway.created(textTemplate(changes));
  await read(id);
  return id;
}

async function using(options: EmulatorOptions, run: (other: Gateway) => Promise<void>) {
  const other = await Gateway.start(options);
  try {
    await run(other);
  } finally {
    await other.emulator.close();
  }
}

describe("review", () => {
  it("that is pending does not overwrite a status that was set by hand", async () => {
    const paths = (id: string) => [`templates/${id}`, "review"];
    for (const [index, name] of ["a", "b"].entries()) {
      const id = await gateway.created(textTemplate({ name }));
      await gateway.control(paths(id)[index] ?? "", { id, status: "PAUSED" });
      expect(await read(id)).toMatchObject({ status: "PAUSED" });
    }
    const id = await gateway.created(textTemplate({ name: "c" }));
    await gateway.control(`templates/${id}`, { category: "MARKETING" });
    expect(await read(id)).toMatchObject({ status: "APPROVED", category: "MARKETING" });
  });

  it("approves at the next read, by id or by list", async () => {
    const id = await gateway.created(textTemplate());
    expect(gateway.emulator.state().accounts[0]?.templates[0]).toMatchObject({ status: "PENDING" });
    expect(await read(id)).toMatchObject({ status: "APPROVED" });
  });

  it("rejects, with a reason on request", () =>
    using({ review: "reject" }, async (other) => {
      const id = await other.created(textTemplate());
      expect((await other.graph("GET", `${id}?fields=status,rejected_reason`)).json).toEqual({
        status: "REJECTED",
        rejected_reason: "INVALID_FORMAT",
        id,
      });
    }));

  it("takes as long as the option says, on the emulator's clock", () =>
    using({ review: "pending:10m" }, async (other) => {
      const id = await other.created(textTemplate());
      expect((await other.graph("GET", id)).json).toMatchObject({ status: "PENDING" });
      other.emulator.clock.advance(10 * MINUTE);
      expect((await other.graph("GET", id)).json).toMatchObject({ status: "APPROVED" });
    }));

  it("leaves a template PENDING until a verdict is given", () =>
    using({ review: "pending" }, async (other) => {
      const id = await other.created(textTemplate());
      other.emulator.clock.advance(90 * DAY);
      expect((await other.graph("GET", id)).json).toMatchObject({ status: "PENDING" });
      const verdict = { name: "parcel_sent", language: "en_US", status: "REJECTED", reason: "SCAM" };
      expect((await other.control("review", verdict)).json).toEqual({ changed: [id] });
      expect((await other.graph("GET", `${id}?fields=status,rejected_reason`)).json).toMatchObject({
        status: "REJECTED",
        rejected_reason: "SCAM",
      });
    }));

  it("rejects the same content twice, when switched on", async () => {
    gateway.emulator.setFaults({ switches: { rejectDuplicateContent: true } });
    await gateway.created(textTemplate());
    const id = await gateway.created(textTemplate({ name: "parcel_sent_again" }));
    expect(await read(id)).toMatchObject({ status: "REJECTED" });
  });

  it.each([{ status: "LOST" }, { status: "REJECTED", reason: "UGLY" }])(
    "refuses the verdict $status $reason",
    async (verdict) => {
      await gateway.created(textTemplate());
      expect((await gateway.control("review", { name: "parcel_sent", ...verdict })).status).toBe(400);
    },
  );
});

describe("an edit", () => {
  it("replaces the components and sends the template back to review", async () => {
    const id = await approved();
    expect(await edit(id, "Your parcel is on its way.")).toMatchObject({ status: 200, json: { success: true } });
    expect(gateway.emulator.state().accounts[0]?.templates[0]).toMatchObject({ status: "PENDING" });
    expect(await read(id)).toMatchObject({
      id,
      status: "APPROVED",
      components: [{ text: "Your parcel is on its way." }],
    });
  });

  it("answers with more fields, when switched on", async () => {
    gateway.emulator.setFaults({ switches: { editAnswer: "full" } });
    const id = await approved();
    expect((await edit(id, "Other")).json).toEqual({ success: true, id, name: "parcel_sent", category: "UTILITY" });
  });

  it("keeps the components when it only changes the time to live", async () => {
    const id = await approved();
    await gateway.graph("POST", id, { message_send_ttl_seconds: 300 });
    expect(await read(id)).toMatchObject({
      message_send_ttl_seconds: 300,
      components: [{ text: "Your parcel has left our house." }],
    });
  });

  it.each(["PENDING", "DISABLED", "IN_APPEAL", "ARCHIVED", "PENDING_DELETION"])(
    "of a %s template is refused",
    async (status) => {
      const id = await approved();
      await gateway.control("review", { id, status });
      expect(errorOf(await edit(id, "Other"))).toMatchObject({ code: 100, error_subcode: 2388039 });
    },
  );

  it("is possible once a day and ten times in 30 days while APPROVED", async () => {
    const id = await approved();
    for (let day = 0; day < 10; day += 1) {
      expect((await edit(id, `Text number ${day}`)).status).toBe(200);
      await read(id);
      expect(errorOf(await edit(id, "Too early"))).toMatchObject({ error_subcode: 2388039 });
      gateway.emulator.clock.advance(DAY);
    }
    expect(errorOf(await edit(id, "The eleventh"))).toMatchObject({ error_subcode: 2388039 });
    gateway.emulator.clock.advance(21 * DAY);
    expect((await edit(id, "The eleventh")).status).toBe(200);
  });

  it("is unlimited while REJECTED or PAUSED", async () => {
    const id = await approved();
    for (const status of ["REJECTED", "PAUSED", "REJECTED"]) {
      await gateway.control("review", { id, status });
      expect((await edit(id, `After ${status}`)).status).toBe(200);
    }
  });

  it("has no budget with quotas off", () =>
    using({ quotas: false }, async (other) => {
      const id = await other.created(textTemplate());
      for (const text of ["One", "Two", "Three"]) {
        await other.graph("GET", id);
        expect((await other.graph("POST", id, components(text))).status).toBe(200);
      }
    }));

  it.each([
    { changes: { name: "other" }, says: /name/ },
    { changes: { language: "de" }, says: /language/ },
    { changes: { category: "MARKETING" }, says: /MARKETING doesn't match/ },
    { changes: components("{{1}} first"), says: /expected field/ },
  ])("of $changes is refused and changes nothing", async ({ changes, says }) => {
    const id = await approved();
    const answer = await gateway.graph("POST", id, changes);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(errorOf(answer))).toMatch(says);
    expect(await read(id)).toMatchObject({
      status: "APPROVED",
      components: [{ text: "Your parcel has left our house." }],
    });
  });

  it("may change the category of a rejected template with one language", async () => {
    const id = await approved();
    await gateway.control("review", { id, status: "REJECTED" });
    await gateway.graph("POST", id, { category: "MARKETING" });
    expect(await read(id)).toMatchObject({ category: "MARKETING" });
  });
});

describe("names and languages", () => {
  it("the same name and language is refused", async () => {
    await gateway.created(textTemplate());
    expect(errorOf(await gateway.create(textTemplate()))).toMatchObject({
      error_subcode: 2388024,
      error_user_title: "Content in This Language Already Exists",
      error_user_msg:
        "There is already English (US) content for this template. You can create a new template and try again.",
    });
  });

  it("another language must keep the category", async () => {
    await gateway.created(textTemplate());
    const answer = await gateway.create(textTemplate({ language: "de", category: "MARKETING" }));
    expect(errorOf(answer)).toMatchObject({
      message: "Invalid parameter",
      code: 100,
      error_user_msg:
        "The category MARKETING doesn't match the one that's already associated with this template, UTILITY.",
    });
    expect(errorOf(answer)).not.toHaveProperty("error_subcode");
    expect((await gateway.create(textTemplate({ language: "de" }))).status).toBe(200);
  });

  it("a deleted name and language can be created again after 30 days", async () => {
    const id = await approved();
    await gateway.graph("DELETE", `${edge}?hsm_id=${id}&name=parcel_sent`);
    expect(errorOf(await gateway.create(textTemplate()))).toMatchObject({
      error_subcode: 2388023,
      error_user_msg:
        "New English (US) content can't be added while the existing English (US) content is being deleted. Try again in 4 weeks or consider creating a new message template.",
    });
    gateway.emulator.clock.advance(29 * DAY + 2 * HOUR);
    expect(errorOf(await gateway.create(textTemplate())).error_user_msg).toContain("Try again in 22 hours");
    gateway.emulator.clock.advance(22 * HOUR);
    expect((await gateway.create(textTemplate())).status).toBe(200);
  });

  it("a deleted name keeps its category for the other languages", async () => {
    await approved();
    await gateway.graph("DELETE", `${edge}?name=parcel_sent`);
    const answer = await gateway.create(textTemplate({ language: "de", category: "MARKETING" }));
    expect(errorOf(answer)).toMatchObject({
      error_subcode: 2388025,
      error_user_msg: expect.stringContaining("use UTILITY as the category"),
    });
    expect((await gateway.create(textTemplate({ language: "de" }))).status).toBe(200);
  });
});

describe("a delete", () => {
  it("by name takes all languages", async () => {
    await gateway.created(textTemplate());
    await gateway.created(textTemplate({ language: "de" }));
    const keep = await gateway.created(textTemplate({ name: "parcel_sent_late" }));
    expect(await gateway.graph("DELETE", `${edge}?name=parcel_sent`)).toMatchObject({
      status: 200,
      json: { success: true },
    });
    expect((await gateway.list()).map(({ id }) => id)).toEqual([keep]);
  });

  it("by id and name takes one language", async () => {
    const id = await gateway.created(textTemplate());
    const keep = await gateway.created(textTemplate({ language: "de" }));
    expect((await gateway.graph("DELETE", `${edge}?hsm_id=${id}&name=parcel_sent`)).status).toBe(200);
    expect((await gateway.list()).map((template) => template.id)).toEqual([keep]);
  });

  it("by many ids takes all or none", async () => {
    const ids = [await gateway.created(textTemplate()), await gateway.created(textTemplate({ language: "de" }))];
    const ask = (list: string[]) =>
      gateway.graph("DELETE", `${edge}?hsm_ids=${encodeURIComponent(JSON.stringify(list))}`);
    expect((await ask([...ids, "1"])).status).toBe(404);
    expect(await gateway.list()).toHaveLength(2);
    expect((await ask(ids)).status).toBe(200);
    expect(await gateway.list()).toEqual([]);
  });

  it.each([
    { query: "name=nobody", status: 404, says: /\(nobody\) does not exist/ },
    { query: "name=parcel_sent&hsm_id=1", status: 404, says: /Message Template Not Found/ },
    { query: "name=other&hsm_id=ID", status: 400, says: /doesn't match/ },
    { query: "", status: 400, says: /parameter name is required/ },
    { query: "hsm_ids=[1]&name=a", status: 400, says: /together/ },
  ])("of $query is refused", async ({ query, status, says }) => {
    const id = await gateway.created(textTemplate());
    const answer = await gateway.graph("DELETE", `${edge}?${query.replace("ID", id)}`);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(errorOf(answer))).toMatch(says);
    expect(errorOf(answer)).toMatchObject({ code: 100 });
  });

  it("of a disabled template is refused", async () => {
    const id = await gateway.created(textTemplate());
    await gateway.control("review", { id, status: "DISABLED" });
    expect((await gateway.graph("DELETE", `${edge}?name=parcel_sent`)).status).toBe(400);
  });
});

describe("archive and pause", () => {
  it("archives approved templates and lists the failures", async () => {
    const id = await approved();
    const { json } = await gateway.graph("POST", `${edge}/archive`, { hsm_ids: [id, "1"] });
    expect(json).toEqual({ archived_templates: [id], failed_templates: { 1: expect.any(String) } });
    expect(await read(id)).toMatchObject({ status: "ARCHIVED" });
    await gateway.graph("POST", `${edge}/unarchive`, { hsm_ids: [id] });
    expect(await read(id)).toMatchObject({ status: "APPROVED" });
  });

  it("takes ids that are separated by commas", async () => {
    const id = await approved();
    const { json } = await gateway.graph("POST", `${edge}/archive`, { hsm_ids: `${id},1` });
    expect(json).toEqual({ archived_templates: [id], failed_templates: { 1: expect.any(String) } });
    expect((await gateway.graph("POST", `${edge}/archive`, { hsm_ids: "" })).status).toBe(400);
  });

  it("unpauses a paused template", async () => {
    const id = await approved();
    expect((await gateway.graph("POST", `${id}/unpause`)).status).toBe(400);
    await gateway.control("review", { id, status: "PAUSED", pause: "pacing" });
    expect((await gateway.graph("POST", `${id}/unpause`)).json).toEqual({ success: true });
    expect(await read(id)).toMatchObject({ status: "APPROVED" });
  });
});

describe("quotas", () => {
  const limited = async (switches: object) => {
    gateway.emulator.setFaults({ switches });
    await gateway.created(textTemplate());
    return gateway.create(textTemplate({ language: "de" }));
  };

  it("templates per account", async () => {
    expect(errorOf(await limited({ templateLimit: 1 }))).toMatchObject({ code: 100, error_subcode: 2388019 });
  });

  it("creates per hour", async () => {
    const refused = await limited({ createsPerHour: 1 });
    expect(errorOf(refused)).toMatchObject({ code: 80008 });
    const usage = JSON.parse(refused.headers.get("x-business-use-case-usage") ?? "{}");
    expect(usage[WABA][0]).toMatchObject({ call_count: 100, estimated_time_to_regain_access: 60 });
    expect((await gateway.graph("GET", edge)).status).toBe(200);
    gateway.emulator.clock.advance(HOUR);
    expect((await gateway.create(textTemplate({ language: "de" }))).status).toBe(200);
  });

  it("management calls per hour, including reads, for as long as the caller continues", async () => {
    gateway.emulator.setFaults({ switches: { callsPerHour: 3 } });
    for (let call = 0; call < 3; call += 1) expect((await gateway.graph("GET", edge)).status).toBe(200);
    const refused = await gateway.graph("GET", WABA);
    expect(errorOf(refused)).toMatchObject({
      code: 80008,
      message: expect.stringMatching(/^\(#80008\) There have been too many calls/),
    });
    const usage = JSON.parse(refused.headers.get("x-business-use-case-usage") ?? "{}");
    expect(usage[WABA][0]).toMatchObject({ call_count: 100, estimated_time_to_regain_access: expect.any(Number) });
    gateway.emulator.clock.advance(HOUR / 2);
    expect((await gateway.graph("GET", WABA)).status).toBe(400);
    gateway.emulator.clock.advance(HOUR / 2 + MINUTE);
    expect((await gateway.graph("GET", WABA)).status).toBe(200);
  });
});
