import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../account.ts";
import { runCli } from "../../run-cli.ts";

const STACK = `account: { waba: "102290129340398", app: "670843887433847" }
settings: { namePrefix: dev_ }
templates:
  order_shipped:
    category: UTILITY
    variables: { first_name: Ana, order: A-1042 }
    languages:
      en_US:
        header: Order {{order}}
        body: Hi {{first_name}}, your order {{order}} is on its way to you.
        buttons:
          - quick_reply: Talk to us
          - url: { text: Track, url: "https://example.com/t/{{1}}", example: A-1042 }
          - url: { text: Shop, url: "https://example.com" }
      es_MX: { body: "Hola {{first_name}}, tu pedido {{order}} va en camino." }
  sale:
    category: MARKETING
    version: 2
    languages: { en_US: { body: "Basil is {{1}} off until {{2}}, in every shop.", examples: [20%, Sunday] } }
    previous: { 1: { category: MARKETING, languages: { en_US: { body: Basil is cheap until Sunday. } } } }
  login_code:
    category: AUTHENTICATION
    languages: { en: { authentication: { expires: 10, button: { copy_code: Copy } } } }
  brochure:
    category: MARKETING
    languages: { en: { header: { document: { handle: "4::aW1h" } }, body: Our brochure for the summer. } }
  plants:
    category: MARKETING
    languages:
      en:
        body: Our plants this week, fresh from the field.
        carousel:
          - header: { image: { handle: "4::aW1h" } }
            body: Basil, {{1}} a pot, as long as we have it.
            examples: ["2 EUR"]
            buttons: [{ url: { text: Buy, url: "https://example.com/{{1}}", example: basil } }]
          - header: { image: { handle: "4::aW1h" } }
            body: Mint, {{1}} a pot, as long as we have it.
            examples: ["3 EUR"]
            buttons: [{ url: { text: Buy, url: "https://example.com/{{1}}", example: mint } }]
  coupon:
    category: MARKETING
    languages: { en: { body: A coupon for the weekend., buttons: [{ copy_code: HERBS25 }] } }
`;

async function project(stack = STACK): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "stacks"));
  await writeFile(join(folder, "Pulumi.yaml"), "name: shop\n");
  await writeFile(join(folder, "stacks/dev.yaml"), stack);
  return folder;
}

const generate = async (cwd: string, ...argv: string[]) => runCli(["generate", "types", "dev", ...argv], { cwd });

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: [],
};

/** The errors of each statement that uses the types, by its place in the list. */
function compile(folder: string, statements: readonly string[], uses: string): string[][] {
  const file = join(folder, "use.ts");
  const lines = [
    'import type { SendableNames, TemplateMessage, TemplateVariables } from "./templates.ts";',
    ...statements.map((statement) => `export ${statement.replaceAll("\n", " ")}`),
    uses,
  ];
  ts.sys.writeFile(file, lines.join("\n"));
  const program = ts.createProgram([file], OPTIONS);
  const found = ts.getPreEmitDiagnostics(program);
  const own = found.filter((each) => each.file?.fileName === file);
  expect(
    found
      .filter((each) => each.file?.fileName !== file)
      .map((each) => ts.flattenDiagnosticMessageText(each.messageText, " ")),
  ).toEqual([]);
  return statements.map((_, index) =>
    own
      .filter((each) => each.file?.getLineAndCharacterOfPosition(each.start ?? 0).line === index + 1)
      .map((each) => ts.flattenDiagnosticMessageText(each.messageText, " ")),
  );
}

const PARTS = `messaging_product: "whatsapp", to: "491701234567", type: "template"`;
const HEADER = `{ type: "header", parameters: [{ type: "text", parameter_name: "order", text: "A-1" }] }`;
const TRACK = `{ type: "button", sub_type: "url", index: 1, parameters: [{ type: "text", text: "A-1" }] }`;
const named = (...names: string[]) =>
  `{ type: "body", parameters: [${names.map((name) => `{ type: "text", parameter_name: "${name}", text: "x" }`).join(", ")}] }`;
const shipped = (components: string, language = "en_US", name = "dev_order_shipped") =>
  `const m: TemplateMessage<"order_shipped", "en_US"> = { ${PARTS}, template: { name: "${name}", language: { code: "${language}" }, components: [${components}] } };`;

