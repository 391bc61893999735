import { chmod, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { bumpEdit, checkStack, retireEdit, writeStackEdit } from "../../../../src/stack/index.ts";
import { ACCOUNT, project } from "../project.ts";

const SALE = `# The templates of the shop.
${ACCOUNT}
templates:
  # Shipping
  order_shipped:
    category: UTILITY   # not marketing
    languages: { en_US: { body: Your order is on its way. } }

  # Every summer.
  summer_sale:
    # Reviewed by the legal team.
    category: MARKETING
    onRemove: retain

    variables: { name: Ana }
    languages:
      # English
      en_US:
        body: |
          Hi {{name}}, summer is here.

          # not a comment
          Until Sunday.
        footer:   "Reply STOP"   # required
      es_MX: { body: 'Hola {{name}}, ya es verano.' }

# The end.
settings: { maxDeletes: 3 }
`;

async function bumped(text: string, name = "summer_sale", change: (text: string) => string = (same) => same) {
  const { root } = await project({ "stacks/dev.yaml": text });
  const where = { projectRoot: root, cwd: root };
  const edit = await bumpEdit("dev", name, where);
  await writeStackEdit({ ...edit, after: change(edit.after) });
  return { root, where, edit, text: await readFile(join(root, "stacks/dev.yaml"), "utf8") };
}

describe("a bump", () => {
  it("adds the content, comments included, under previous, and changes nothing else", async () => {
    const { text } = await bumped(SALE);
    const [before = "", after = ""] = SALE.split("    onRemove: retain\n");
    const [, end = ""] = after.split("ya es verano.' }\n");
    const middle = after.slice(0, after.length - end.length);
    const indent = (lines: string) => lines.replace(/^(?=.)/gm, "    ");
    expect(text).toBe(
      `${before}    version: 2\n    onRemove: retain\n${middle}` +
        `    previous:\n      1:\n${indent("    # Reviewed by the legal team.\n    category: MARKETING\n")}${indent(middle.replace(/^\n/, ""))}${end}`,
    );
  });

  it("is valid once the new version is edited", async () => {
    const { where } = await bumped(SALE, "summer_sale", (text) => text.replace("Until Sunday", "Until Monday"));
    const { issues, stack } = await checkStack("dev", where);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const bodies = stack?.templates.filter(({ key }) => key === "summer_sale").map(({ body }) => body);
    expect(bodies?.map(({ name, language }) => `${name} ${language}`)).toEqual([
      "summer_sale_v2 en_US",
      "summer_sale_v2 es_MX",
      "summer_sale en_US",
      "summer_sale es_MX",
    ]);
    expect(JSON.stringify(bodies?.[2])).toContain("Hi {{name}}, summer is here.\\n\\n# not a comment\\nUntil Sunday.");
  });

  it("unchanged, is one error, at the older version", async () => {
    const { where } = await bumped(SALE);
    const { issues } = await checkStack("dev", where);
    expect(issues.filter(({ severity }) => severity !== "note")).toEqual([
      expect.objectContaining({
        severity: "error",
        code: "version-unchanged",
        message: "version 1 under `previous` has the same content as the current version, 2",
        path: "/templates/summer_sale/previous/1",
      }),
    ]);
    await expect(bumpEdit("dev", "summer_sale", where)).rejects.toMatchObject({ code: "MYCO_STACK_INVALID" });
  });

  it("in one language only, is valid", async () => {
    const { where } = await bumped(SALE, "summer_sale", (text) => text.replace("Hola {{name}}", "Buenas {{name}}"));
    const { issues } = await checkStack("dev", where);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("goes on to a third version", async () => {
    const { where, root } = await bumped(SALE, "summer_sale", (text) => text.replace("Until Sunday", "Until Monday"));
    const edit = await bumpEdit("dev", "summer_sale", where);
    expect(edit).toMatchObject({ from: 2, to: 3, file: "stacks/dev.yaml" });
    await writeStackEdit(edit);
    const text = await readFile(join(root, "stacks/dev.yaml"), "utf8");
    expect(text).toContain("    version: 3\n");
    expect(text.match(/^ {6}\d:$/gm)).toEqual(["      1:", "      2:"]);
    expect(text.endsWith("\n# The end.\nsettings: { maxDeletes: 3 }\n")).toBe(true);
  });

  const BODY = "Summer is here.";
  test.each([
    ["braces", "  sale: { category: MARKETING, languages: { en_US: { body: Summer is here. } } }\n"],
    [
      "braces over lines",
      "  sale: {\n    category: MARKETING, # why\n    languages: { en_US: { body: Summer is here. } }\n  }\n",
    ],
    [
      "previous in braces",
      "  sale:\n    category: MARKETING\n    version: 2\n    previous: { 1: { category: MARKETING, languages: { en_US: { body: Spring is here. } } } }\n    languages: { en_US: { body: Summer is here. } }\n",
    ],
    [
      "four spaces",
      "    sale:\n        category: MARKETING\n        languages:\n            en_US: { body: Summer is here. }\n",
    ],
    ["one space", " sale:\n  category: MARKETING\n  languages:\n   en_US:\n    body: Summer is here.\n"],
    [
      "no line break at the end",
      "  sale:\n    languages:\n      en_US: { body: Summer is here. }\n    category: MARKETING",
    ],
    [
      "trailing blank lines in a text",
      "  sale:\n    category: MARKETING\n    languages:\n      en_US:\n        body: |+\n          Summer is here.\n\n\n",
    ],
    [
      "an indentation indicator",
      "  sale:\n    category: MARKETING\n    languages:\n      en_US:\n        body: |2-\n          Summer is here.\n",
    ],
    [
      "a text over lines",
      '  sale:\n    category: MARKETING\n    languages:\n      en_US:\n        body: "Summer\n          is here."\n',
    ],
    ["quoted keys", '  "sale":\n    "category": MARKETING\n    "languages":\n      en_US: { body: Summer is here. }\n'],
    [
      "a comment that is less indented",
      "  sale:\n    category: MARKETING\n# odd\n    languages:\n  # odder\n      en_US: { body: Summer is here. }\n",
    ],
  ])("in %s, keeps every line", async (_, lines) => {
    for (const lineBreak of ["\n", "\r\n"]) {
      const source = `${ACCOUNT}templates:\n${lines}`.replaceAll("\n", lineBreak);
      const { edit, text } = await bumped(source, "sale");
      const kept = text.split(/\r?\n/);
      // A changed value of `version` is the only line that may go; braces on one line grow.
      const gone = source
        .split(/\r?\n/)
        .filter((line) => line !== "" && !kept.some((each) => each.startsWith(line.replace(/[ }]*$/, ""))));
      expect(gone.filter((line) => line.trim() !== "version: 2")).toEqual([]);
      expect(edit.to).toBe(lines.includes("version: 2") ? 3 : 2);
      if (lineBreak === "\r\n") expect(text).not.toMatch(/(?<!\r)\n/);
      expect(text).toContain(BODY.split(" ")[0]);
    }
  });

  it("keeps the file's mode, a byte order mark and a link", async () => {
    const { root } = await project({ "shared/dev.yaml": `\uFEFF${SALE}`, "stacks/x.yaml": "{}" });
    await chmod(join(root, "shared/dev.yaml"), 0o640);
    await symlink("../shared/dev.yaml", join(root, "stacks/dev.yaml"));
    const where = { projectRoot: root, cwd: root };
    await writeStackEdit(await bumpEdit("dev", "summer_sale", where));
    const text = await readFile(join(root, "shared/dev.yaml"), "utf8");
    expect(text.startsWith("\uFEFF# The templates")).toBe(true);
    expect(text).toContain("version: 2");
    expect((await stat(join(root, "shared/dev.yaml"))).mode & 0o777).toBe(0o640);
  });

  it("is not written over a change of somebody else", async () => {
    const { root } = await project({ "stacks/dev.yaml": SALE });
    const edit = await bumpEdit("dev", "summer_sale", { projectRoot: root, cwd: root });
    await writeFile(join(root, "stacks/dev.yaml"), `${SALE}# mine\n`);
    await expect(writeStackEdit(edit)).rejects.toMatchObject({ code: "MYCO_STACK_NOT_EDITABLE" });
    expect(await readFile(join(root, "stacks/dev.yaml"), "utf8")).toBe(`${SALE}# mine\n`);
  });
});

describe("a bump is refused", () => {
  async function refusal(files: Record<string, string>, name = "summer_sale", stack = "dev") {
    const { root } = await project(files);
    const error = await bumpEdit(stack, name, { projectRoot: root, cwd: root }).catch((cause: unknown) => cause);
    for (const [file, text] of Object.entries(files)) expect(await readFile(join(root, file), "utf8")).toBe(text);
    return error;
  }

  it("for an unknown name, with a suggestion", async () => {
    expect(await refusal({ "stacks/dev.yaml": SALE }, "sumer_sale")).toMatchObject({
      code: "MYCO_USAGE",
      message: "the stack `dev` declares no template `sumer_sale`",
      hint: "Did you mean `summer_sale`?",
    });
  });

  it.each([
    [
      "an alias",
      SALE.replace("{ name: Ana }", "*v").replace("# The templates", "values: &v { name: Ana }\n# The"),
      "17:16",
    ],
    ["an anchor", SALE.replace("      en_US:\n", "      en_US: &en\n"), "20:9"],
    [
      "an alias as a whole",
      SALE.replace("templates:", "templates:\n  copy: *t").replace("# The templates", "# The"),
      "",
    ],
  ])("for a template with %s", async (what, text, position) => {
    const error = await refusal({ "stacks/dev.yaml": text });
    if (what === "an alias as a whole") expect(error).toMatchObject({ code: "MYCO_STACK_INVALID" });
    else
      expect(error).toMatchObject({
        code: "MYCO_STACK_NOT_EDITABLE",
        where: expect.stringMatching(new RegExp(`^stacks/dev\\.yaml:${position.split(":")[0]}:`)),
      });
  });

  it("for a file that does not validate", async () => {
    expect(await refusal({ "stacks/dev.yaml": SALE.replace("MARKETING", "MARKETTING") })).toMatchObject({
      code: "MYCO_STACK_INVALID",
    });
  });

  it("for a template of a base file, with that file", async () => {
    const files = {
      "stacks/base.yaml": SALE.replace(ACCOUNT, ""),
      "stacks/dev.yaml": `extends: base.yaml\n${ACCOUNT}templates: { summer_sale: { protect: true } }\n`,
    };
    expect(await refusal(files)).toMatchObject({
      code: "MYCO_STACK_NOT_EDITABLE",
      message: "the template `summer_sale` is declared in stacks/base.yaml, which stacks/dev.yaml extends",
      hint: "To change it for every stack that extends the file: --stack stacks/base.yaml",
    });
    const { root } = await project(files);
    const edit = await bumpEdit("stacks/base.yaml", "summer_sale", { projectRoot: root, cwd: root });
    expect(edit).toMatchObject({ file: "stacks/base.yaml", to: 2, stacks: [{ name: "dev" }] });
  });

  it("for a template in parts of two files", async () => {
    const files = {
      "stacks/base.yaml": SALE.replace(ACCOUNT, ""),
      "stacks/dev.yaml": `extends: base.yaml\n${ACCOUNT}templates: { summer_sale: { languages: { en_US: { footer: Bye } } } }\n`,
    };
    expect(await refusal(files)).toMatchObject({
      code: "MYCO_STACK_NOT_EDITABLE",
      message: expect.stringMatching(/merged from several files: stacks\/dev\.yaml:3:14, stacks\/base\.yaml:10:3$/),
    });
  });

  it("if the result is invalid in another stack: the new name is declared already", async () => {
    const files = {
      "stacks/base.yaml": SALE.replace(ACCOUNT, ""),
      "stacks/dev.yaml": `extends: base.yaml\n${ACCOUNT}`,
      "stacks/prod.yaml": `extends: base.yaml\n${ACCOUNT.replace("398", "399")}templates: { sale: { name: summer_sale_v2, category: MARKETING, languages: { en_US: { body: Other text } } } }\n`,
    };
    expect(await refusal(files, "summer_sale", "base")).toMatchObject({
      code: "MYCO_STACK_INVALID",
      message: expect.stringContaining("declared twice"),
    });
  });
});

describe("a retirement", () => {
  const older = (number: number) =>
    `      ${number}:\n        category: UTILITY\n        languages: { en_US: { body: Version ${number} } }\n`;
  const file = (previous: string, more = "") =>
    `${ACCOUNT}templates:\n  hello:\n    category: UTILITY\n    version: 4\n${previous}    languages: { en_US: { body: Hello there } }\n${more}`;

  async function retired(text: string, version?: number) {
    const { root } = await project({ "stacks/dev.yaml": text });
    return retireEdit("dev", "hello", version, { projectRoot: root, cwd: root });
  }

  it("takes out the oldest version, or the named one", async () => {
    const all = file(
      `    # Old ones\n    previous:\n      # first\n${older(1)}\n      # second\n${older(2)}${older(3)}`,
    );
    const oldest = await retired(all);
    expect(oldest).toMatchObject({ version: 1, stacks: [{ name: "dev" }] });
    expect(oldest.after).toBe(file(`    # Old ones\n    previous:\n      # second\n${older(2)}${older(3)}`));
    expect((await retired(all, 3)).after).toBe(
      file(`    # Old ones\n    previous:\n      # first\n${older(1)}\n      # second\n${older(2)}`),
    );
  });

  it("takes out previous with the last version", async () => {
    expect((await retired(file(`    previous:\n${older(2)}`, "# end\n"))).after).toBe(file("", "# end\n"));
    const flow = "{ category: UTILITY, languages: { en_US: { body: Old } } }";
    expect((await retired(file(`    previous: { 1: ${flow}, 2: ${flow.replace("Old", "Older")} }\n`), 2)).after).toBe(
      file(`    previous: { 1: ${flow} }\n`),
    );
  });

  it("is refused for a version that is not there", async () => {
    await expect(retired(file(`    previous:\n${older(2)}`), 3)).rejects.toMatchObject({
      code: "MYCO_USAGE",
      hint: "Available: 2.",
    });
    await expect(retired(file(""))).rejects.toMatchObject({
      code: "MYCO_USAGE",
      message: "the template `hello` has no versions under `previous`",
    });
  });
});
