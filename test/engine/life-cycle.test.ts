import { describe, expect, it } from "vitest";
import { expectSettled, expectUp, stage, textStack } from "./harness/scenario.ts";

const { account, workspace, people } = await stage({ rate: 0 }, "dev");

const first = "Your order is on its way to you.";
const second = "Your order has left our house and is on its way.";

describe("the life cycle of a text template", () => {
  it("preview sends no request and needs no key", async () => {
    await workspace.writeStack("dev", textStack({ order_shipped: first }));
    const before = account.metrics().total;
    const preview = await workspace.preview("dev", [], { env: { MATON_API_KEY: "" } });
    expect(preview.code, preview.output).toBe(0);
    expect(preview.output).toContain("order_shipped/en_US");
    expect(account.metrics().total).toBe(before);
  });

  it("up creates it once", async () => {
    await expectUp(workspace, "dev");
    expect(await people.names()).toEqual(["order_shipped/en_US"]);
    await expectSettled(workspace, "dev");
  });

  it("its outputs contain the id, status and category of the account", async () => {
    const resource = (await workspace.state("dev")).find(({ type }) => type.endsWith(":Template"));
    const [listed] = await people.templates();
    expect(resource?.id).toBe("102290129340398/order_shipped/en_US");
    expect(resource?.outputs).toMatchObject({
      templateId: listed?.id,
      name: "order_shipped",
      status: "APPROVED",
      category: "UTILITY",
      approvedCategory: "UTILITY",
      stateVersion: 1,
    });
  });

  it("a changed body is shown with old and new text and edited in place", async () => {
    const [before] = await people.templates();
    await workspace.writeStack("dev", textStack({ order_shipped: second }));
    const preview = await workspace.preview("dev");
    expect(preview.output).toContain(first);
    expect(preview.output).toContain(second);
    await expectUp(workspace, "dev");
    const [after] = await people.templates();
    expect(after).toMatchObject({ id: before?.id, components: [{ type: "BODY", text: second }] });
    await expectSettled(workspace, "dev");
  });

  it("a second edit within 24 hours is rejected with the rule and the date, and the state is unchanged", async () => {
    await workspace.writeStack("dev", textStack({ order_shipped: first }));
    const up = await workspace.up("dev");
    expect(up.code).not.toBe(0);
    expect(up.output).toMatch(
      /template order_shipped\/en_US.*once in 24 hours.*next edit possible at \d{4}-\d\d-\d\d \d\d:\d\d UTC/s,
    );
    account.clock.advance(24 * 3_600_000);
    await expectUp(workspace, "dev");
    await expectSettled(workspace, "dev");
  });

  it("a change in the console is shown as drift and reverted", async () => {
    account.clock.advance(24 * 3_600_000);
    const [listed] = await people.templates();
    await people.graph("POST", `${listed?.id}`, {
      components: [{ type: "BODY", text: "Somebody wrote this in the console today." }],
    });
    account.clock.advance(24 * 3_600_000);
    const preview = await workspace.preview("dev", ["--refresh"]);
    expect(preview.output).toContain("Somebody wrote this in the console today.");
    await expectUp(workspace, "dev", ["--refresh"]);
    expect((await people.templates())[0]?.components[0]?.text).toBe(first);
    await expectSettled(workspace, "dev");
  });

  it("a second language is a second resource; removing it deletes only that language", async () => {
    const both = textStack({ order_shipped: first });
    const templates = both.templates as Record<string, { languages: Record<string, unknown> }>;
    Object.assign(templates.order_shipped?.languages ?? {}, { es_MX: { body: "Tu pedido va en camino hacia ti." } });
    await workspace.writeStack("dev", both);
    await expectUp(workspace, "dev");
    expect(await people.names()).toEqual(["order_shipped/en_US", "order_shipped/es_MX"]);
    await workspace.writeStack("dev", textStack({ order_shipped: first }));
    await expectUp(workspace, "dev");
    expect(await people.names()).toEqual(["order_shipped/en_US"]);
  });

  it("destroy deletes it", async () => {
    const destroy = await workspace.destroy("dev");
    expect(destroy.code, destroy.output).toBe(0);
    expect(await people.names()).toEqual([]);
  });
});
