import { beforeAll, expect, it } from "vitest";
import { expectUp, PHONE, stage, textStack } from "./harness/scenario.ts";

const { workspace } = await stage({ rate: 0, quotas: false }, "dev");
const COUNT = 30;
function text(i: number) {
  return `Hi, this is notice number ${i}. Your order is on its way and arrives tomorrow. Thank you.`;
}

beforeAll(async () => {
  const texts = Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`notice_${i}`, text(i)]));
  await workspace.writeStack("dev", {
    ...textStack(texts),
    profiles: { [PHONE]: { about: "Fresh herbs" } },
  });
  await expectUp(workspace, "dev");
  const refresh = await workspace.refresh("dev");
  expect(refresh.code, refresh.output).toBe(0);
});

/** The date of the last look at the account, which came after the bound was set. */
const AGE = `"asOf":"2026-11-24T10:00:00Z",`.length;

it("a template needs at most twice the size of its create body plus 1.2 kB in the state, without the age", async () => {
  const templates = (await workspace.state("dev")).filter(({ type }) => type.endsWith(":Template"));
  expect(templates).toHaveLength(COUNT);
  for (const [i, template] of templates.entries()) {
    const components = [{ type: "BODY", text: text(i) }];
    const body = { name: `notice_${i}`, language: "en_US", category: "UTILITY", components };
    const size = JSON.stringify(template).length;
    expect(size, template.urn).toBeLessThanOrEqual(2 * JSON.stringify(body).length + 1200 + AGE);
  }
});

it("the state contains no local paths", async () => {
  const resources = (await workspace.state("dev")).filter(({ type }) => type.includes("mycobot:"));
  const paths = resources.filter((one) => /file:\/\/|node_modules|sourcePosition|stackTrace/.test(JSON.stringify(one)));
  expect(paths.map(({ urn }) => urn)).toEqual([]);
});
