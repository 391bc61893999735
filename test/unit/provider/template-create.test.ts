import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { create, TestAccount, templateInputs, WABA } from "./test-account.ts";

let account: TestAccount;
beforeEach(async () => {
  account = await TestAccount.start();
});
afterEach(() => account.close());

const createCall = { method: "POST", path: "**/message_templates", times: 1 };
function graphError(code: number, subcode?: number) {
  return {
    error: { message: "Something", type: "OAuthException", code, ...(subcode ? { error_subcode: subcode } : {}) },
  };
}

/** One answer to a create that is not the true one. */
function answerOnce(effect: Record<string, unknown>) {
  return account.answer(createCall, effect);
}

function posts() {
  return account.count("POST", "message_templates");
}

describe("create", () => {
  it("asks for the list once, and reads nothing back", async () => {
    const { templates } = account.run();
    const names = ["one", "two", "three"];
    const made = await Promise.all(
      names.map((name) => create(templates, templateInputs({ name, text: `This is notice ${name}.` }))),
    );
    expect(made.map(({ id }) => id)).toEqual(names.map((name) => `${WABA}/${name}/en_US`));
    expect(made[0]?.outs).toMatchObject({ approvedCategory: "UTILITY", stateVersion: 1 });
    expect([posts(), account.count("GET", "message_templates")]).toEqual([3, 1]);
  });

  it.each(["matching", "always"])("adopt: %s takes over an equal one without a write", async (adopt) => {
    const id = await account.elsewhere();
    const made = await create(account.run().templates, templateInputs({ adopt }));
    expect(made.outs.templateId).toBe(id);
    expect(posts()).toBe(1);
  });

  it("adopt: matching takes over one that WhatsApp moved to another category", async () => {
    const id = await account.elsewhere({ category: "MARKETING" });
    const made = await create(account.run().templates, templateInputs());
    expect(made.outs).toMatchObject({ templateId: id, category: "UTILITY", approvedCategory: "MARKETING" });
  });

  it("adopt: matching leaves one that differs alone, and says where it differs", async () => {
    await account.elsewhere({ text: "Somebody else wrote this." });
    await expect(create(account.run().templates, templateInputs())).rejects.toThrow(
      /differs from the declaration in \/components\/0\/text.*mycobot template get.*MYCO_TEMPLATE_EXISTS/,
    );
    expect(posts()).toBe(1);
  });

  it("adopt: always edits one that differs", async () => {
    const id = await account.elsewhere({ text: "Somebody else wrote this." });
    await account.templates(); // the review is done with the next read
    const made = await create(account.run().templates, templateInputs({ adopt: "always" }));
    expect(made.outs).toMatchObject({ templateId: id, status: "PENDING" });
    expect((await account.templates()).get("parcel_sent/en_US")?.components).toEqual([
      { type: "BODY", text: "Your parcel has left our house." },
    ]);
  });

  it("adopt: never refuses what was there before", async () => {
    await account.elsewhere();
    await expect(create(account.run().templates, templateInputs({ adopt: "never" }))).rejects.toThrow(
      /adopt is "never".*MYCO_TEMPLATE_EXISTS/,
    );
  });

  it("takes over nothing that is being deleted", async () => {
    await account.setStatus(await account.elsewhere(), "PENDING_DELETION");
    await expect(create(account.run().templates, templateInputs())).rejects.toThrow(/30 days.*MYCO_TEMPLATE_LOCKED/);
    await expect(create(account.run().templates, templateInputs({ adopt: "always" }))).rejects.toThrow(
      "MYCO_TEMPLATE_LOCKED",
    );
  });
});