const ALL = named("first_name", "order");
const REPLY = `{ type: "button", sub_type: "quick_reply", index: 0, parameters: [{ type: "payload", payload: "talk" }] }`;
const CARD = (index: number) =>
  `{ card_index: ${index}, components: [{ type: "header", parameters: [{ type: "image", image: { id: "1" } }] }, { type: "body", parameters: [{ type: "text", text: "2" }] }, { type: "button", sub_type: "url", index: 0, parameters: [{ type: "text", text: "b" }] }] }`;
const message = (key: string, language: string, template: string) =>
  `const m: TemplateMessage<"${key}", "${language}"> = { ${PARTS}, template: { ${template} } };`;

const VALID = [
  shipped([HEADER, ALL, TRACK].join(", ")),
  shipped([HEADER, ALL, TRACK, REPLY].join(", ")),
  message("sale", "en_US", 'name: "dev_sale", language: { code: "en_US" }'),
  message(
    "sale",
    "en_US",
    'name: "dev_sale_v2", language: { code: "en_US" }, components: [{ type: "body", parameters: [{ type: "text", text: "20%" }, { type: "text", text: "Sunday" }] }]',
  ),
  message(
    "login_code",
    "en",
    'name: "dev_login_code", language: { code: "en" }, components: [{ type: "body", parameters: [{ type: "text", text: "123" }] }, { type: "button", sub_type: "url", index: 0, parameters: [{ type: "text", text: "123" }] }]',
  ),
  message(
    "brochure",
    "en",
    'name: "dev_brochure", language: { code: "en" }, components: [{ type: "header", parameters: [{ type: "document", document: { link: "https://example.com/a.pdf", filename: "a.pdf" } }] }]',
  ),
  message(
    "plants",
    "en",
    `name: "dev_plants", language: { code: "en" }, components: [{ type: "carousel", cards: [${CARD(0)}, ${CARD(1)}] }]`,
  ),
  message(
    "coupon",
    "en",
    'name: "dev_coupon", language: { code: "en" }, components: [{ type: "button", sub_type: "copy_code", index: 0, parameters: [{ type: "coupon_code", coupon_code: "HERBS25" }] }]',
  ),
  'const m: SendableNames = { sale: { en_US: "dev_sale" }, order_shipped: {} };',
  'const m: TemplateVariables<"order_shipped", "en_US"> = { header: { order: "1" }, body: { first_name: "Ana", order: "1" }, button1: ["1"], button0: [{ type: "payload", payload: "p" }] };',
  'const m: TemplateVariables<"sale", "en_US", "dev_sale_v2"> = { body: ["20%", "Sunday"] };',
];

const INVALID: [what: string, statement: string][] = [
  ["a missing named variable", shipped([HEADER, named("first_name"), TRACK].join(", "))],
  ["a misspelt variable", shipped([HEADER, named("first_name", "ordr"), TRACK].join(", "))],
  ["a missing header", shipped([ALL, TRACK].join(", "))],
  ["a missing button", shipped([HEADER, ALL].join(", "))],
  ["no components", shipped("")],
  ["another language", shipped([HEADER, ALL, TRACK].join(", "), "es_MX")],
  ["a language that the template does not have", 'type T = TemplateMessage<"order_shipped", "fr">;'],
  ["a template that the stack does not declare", 'type T = TemplateMessage<"order_shiped", "en_US">;'],
  ["another name", shipped([HEADER, ALL, TRACK].join(", "), "en_US", "order_shipped")],
  [
    "a missing positional variable",
    message(
      "sale",
      "en_US",
      'name: "dev_sale_v2", language: { code: "en_US" }, components: [{ type: "body", parameters: [{ type: "text", text: "20%" }] }]',
    ),
  ],
  ["the variables of another version", message("sale", "en_US", 'name: "dev_sale_v2", language: { code: "en_US" }')],
  [
    "a missing card",
    message(
      "plants",
      "en",
      `name: "dev_plants", language: { code: "en" }, components: [{ type: "carousel", cards: [${CARD(0)}] }]`,
    ),
  ],
  [
    "a document's header with an image",
    message(
      "brochure",
      "en",
      'name: "dev_brochure", language: { code: "en" }, components: [{ type: "header", parameters: [{ type: "image", image: { id: "1" } }] }]',
    ),
  ],
  ["a name that is not sendable", 'const m: SendableNames = { sale: { en_US: "dev_sale_v3" } };'],
  [
    "a missing variable of TemplateVariables",
    'const m: TemplateVariables<"order_shipped", "es_MX"> = { body: { first_name: "Ana" } };',
  ],
];

