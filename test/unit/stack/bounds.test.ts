// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { expect, test } from "vitest";
import { checkStack } from "../../../src/stack/index.ts";
import { VALID } from "./bad-input.ts";
import { ACCOUNT, project, template } from "./project.ts";

async function codes(dev: string | Uint8Array): Promise<string[]> {
  const { root } = await project({ "stacks/dev.yaml": dev });
  const { issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues.every(({ line, column, file }) => line >= 1 && column >= 1 && file === "stacks/dev.yaml")).toBe(true);
  return issues.map(({ code }) => code);
}

test("a file of 10 MB is refused", async () => {
  expect(await codes(`${ACCOUNT}# ${"x".repeat(10_000_000)}`)).toEqual(["file-too-large"]);
});

test("aliases that multiply are refused", async () => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const items =
      level === 0
        ? "x, x, x, x, x, x, x, x, x"
        : Array(9)
            .fill(`*a${level - 1}`)
            .join(", ");
    return `  v${level}: &a${level} [${items}]`;
  });
  expect(await codes(`${ACCOUNT}values:\n${levels.join("\n")}\n`)).toContain("alias-bomb");
});

test("an alias inside the value that it refers to is refused", async () => {
  expect(await codes(`${ACCOUNT}values: &a { b: *a }\n`)).toContain("alias-cycle");
});

test.each([100, 20_000])("%i brackets are refused", async (depth) => {
  expect(await codes(`${ACCOUNT}values: ${"[".repeat(depth)}${"]".repeat(depth)}\n`)).toContain("nested-too-deep");
});

test("bytes that are not UTF-8 are refused", async () => {
  expect(await codes(Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe]))).toEqual(["not-utf-8"]);
});

test.each(["constructor", "toString", "hasOwnProperty"])("a key called %s is an ordinary key", async (key) => {
  expect(await codes(`${template("body: Hello there")}${key}: { x: y }\n`)).toContain("unknown-key");
  expect(await codes(`values: { ${key}: "x" }\n${template(`body: Hello \${${key}} there`)}`)).toEqual([]);
});

test("all problems are reported at once, sorted by line", async () => {
  const dev = `account: { waba: 5 }\nsettings: { protct: true }\n${template("body: 5\nfoter: x\nfooter: ${nothing}").replace(ACCOUNT, "")}`;
  expect(await codes(dev)).toEqual([
    "number-loses-digits",
    "unknown-key",
    "wrong-type",
    "unknown-key",
    "unknown-value",
  ]);
});

test("values that multiply are refused", async () => {
  const levels = Array.from({ length: 12 }, (_, level) => `  v${level + 1}: "${`\${v${level}}`.repeat(10)}"`);
  const issues = await codes(`values:\n  v0: laughing\n${levels.join("\n")}\n${template("body: Hello ${v12} there")}`);
  expect(issues).toContain("value-bomb");
});

test("values that are nested thousands of levels deep are refused", async () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => `  v${20_000 - at}: "\${v${19_999 - at}}"`);
  expect(await codes(`${VALID}values:\n${chain.join("\n")}\n  v0: x\n`)).toContain("values-nested-too-deep");
});

test("a text of 200000 empty lines is refused at once", async () => {
  const issues = await codes(template(`body: |\n  a\n${"\n".repeat(200_000)}  b`));
  expect(issues).toEqual(["body-too-long", "body-newlines"]);
});

test.each([
  ["a key that occurs 130000 times", () => `${VALID}values:\n${"  a: 1\n".repeat(130_001)}`],
  ["130000 unknown keys", () => `${VALID}${Array.from({ length: 130_000 }, (_, at) => `k${at}: 1\n`).join("")}`],
])("%s ends in findings, not in a crash", { timeout: 60_000 }, async (_what, dev) => {
  const { root } = await project({ "stacks/dev.yaml": dev() });
  const { issues } = await checkStack("dev", { projectRoot: root });
  expect(issues.length).toBeGreaterThan(100_000);
});

test.each([
  ["undeclared variables", (at: number) => `{{name_${at}}}`, "undeclared-variable"],
  ["undefined values", (at: number) => `\${name_${at}}`, "unknown-value"],
])("a text of 4 MB full of %s has only a few findings", { timeout: 30_000 }, async (_what, write, code) => {
  const text = Array.from({ length: 300_000 }, (_, at) => write(at)).join(" ");
  const found = (await codes(template(`body: "${text}"`))).filter((each) => each === code);
  expect(found.length).toBeGreaterThan(10);
  expect(found.length).toBeLessThan(1000);
});

test("thousands of misspelt names among thousands of values are reported in seconds", { timeout: 30_000 }, async () => {
  const many = 20_000;
  const values = Array.from({ length: many }, (_, at) => `  value_${at}: x`).join("\n");
  const texts = Array.from({ length: many }, (_, at) => `  text_${at}: "\${valeu_${at}}"`).join("\n");
  const found = await codes(`${VALID}values:\n${values}\n${texts}\n`);
  expect(found.filter((code) => code === "unknown-value")).toHaveLength(many);
});

test("six thousand templates are checked within seconds, and counted against the quotas", {
  timeout: 60_000,
}, async () => {
  const many = Array.from(
    { length: 6001 },
    (_, at) => `  t${at}:\n    category: UTILITY\n    languages: { en_US: { body: Hello number ${at} } }`,
  );
  expect(await codes(`${ACCOUNT}templates:\n${many.join("\n")}\n`)).toEqual(["template-quota", "create-quota"]);
});
