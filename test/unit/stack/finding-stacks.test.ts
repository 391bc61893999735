// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkStack, checkStacks, findProjectRoot, loadStack, StackError } from "../../../src/stack/index.ts";
import { ACCOUNT, project, template } from "./project.ts";

const VALID = template("body: Hello there");

test("a name means stacks/<name>.yaml; a path is used unchanged", async () => {
  const { root } = await project({ "stacks/dev.yaml": VALID, "other/x.yml": VALID });
  const byName = await loadStack("dev", { projectRoot: root });
  expect(byName).toMatchObject({
    name: "dev",
    file: join(root, "stacks/dev.yaml"),
    account: { waba: "102290129340398" },
  });
  expect((await loadStack("stacks/dev.yaml", { cwd: root })).file).toBe(byName.file);
  expect((await loadStack(join(root, "other/x.yml"))).name).toBe("x");
});

test("an unknown stack is an error that lists the available stacks", async () => {
  const { root } = await project({ "stacks/dev.yaml": VALID, "stacks/production.yaml": VALID });
  const failure = (name: string) => loadStack(name, { projectRoot: root, cwd: root }).catch((error: unknown) => error);
  expect(await failure("staging")).toMatchObject({
    code: "MYCO_STACK_NOT_FOUND",
    hint: "Available: `dev`, `production`.",
    issues: [],
  });
  expect(await failure("prodution")).toMatchObject({ hint: "Did you mean `production`?" });
  expect(await failure("stacks/dve.yaml")).toBeInstanceOf(StackError);
});

test("the project's root is the nearest folder with a Pulumi.yaml", async () => {
  const { root } = await project({ "stacks/dev.yaml": VALID });
  expect(findProjectRoot(join(root, "stacks"))).toBe(root);
  expect(findProjectRoot("/")).toBe("/");
});

test("loading a stack with errors throws all of them with their positions", async () => {
  const { root } = await project({ "stacks/dev.yaml": template("body: 5\nfoter: x") });
  const failure: unknown = await loadStack("dev", { projectRoot: root, cwd: root }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StackError);
  expect(failure).toMatchObject({ code: "MYCO_STACK_INVALID" });
  const message = failure instanceof StackError ? failure.message : "";
  expect(message).toContain("stack `dev` has 2 errors");
  expect(message).toMatch(/stacks\/dev\.yaml:7:15: error: `body` must be text/);
  expect(message).toMatch(/stacks\/dev\.yaml:8:9: error: `foter` is not a key/);
});

test("file names in issues are relative to the working folder for files below it, else absolute", async () => {
  const { root } = await project({ "stacks/dev.yaml": `${ACCOUNT}` });
  const below = await checkStack("dev", { projectRoot: root, cwd: root });
  const above = await checkStack("dev", { projectRoot: root, cwd: join(root, "stacks") });
  const elsewhere = await checkStack("dev", { projectRoot: root, cwd: "/nowhere" });
  const files = [below, above, elsewhere].map(({ issues }) => issues[0]?.file);
  expect(files).toEqual(["stacks/dev.yaml", "dev.yaml", join(root, "stacks/dev.yaml")]);
});

const FRAGMENT = `profiles: { "1": { about: "From \${city}" } }\ntemplates:\n  hello:\n    languages: { en_US: { footer: "\${shop}" } }\n`;

test("a fragment may lack account, values and parts", async () => {
  const { root } = await project({ "stacks/base.yaml": FRAGMENT });
  expect(await checkStack("base", { projectRoot: root, fragment: true })).toMatchObject({ fragment: true, issues: [] });
  expect(await checkStack("base", { projectRoot: root, fragment: "auto" })).toMatchObject({
    fragment: true,
    issues: [],
  });
  expect((await checkStack("base", { projectRoot: root })).issues.map(({ code }) => code)).toContain("missing-key");
});

test("a text with a value that the fragment does not have is not checked", async () => {
  const content = 'body: Hello there\nbuttons: [{ url: { text: Open, url: "${shop}/{{1}}", example: A-1 } }]';
  const fragment = template(content, '    name: "${prefix}_hello"\n').replace(ACCOUNT, "");
  const { root } = await project({ "stacks/base.yaml": fragment });
  expect((await checkStack("base", { projectRoot: root, fragment: true })).issues).toEqual([]);
});

test("a setting whose value is in another file has no wrong shape", async () => {
  const settings = 'settings: { namePrefix: "${env}_", protect: "${protect}", maxDeletes: "${deletes}" }\n';
  const { root } = await project({ "stacks/base.yaml": `${settings}${VALID.replace(ACCOUNT, "")}` });
  expect((await checkStack("base", { projectRoot: root, fragment: "auto" })).issues).toEqual([]);
});

test("a fragment's own mistakes are reported", async () => {
  const { root } = await project({
    "stacks/base.yaml": `templates: { hello: { languages: { en_US: { footer: ${"x".repeat(61)}, foter: y } } } }\n`,
  });
  const { issues, stack } = await checkStack("base", { projectRoot: root, fragment: true });
  expect(issues.map(({ code }) => code)).toEqual(["footer-too-long", "unknown-key"]);
  expect(stack).toBeUndefined();
});

test("two stack files that declare one template are an error, except fragments", async () => {
  const { root } = await project({
    "stacks/base.yaml": VALID.replace(ACCOUNT, ""),
    "stacks/dev.yaml": `extends: base.yaml\n${ACCOUNT}`,
    "stacks/production.yaml": `extends: base.yaml\n${ACCOUNT}`,
    "stacks/test.yaml": `extends: base.yaml\n${ACCOUNT}settings: { namePrefix: test_ }\n`,
  });
  const checks = await checkStacks(["base", "dev", "production", "test"], { projectRoot: root, cwd: root });
  expect(checks.map(({ fragment, issues }) => [fragment, issues.map(({ code }) => code)])).toEqual([
    [true, []],
    [false, []],
    [false, ["template-claimed-twice"]],
    [false, []],
  ]);
  expect(checks[2]?.issues[0]?.message).toMatch(
    /stacks\/production\.yaml and stacks\/dev\.yaml both declare `hello\/en_US`/,
  );
});

test("two stack files that declare one profile are an error", async () => {
  const profile = (about: string) =>
    `${VALID}settings: { namePrefix: ${about.toLowerCase()}_ }\nprofiles: { "1": { about: ${about} } }\n`;
  const { root } = await project({ "stacks/a.yaml": profile("One"), "stacks/b.yaml": profile("Two") });
  const checks = await checkStacks(["a", "b"], { projectRoot: root });
  expect(checks.map(({ issues }) => issues.map(({ code }) => code))).toEqual([[], ["profile-claimed-twice"]]);
});
