import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PropertyBag } from "../../../src/provider/property-bag.ts";
import { change, create, type Kept, TestAccount, templateInputs } from "./test-account.ts";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const PICTURE = "test/fixtures/media/square.png";
const PNG = Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.alloc(64)]);

let account: TestAccount;
beforeEach(async () => {
  account = await TestAccount.start();
});
afterEach(() => account.close());

function made(changes: PropertyBag) {
  return create(account.run().templates, templateInputs(changes));
}

/** What a refresh and a preview after it make of the resource. */
async function settled(kept: Kept, declared: PropertyBag): Promise<unknown> {
  const { templates } = account.run();
  const found = await templates.read(kept.id, kept.outs);
  const { inputs } = await templates.check(found.inputs ?? {}, declared);
  return templates.diff(kept.id, found.props ?? {}, inputs ?? {});
}

describe("a template from WhatsApp's library", () => {
  const fromLibrary = (changes: PropertyBag = {}): PropertyBag => {
    const { components: _, ...inputs } = templateInputs({
      libraryTemplateName: "delivery_update_1",
      libraryTemplateButtonInputs: [
        { type: "URL", url: { base_url: "https://example.com/", url_suffix_example: "https://example.com/a" } },
      ],
      ...changes,
    });
    return inputs;
  };

  it("is created, and stays as it is declared", async () => {
    const kept = await create(account.run().templates, fromLibrary());
    expect(await settled(kept, fromLibrary())).toEqual({ changes: false });
  });

  it("cannot be edited without components: the error says what to do", async () => {
    const kept = await create(account.run().templates, fromLibrary());
    await account.templates();
    const changed = fromLibrary({
      libraryTemplateButtonInputs: [
        { type: "URL", url: { base_url: "https://example.org/", url_suffix_example: "https://example.org/a" } },
      ],
    });
    await expect(change(account.run().templates, kept, changed)).rejects.toThrow(
      /edited by its components.*MYCO_TEMPLATE_NOT_EDITABLE/,
    );
  });
});

