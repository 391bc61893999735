import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withoutEngine } from "../../../src/provider/engine.ts";
import { Run } from "../../../src/provider/run.ts";
import { checkTemplate } from "../../../src/provider/template/check.ts";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
function inputs(changes: Record<string, unknown> = {}) {
  return {
    __provider: "handler",
    waba: "1",
    name: "hello",
    language: "en_US",
    category: "UTILITY",
    components: [{ type: "body", text: "Hello to all of you." }],
    ...changes,
  };
}

describe("check", () => {
  it("normalises and fills in the defaults", async () => {
    expect(await checkTemplate({}, inputs({ category: "utility" }), new Run({}))).toEqual({
      inputs: {
        waba: "1",
        name: "hello",
        language: "en_US",
        category: "UTILITY",
        components: [{ type: "BODY", text: "Hello to all of you." }],
      },
    });
  });

  it.each([
    ["an id written as a number", { waba: 102290129340398 }, "waba", /string.*digits/],
    ["an id that is none", { waba: "my-account" }, "waba", /digits/],
    ["a missing name", { name: undefined }, "name", /required/],
    ["a text over the limit", { components: [{ type: "BODY", text: "x".repeat(1025) }] }, "components.0.text", /1024/],
  ])("%s", async (_what, changes, property, reason) => {
    const { failures } = await checkTemplate({}, inputs(changes), new Run({}));
    expect(failures).toContainEqual({ property, reason: expect.stringMatching(reason) });
  });

  it("lets content that is accepted as it is pass", async () => {
    const { failures } = await checkTemplate(
      {},
      inputs({ accepted: "exists", components: [{ type: "BODY", text: "x".repeat(1025) }] }),
      new Run({}),
    );
    expect(failures).toBeUndefined();
  });

  it("says that desktops do not show the buttons where the content is new or changed, and not again", async () => {
    const said: string[] = [];
    const run = () =>
      new Run(
        {},
        () => new Date(),
        withoutEngine((text) => said.push(text)),
      );
    const withButtons = (text: string) => {
      const buttons = ["A", "B", "C", "D"].map((label) => ({ type: "QUICK_REPLY", text: label }));
      return inputs({
        components: [
          { type: "BODY", text },
          { type: "BUTTONS", buttons },
        ],
        accepted: "exists",
      });
    };
    const first = await checkTemplate({}, withButtons("Hello to all of you."), run());
    expect(said).toEqual([expect.stringMatching(/^MYCO_W_NOT_ON_DESKTOP: hello\/en_US: .*desktop.*with 4 buttons/)]);
    const second = await checkTemplate(first.inputs ?? {}, withButtons("Hello to all of you."), run());
    expect(said).toHaveLength(1);
    await checkTemplate(second.inputs ?? {}, withButtons("Hello to each of you."), run());
    expect(said).toHaveLength(2);
  });

  it("leaves alone what is not known yet", async () => {
    const unknown = inputs({ components: [{ type: "BODY", text: UNKNOWN }] });
    const { __provider: _, ...given } = unknown;
    expect(await checkTemplate({}, unknown, new Run({}))).toEqual({ inputs: given });
  });
});

describe("check of a media header", () => {
  const before = process.cwd();
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "mycobot-check-"));
    await writeFile(join(folder, "Pulumi.yaml"), "name: x\n");
    process.chdir(folder);
  });
  afterEach(async () => {
    process.chdir(before);
    await rm(folder, { recursive: true });
  });
  const withHeader = inputs({
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "IMAGE", example: { header_handle: [{ file: "sale.jpg" }] } },
      { type: "BODY", text: "Everything is cheaper today." },
    ],
  });

  it("adds the file's hash, so that a changed file is a changed input", async () => {
    const picture = Buffer.from("ffd8ffe000104a46494600", "hex");
    await writeFile("sale.jpg", picture);
    const sha256 = createHash("sha256").update(picture).digest("hex");
    const { inputs: checked } = await checkTemplate({}, withHeader, new Run({}));
    expect(checked).toMatchObject({ components: [{ example: { header_handle: [{ file: "sale.jpg", sha256 }] } }, {}] });
  });

  it("says where it looked for a file that is not there", async () => {
    const { failures } = await checkTemplate({}, withHeader, new Run({}));
    expect(failures).toEqual([
      { property: "components.0.example.header_handle.0", reason: expect.stringContaining(join(folder, "sale.jpg")) },
    ]);
  });
});
