import { expect, it } from "vitest";
import { withoutEngine } from "../../../src/provider/engine.ts";
import { Run } from "../../../src/provider/run.ts";

function saying() {
  const said: string[] = [];
  const runtime = new Run(
    { MATON_API_KEY: "a-key-that-is-secret-5512" },
    () => new Date(),
    withoutEngine((text, urn) => said.push(`${urn ?? ""} ${text}`)),
  );
  return { said, warnings: runtime.warnings };
}

it("a warning begins with its code, and is said once for each resource", () => {
  const { said, warnings } = saying();
  for (const urn of ["urn:a", "urn:b", "urn:a"]) warnings.add("MYCO_W_REJECTED", "hello/en_US: why", urn);
  expect(said).toEqual(["urn:a MYCO_W_REJECTED: hello/en_US: why", "urn:b MYCO_W_REJECTED: hello/en_US: why"]);
});

it("what concerns the run is said once", () => {
  const { said, warnings } = saying();
  for (const name of ["one", "two"]) warnings.once("MYCO_W_IN_REVIEW", name);
  expect(said).toEqual([" MYCO_W_IN_REVIEW: one"]);
});

it("the key, tokens and control characters of the account's texts do not get through, before any request too", () => {
  const { said, warnings } = saying();
  warnings.add("MYCO_W_REJECTED", "a-key-that-is-secret-5512 Bearer abcdef \u001b[31m\u202ex\nnext");
  expect(said.join()).not.toMatch(/5512|abcdef/);
  for (const raw of ["\u001b", "\u202e", "\n"]) expect(said.join()).not.toContain(raw);
  expect(said.join()).toContain("\\u001b");
});