describe("a create whose answer leaves open what happened", () => {
  it.each(["matching", "always", "never"])("took effect: taken over as ours, also with adopt: %s", async (adopt) => {
    answerOnce({ status: 500, applyFirst: true, body: graphError(1) });
    const made = await create(account.run().templates, templateInputs({ adopt }));
    expect((await account.templates()).get("parcel_sent/en_US")?.id).toBe(made.outs.templateId);
    expect(posts()).toBe(1);
  });

  it("did not take effect: sent again", async () => {
    answerOnce({ status: 503, body: graphError(2) });
    const made = await create(account.run().templates, templateInputs());
    expect((await account.templates()).get("parcel_sent/en_US")?.id).toBe(made.outs.templateId);
    expect(posts()).toBe(2);
  });

  it("a cut connection is no different", async () => {
    answerOnce({ applyFirst: true, reset: true });
    await create(account.run().templates, templateInputs());
    expect((await account.templates()).size).toBe(1);
  });

  it("and the account cannot be read then: both are said, and what to do; the next run takes it over", async () => {
    const { templates } = account.run();
    await create(templates, templateInputs({ name: "first", text: "The list is known from here on." }));
    const [post, get] = ["POST", "GET"].map((method) => ({ method, path: "**/message_templates" }));
    account.emulator.setFaults({
      rules: [
        // biome-ignore lint/suspicious/noThenProperty: the faults file calls it so; never awaited
        { match: post, then: { status: 500, applyFirst: true, body: graphError(1) } },
        // biome-ignore lint/suspicious/noThenProperty: the faults file calls it so; never awaited
        { match: get, then: { status: 403, body: graphError(200) } },
      ],
    });
    await expect(create(templates, templateInputs())).rejects.toThrow(/may have been created.*403.*pulumi up' again/);
    account.emulator.setFaults({});
    await create(account.run().templates, templateInputs());
    expect((await account.templates()).size).toBe(2);
  });

  it("does not make the run forget what others created meanwhile", async () => {
    const { templates } = account.run();
    await create(templates, templateInputs({ name: "first" }));
    answerOnce({ delayMs: 100, status: 500, applyFirst: true, body: graphError(1) });
    const [slow, quick] = await Promise.all([
      create(templates, templateInputs({ name: "slow", text: "This one takes its time." })),
      create(templates, templateInputs({ name: "quick", text: "This one is done at once." })),
    ]);
    for (const made of [slow, quick]) {
      const { inputs } = await templates.read(made.id, made.outs);
      expect(inputs).toBeDefined();
    }
  });
});

describe("a race with somebody else (2388024)", () => {
  it("equal: taken over", async () => {
    const { templates } = account.run();
    await create(templates, templateInputs({ name: "first", text: "The list is known from here on." }));
    const id = await account.elsewhere();
    expect((await create(templates, templateInputs())).outs.templateId).toBe(id);
  });

  it("different, or adopt: never: an error, and nothing is changed", async () => {
    const { templates } = account.run();
    await create(templates, templateInputs({ name: "first", text: "The list is known from here on." }));
    await account.elsewhere({ text: "Somebody else wrote this." });
    await account.elsewhere({ name: "second", text: "Equal, but not ours." });
    await expect(create(templates, templateInputs())).rejects.toThrow(/differs from the declaration/);
    await expect(
      create(templates, templateInputs({ name: "second", text: "Equal, but not ours.", adopt: "never" })),
    ).rejects.toThrow(/adopt is "never"/);
  });
});

describe("what WhatsApp refuses", () => {
  it("a name that is locked after a deletion (2388023): the rule and what to do", async () => {
    const id = await account.elsewhere();
    await account.graph("DELETE", `${WABA}/message_templates?hsm_id=${id}&name=parcel_sent`);
    await expect(create(account.run().templates, templateInputs())).rejects.toThrow(
      /template parcel_sent\/en_US:.*#100\/2388023.*about 30 days.*version: 2.*MYCO_TEMPLATE_LOCKED/,
    );
  });

  it("a second category of one name: a new language goes with the name's, and says so", async () => {
    const { templates } = account.run();
    await create(templates, templateInputs({ category: "MARKETING" }));
    const made = await create(templates, templateInputs({ language: "es_MX", text: "Tu paquete va en camino." }));
    expect(made.outs).toMatchObject({ category: "UTILITY", approvedCategory: "MARKETING" });
  });

  it("languages of one name at once: the first decides for all, whoever is first", async () => {
    account.emulator.setFaults({ switches: { categoryFlip: true } });
    const { templates } = account.run();
    const made = await Promise.all(
      ["en_US", "es_MX", "pt_BR"].map((language) => create(templates, templateInputs({ language }))),
    );
    expect(made.map(({ outs }) => outs.approvedCategory)).toEqual(["MARKETING", "MARKETING", "MARKETING"]);
  });

  it("content: the error as it is, once, with the resource's name", async () => {
    const bad = templateInputs({ components: [{ type: "BODY", text: "{{1}}" }], accepted: "exists already" });
    const error: Error = await create(account.run().templates, bad).catch((thrown) => thrown);
    expect(error.message).toMatch(/^template parcel_sent\/en_US: /);
    expect(error.message.match(/MYCO_/g)).toHaveLength(1);
  });
});