const distinct = (statements: readonly string[]) =>
  statements.map((statement, index) => statement.replace(/^(const m|type T)\b/, `$1${index}`));

// A compiler reads the library's types first.
describe("the generated types", { timeout: 60_000 }, () => {
  it("compile strictly, take complete messages and refuse others", async () => {
    const folder = await project();
    expect(await generate(folder, "--out", "templates.ts")).toMatchObject({ code: 0, stdout: "" });
    const results = compile(folder, distinct([...VALID, ...INVALID.map(([, statement]) => statement)]), "");
    expect(results.slice(0, VALID.length)).toEqual(VALID.map(() => []));
    const accepted = INVALID.filter((_, index) => results[VALID.length + index]?.length === 0).map(([what]) => what);
    expect(accepted).toEqual([]);
  });

  it("are accepted by the gateway's client", async () => {
    const folder = await project();
    await generate(folder, "--out", "templates.ts");
    const client = join(import.meta.dirname, "../../../../../src/model/message/index.ts");
    const file = join(folder, "client.ts");
    const keys = ["order_shipped", "sale", "login_code", "brochure", "plants", "coupon"];
    const uses = keys.map((key, index) => `export const f${index} = (m: Generated<"${key}">): TemplateMessage => m;`);
    await writeFile(
      file,
      [
        `import type { TemplateMessage } from ${JSON.stringify(client)};`,
        'import type { TemplateMessage as Generated } from "./templates.ts";',
        ...uses,
      ].join("\n"),
    );
    const root = join(import.meta.dirname, "../../../../..");
    const program = ts.createProgram([file], {
      ...OPTIONS,
      isolatedDeclarations: false,
      declaration: false,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
      skipLibCheck: true,
    });
    const found = ts.getPreEmitDiagnostics(program).filter((each) => each.file?.fileName === file);
    expect(found.map((each) => ts.flattenDiagnosticMessageText(each.messageText, "\n"))).toEqual([]);
  });
});

describe("mycobot generate types", () => {
  it("prints the same text every time, with the command to regenerate it", async () => {
    const folder = await project();
    const first = await generate(folder);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout.split("\n").slice(0, 3)).toEqual([
      "// Generated by mycobot generate types.",
      "// Do not edit. After a change of the stack file, run:",
      "//   mycobot generate types dev --out FILE",
    ]);
    expect((await generate(folder)).stdout).toBe(first.stdout);
    const { types } = JSON.parse((await generate(folder, "--json")).stdout);
    expect(types).toBe(first.stdout);
  });

  it("--check ends with 2 when the file is missing or differs, and writes nothing", async () => {
    const folder = await project();
    const out = join(folder, "templates.ts");
    expect(await generate(folder, "--out", out, "--check")).toMatchObject({ code: 2 });
    expect(await generate(folder, "--out", out, "--json")).toMatchObject({ code: 0 });
    expect(await generate(folder, "--out", out, "--check")).toMatchObject({ code: 0 });
    await writeFile(join(folder, "stacks/dev.yaml"), STACK.replaceAll("first_name", "name"));
    const before = await readFile(out, "utf8");
    const check = await generate(folder, "--out", out, "--check");
    expect(check).toMatchObject({ code: 2, stderr: expect.stringContaining("out of date") });
    expect(await readFile(out, "utf8")).toBe(before);
    expect(await generate(folder, "--check")).toMatchObject({ code: 3 });
  });

  it("replaces only its own file", async () => {
    const folder = await project();
    await writeFile(join(folder, "mine.ts"), "export const mine = 1;\n");
    expect(await generate(folder, "--out", "mine.ts")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("was not generated by this command"),
    });
    expect(await readFile(join(folder, "mine.ts"), "utf8")).toBe("export const mine = 1;\n");
    expect(await generate(folder, "--out", "nowhere/types.ts")).toMatchObject({ code: 3 });
  });

  it("refuses a stack with an error", async () => {
    const folder = await project(STACK.replace("UTILITY", "UTILTY"));
    expect(await generate(folder)).toMatchObject({ code: 3, stdout: "" });
  });
});
