import { describe, expect, it } from "vitest";
import { withoutEngine } from "../../../src/provider/engine.ts";
import { Run } from "../../../src/provider/run.ts";
import { diffTemplate } from "../../../src/provider/template/diff.ts";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
function body(text: string, sample?: string) {
  return {
    type: "BODY",
    text,
    ...(sample === undefined ? {} : { example: { body_text: [[sample]] } }),
  };
}

function inputs(changes: Record<string, unknown> = {}) {
  return {
    __provider: "handler",
    waba: "1",
    connection: "c1",
    name: "hello",
    language: "en_US",
    category: "UTILITY",
    components: [body("Hello {{1}} and welcome.", "Ana")],
    parameterFormat: "POSITIONAL",
    adopt: "matching",
    onRemove: "delete",
    ...changes,
  };
}

function outputs(changes: Record<string, unknown> = {}) {
  return {
    ...inputs(),
    templateId: "9",
    remoteName: "hello",
    status: "APPROVED",
    approvedCategory: "UTILITY",
    edits: [],
    stateVersion: 1,
    ...changes,
  };
}

describe("diff compares declared with declared", () => {
  it.each([
    ["nothing changed", outputs(), inputs(), { changes: false }],
    [
      "another spelling of the same",
      outputs(),
      inputs({ category: "utility", components: [{ ...body("Hello {{1}} and welcome.", "Ana"), type: "body" }] }),
      { changes: false },
    ],
    [
      "WhatsApp flipped the category",
      outputs({ approvedCategory: "MARKETING", status: "PAUSED" }),
      inputs(),
      { changes: false },
    ],
    ["another connection: the state has to learn it", outputs(), inputs({ connection: "c2" }), {}],
    ["a connection that is not known yet", outputs(), inputs({ connection: UNKNOWN }), { changes: false }],
    ["another policy for takeovers", outputs(), inputs({ adopt: "always" }), { changes: false }],
    ["another text", outputs(), inputs({ components: [body("Hi {{1}} and welcome.", "Ana")] }), {}],
    [
      "another sample of an approved template",
      outputs(),
      inputs({ components: [body("Hello {{1}} and welcome.", "Eva")] }),
      { changes: false },
    ],
    [
      "another sample of a rejected template",
      outputs({ status: "REJECTED" }),
      inputs({ components: [body("Hello {{1}} and welcome.", "Eva")] }),
      {},
    ],
    ["another category", outputs(), inputs({ category: "MARKETING" }), {}],
    ["what removal does", outputs(), inputs({ onRemove: "retain" }), {}],
    ["content that is not known yet", outputs(), inputs({ components: UNKNOWN }), { changes: true }],
    [
      "another name",
      outputs(),
      inputs({ name: "hello_v2" }),
      { changes: true, replaces: ["name"], deleteBeforeReplace: false },
    ],
    [
      "another language",
      outputs(),
      inputs({ language: "es" }),
      { changes: true, replaces: ["language"], deleteBeforeReplace: false },
    ],
    [
      "another account",
      outputs(),
      inputs({ waba: "2" }),
      { changes: true, replaces: ["waba"], deleteBeforeReplace: false },
    ],
  ])("%s", (_what, olds, news, expected) => {
    expect(diffTemplate(olds, news, new Run({}))).toEqual(expected);
  });

  it("says that a changed sample of an approved template waits for the next edit, once per run", () => {
    const said: string[] = [];
    const runtime = new Run(
      {},
      () => new Date(),
      withoutEngine((text) => said.push(text)),
    );
    const news = inputs({ components: [body("Hello {{1}} and welcome.", "Eva")] });
    diffTemplate(outputs(), news, runtime);
    diffTemplate(outputs(), news, runtime);
    expect(said).toEqual([expect.stringMatching(/^MYCO_W_SAMPLES_LATER: hello\/en_US: only samples changed/)]);
  });
});
