import { expect, it } from "vitest";
import { PERIODS } from "../../src/emulator/clock.ts";
import { expectSettled, expectUp, stage, textStack } from "./harness/scenario.ts";

const COUNT = 7;
const PER_HOUR = 4;
const { account, workspace, people } = await stage({ faults: { switches: { createsPerHour: PER_HOUR } } }, "dev");

const NAMES = Array.from({ length: COUNT }, (_, index) => `notice_${index}`);

it("up stops at the creates of an hour, says once why and until when; the next up after that creates the rest", async () => {
  const bodies = NAMES.map((name, index) => [name, `This is notice number ${index} for you.`]);
  await workspace.writeStack("dev", textStack(Object.fromEntries(bodies)));
  const up = await workspace.up("dev", ["--continue-on-error"]);
  expect(up.code).not.toBe(0);
  expect(await people.names()).toHaveLength(PER_HOUR);
  const explanations = up.output.match(/Run 'pulumi up' again after \d{4}-\d\d-\d\d \d\d:\d\d UTC/g) ?? [];
  // The engine shows an error at its resource, and again in the list of all diagnostics.
  expect(new Set(explanations).size).toBe(1);
  expect(up.output).toMatch(/notice_\d\/en_US: failed for the same reason as template notice_\d\/en_US/);

  account.clock.advance(PERIODS.HOUR + PERIODS.MINUTE);
  await expectUp(workspace, "dev");
  expect(await people.names()).toEqual(NAMES.map((name) => `${name}/en_US`));
  const posts = Object.entries(account.metrics().requests).find(([route]) => /^POST .*message_templates$/.test(route));
  expect(posts?.[1]?.[200]).toBe(COUNT);
  await expectSettled(workspace, "dev");
});
