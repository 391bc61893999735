import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expectUp, fault, graphError, stage, textStack } from "./harness/scenario.ts";

const COUNT = 12;
const { account, workspace, people } = await stage({ rate: 0, quotas: false }, "dev");

beforeAll(async () => {
  const bodies = Object.fromEntries(
    Array.from({ length: COUNT }, (_, i) => [`notice_${i}`, `This is notice number ${i} for you.`]),
  );
  await workspace.writeStack("dev", textStack(bodies));
  await expectUp(workspace, "dev");
});
beforeEach(() => account.setFaults({}));

async function managed(): Promise<number> {
  return (await workspace.state("dev")).filter(({ type }) => type.endsWith(":Template")).length;
}

const list = { method: "GET", path: "**/message_templates" };

describe("managed templates that are missing from the list", () => {
  it.each([
    { what: "403", faults: { switches: { forbidden: 200 } }, says: /403/ },
    {
      what: "100/33",
      faults: {
        rules: [fault(list, { status: 400, body: graphError(100, "Unsupported get request.", { error_subcode: 33 }) })],
      },
      says: /100\/33/,
    },
  ])("$what: refresh fails with an explanation, and the state is unchanged", async ({ faults, says }) => {
    account.setFaults(faults);
    const refresh = await workspace.refresh("dev");
    expect(refresh.code).not.toBe(0);
    expect(refresh.output).toMatch(says);
    expect(await managed()).toBe(COUNT);
  });

  it.each([
    { what: "an empty list", switches: { listEmpty: true } },
    { what: "a silently truncated list", switches: { listShort: true } },
  ])("$what, while every template can be read by its id: nothing is removed from the state", async ({ switches }) => {
    account.setFaults({ switches });
    const refresh = await workspace.refresh("dev", ["--expect-no-changes"]);
    expect(refresh.code, refresh.output).toBe(0);
    expect(await managed()).toBe(COUNT);
  });

  it("an empty list, and no template can be read by its id: refresh fails with an explanation, and the state is unchanged", async () => {
    const gone = { status: 400, body: graphError(100, "Unsupported get request.", { error_subcode: 33 }) };
    account.setFaults({ switches: { listEmpty: true }, rules: [fault({ method: "GET", path: "**/v23.0/*" }, gone)] });
    const refresh = await workspace.refresh("dev");
    expect(refresh.code).not.toBe(0);
    expect(refresh.output).toMatch(/cannot be confirmed deleted: WhatsApp lists no templates/);
    expect(await managed()).toBe(COUNT);
  });

  it("many templates that were really deleted at once: refresh fails until the loss is accepted", async () => {
    const templates = await people.templates();
    for (const { id, name } of templates.slice(0, 8))
      await people.graph("DELETE", `102290129340398/message_templates?hsm_id=${id}&name=${name}`);
    const refused = await workspace.refresh("dev");
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain("MYCOBOT_ACCEPT_LOSS=1");
    expect(await managed()).toBe(COUNT);
    const accepted = await workspace.refresh("dev", [], { env: { MYCOBOT_ACCEPT_LOSS: "1" } });
    expect(accepted.code, accepted.output).toBe(0);
    expect(await managed()).toBe(COUNT - 8);
  });

  it("a single deleted template is removed from the state, and preview shows its creation", async () => {
    const [one] = await people.templates();
    await people.graph("DELETE", `102290129340398/message_templates?hsm_id=${one?.id}&name=${one?.name}`);
    const refresh = await workspace.refresh("dev");
    expect(refresh.code, refresh.output).toBe(0);
    expect(await managed()).toBe(COUNT - 9);
    const steps = await workspace.previewSteps("dev");
    expect(steps.filter(({ op }) => op === "create").length).toBe(9);
  });
});