describe("a template with a media header", () => {
  const withPicture = (text: string, name = "basil_week"): PropertyBag =>
    templateInputs({
      name,
      category: "MARKETING",
      components: [
        { type: "HEADER", format: "IMAGE", example: { header_handle: [{ file: PICTURE }] } },
        { type: "BODY", text },
      ],
    });

  it("is uploaded once for all that show it, and nothing of the upload enters the state", async () => {
    const { templates } = account.run();
    const kept = await create(templates, withPicture("Basil is at its best this week."));
    await create(templates, withPicture("Sage is at its best this week.", "sage_week"));
    expect(account.count("POST", "uploads")).toBe(1);
    expect(JSON.stringify(kept)).not.toMatch(/4::|scontent/);
    expect(await settled(kept, withPicture("Basil is at its best this week."))).toEqual({ changes: false });
  });

  it("is edited with a new upload: the account gives no handle back", async () => {
    const kept = await create(account.run().templates, withPicture("Basil is at its best this week."));
    await account.templates();
    const text = "Sage is at its best this week.";
    const now = await change(account.run().templates, kept, withPicture(text));
    expect((await account.templates()).get("basil_week/en_US")?.components).toMatchObject([
      { format: "IMAGE" },
      { text },
    ]);
    expect(await settled(now, withPicture(text))).toEqual({ changes: false });
  });

  it("uploads are refused: nothing is created, and the error names the app's role and the alternative", async () => {
    await account.close();
    account = await TestAccount.start({ uploads: "refused" });
    const { templates } = account.run();
    await expect(create(templates, withPicture("Basil is at its best."))).rejects.toThrow(
      /uploads answered 403.*own app \(no `account\.app` is declared\).*administrator or developer.*handle: "4::…".*MYCO_WHATSAPP_ERROR/,
    );
    await expect(create(templates, { ...withPicture("Sage is at its best.", "sage_week"), app: "77" })).rejects.toThrow(
      /sage_week/,
    );
    expect((await account.templates()).size).toBe(0);
  });

  describe("of a copy", () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "mycobot-samples-"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    const withFile = (file: string, format = "IMAGE", name = "copied", text = "Mint is at its best this week.") => ({
      ...withPicture("", name),
      components: [
        { type: "HEADER", format, example: { header_handle: [{ file }] } },
        { type: "BODY", text },
      ],
    });

    it("is uploaded once for its content, not for its path; a moved file is no edit", async () => {
      const copy = join(folder, "copy.png");
      await copyFile(PICTURE, copy);
      const { templates } = account.run();
      const kept = await create(templates, withPicture("Sage is at its best this week."));
      await create(templates, withFile(copy));
      expect(account.count("POST", "uploads")).toBe(1);
      await account.templates();
      const before = account.count("POST", "");
      await change(
        account.run().templates,
        kept,
        withFile(copy, "IMAGE", "basil_week", "Sage is at its best this week."),
      );
      expect(account.count("POST", "") - before).toBe(0);
    });

    it.each([
      [
        "a PDF as image",
        "a.jpg",
        "%PDF-1.7",
        "IMAGE",
        /a\.jpg contains application\/pdf; an image must be jpeg or png/,
      ],
      ["an image as document", "a.pdf", PNG, "DOCUMENT", /contains image\/png; a document must be pdf/],
      [
        "an image of 6 MB",
        "a.png",
        Buffer.concat([PNG, Buffer.alloc(6 << 20)]),
        "IMAGE",
        /has 6 MB; an image may have/,
      ],
      ["an empty film", "a.mp4", "", "VIDEO", /is empty; a video must be mp4/],
    ])("%s fails in the check, before any request", async (_, name, content, format, says) => {
      await writeFile(join(folder, name), content);
      const { failures } = await account.run().templates.check({}, withFile(join(folder, name), format));
      expect(failures).toEqual([
        { property: "components.0.example.header_handle.0", reason: expect.stringMatching(says) },
      ]);
      expect(failures?.[0]?.reason).toContain("[MYCO_MEDIA_INVALID]");
    });
  });

  it("the address of the sample changes with every read, and is no drift", async () => {
    const inputs = withPicture("Basil is at its best this week.");
    const kept = await create(account.run().templates, inputs);
    const first = await account.run().templates.read(kept.id, kept.outs);
    const second = await account.run().templates.read(kept.id, kept.outs);
    expect(first.inputs?.components).toEqual(kept.outs.components);
    expect(second.inputs).toEqual(first.inputs);
    expect(JSON.stringify(first)).not.toContain("scontent");
  });
});

describe("values that a preview does not know yet", () => {
  const check = (inputs: PropertyBag) => account.run().templates.check({}, inputs);

  it("an unknown connection hides nothing else: content is checked and normalised", async () => {
    const { inputs } = await check(templateInputs({ connection: UNKNOWN, category: "utility" }));
    expect(inputs).toMatchObject({ connection: UNKNOWN, category: "UTILITY" });
    const { failures } = await check(templateInputs({ connection: UNKNOWN, text: "{{1}}" }));
    expect(failures).not.toHaveLength(0);
  });

  it("an unknown connection is no change", async () => {
    const kept = await made({});
    const { inputs } = await check(templateInputs({ connection: UNKNOWN }));
    expect(await account.run().templates.diff(kept.id, kept.outs, inputs ?? {})).toEqual({ changes: false });
  });

  it.each(["text", "category", "name", "waba"])("an unknown %s: a change, and no complaint", async (part) => {
    const kept = await made({});
    const { inputs, failures } = await check(templateInputs({ [part]: UNKNOWN }));
    expect(failures).toBeUndefined();
    const { changes } = await account.run().templates.diff(kept.id, kept.outs, inputs ?? {});
    expect(changes).toBe(true);
  });

  it("sends nothing", async () => {
    const before = account.count("", "");
    await check(templateInputs({ connection: UNKNOWN }));
    expect(account.count("", "")).toBe(before);
  });
});

describe("a state without the policies, such as a bulk import writes", () => {
  it("is no change", async () => {
    const { onRemove: _1, adopt: _2, ...outs } = (await made({})).outs;
    const { inputs } = await account.run().templates.check({}, templateInputs());
    expect(await account.run().templates.diff("any", outs, inputs ?? {})).toEqual({ changes: false });
  });
});
