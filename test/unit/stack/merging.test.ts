// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { expect, test } from "vitest";
import { checkStack, type Stack } from "../../../src/stack/index.ts";
import { ACCOUNT, project, template } from "./project.ts";

async function stackOf(files: Record<string, string>): Promise<Stack> {
  const { root } = await project(files);
  const { stack, issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(stack, JSON.stringify(issues)).toBeDefined();
  if (stack === undefined) throw new Error("unreachable");
  return stack;
}

function text(stack: Stack, type: string) {
  return stack.templates[0]?.body.components?.find((part) => part.type === type)?.text;
}

const BASE =
  "templates:\n  hello:\n    category: UTILITY\n    languages: { en_US: { body: Hello there, footer: Bye } }\n";

test("maps merge by key, scalars are replaced", async () => {
  const dev = `extends: base.yaml\n${ACCOUNT}templates: { hello: { languages: { en_US: { footer: So long } } } }\n`;
  const stack = await stackOf({ "stacks/dev.yaml": dev, "stacks/base.yaml": BASE });
  expect([text(stack, "BODY"), text(stack, "FOOTER")]).toEqual(["Hello there", "So long"]);
});

test("null removes a key of an extended file", async () => {
  const dev = `extends: base.yaml\n${ACCOUNT}templates: { hello: { languages: { en_US: { footer: null } } } }\n`;
  const stack = await stackOf({ "stacks/dev.yaml": dev, "stacks/base.yaml": BASE });
  expect(text(stack, "FOOTER")).toBeUndefined();
  expect(stack.issues).toEqual([]);
});

test("the outermost file can set a key again that a file in between removes", async () => {
  const stack = await stackOf({
    "stacks/dev.yaml": `extends: middle.yaml\n${ACCOUNT}templates: { hello: { languages: { en_US: { footer: Back } } } }\n`,
    "stacks/middle.yaml": "extends: base.yaml\ntemplates: { hello: { languages: { en_US: { footer: null } } } }\n",
    "stacks/base.yaml": BASE,
  });
  expect(text(stack, "FOOTER")).toBe("Back");
});

test("a null that is overridden by the file extending it does not affect other extended files", async () => {
  const stack = await stackOf({
    "stacks/dev.yaml": `extends: [base.yaml, two.yaml]\n${ACCOUNT}`,
    "stacks/two.yaml": "extends: three.yaml\ntemplates: { hello: { languages: { en_US: { footer: So long } } } }\n",
    "stacks/three.yaml": "templates: { hello: null }\n",
    "stacks/base.yaml": BASE,
  });
  expect([text(stack, "BODY"), text(stack, "FOOTER")]).toEqual(["Hello there", "So long"]);
});

test("lists are replaced", async () => {
  const base = template("body: Hello there\nbuttons: [{ quick_reply: A }, { quick_reply: B }]").replace(ACCOUNT, "");
  const dev = `extends: base.yaml\n${ACCOUNT}templates: { hello: { languages: { en_US: { buttons: [{ quick_reply: C }] } } } }\n`;
  const stack = await stackOf({ "stacks/dev.yaml": dev, "stacks/base.yaml": base });
  expect(stack.templates[0]?.body.components?.[1]).toMatchObject({ buttons: [{ type: "QUICK_REPLY", text: "C" }] });
});

test("of several extended files the later ones override the earlier ones, and paths are relative to the file that names them", async () => {
  const stack = await stackOf({
    "stacks/dev.yaml": `extends: [shared/one.yaml, shared/two.yaml]\n${ACCOUNT}`,
    "stacks/shared/one.yaml":
      "extends: ../base.yaml\ntemplates: { hello: { languages: { en_US: { footer: One } } } }\n",
    "stacks/shared/two.yaml": "templates: { hello: { languages: { en_US: { footer: Two } } } }\n",
    "stacks/base.yaml": BASE,
  });
  expect(text(stack, "FOOTER")).toBe("Two");
});

test("the outermost file's values are used in every file", async () => {
  const stack = await stackOf({
    "stacks/dev.yaml": `extends: base.yaml\n${ACCOUNT}values: { who: friends }\n`,
    "stacks/base.yaml":
      'values: { who: nobody, greeting: "Hello ${who}" }\n' +
      template("body: ${greeting}, good morning").replace(ACCOUNT, ""),
  });
  expect(text(stack, "BODY")).toBe("Hello friends, good morning");
});

test.each([
  ["a literal", "It costs $${price} today", "It costs ${price} today"],
  [
    "WhatsApp's variable after a dollar sign",
    "It costs only ${{1}} for all of you today",
    "It costs only ${{1}} for all of you today",
  ],
  [
    "two dollar signs before WhatsApp's variable",
    "It costs $${{1}} for all of you today",
    "It costs $${{1}} for all of you today",
  ],
  ["a dollar sign alone", "It costs $5 or 5$ today", "It costs $5 or 5$ today"],
  ["a number as written", "It costs ${price} today", "It costs 01.50 today"],
  ["a boolean", "It is ${yes} today", "It is true today"],
])("%s", async (_what, written, expected) => {
  const examples = written.includes("{{1}}") ? "\nexamples: [5]" : "";
  const stack = await stackOf({
    "stacks/dev.yaml": `values: { price: 01.50, yes: true }\n${template(`body: ${written}${examples}`)}`,
  });
  expect(text(stack, "BODY")).toBe(expected);
});

test("a value that is all of a setting keeps its type", async () => {
  const settings = 'values: { safe: true, most: 7 }\nsettings: { protect: "${safe}", maxDeletes: "${most}" }\n';
  const stack = await stackOf({ "stacks/dev.yaml": `${settings}${template("body: Hello there")}` });
  expect(stack.settings).toMatchObject({ protect: true, maxDeletes: 7 });
});

test("anchors and aliases repeat a value", async () => {
  const dev = template("body: &text Hello there").concat("      es: { body: *text }\n");
  expect((await stackOf({ "stacks/dev.yaml": dev })).templates).toHaveLength(2);
});

test("a byte order mark and Windows line ends are accepted", async () => {
  const dev = `\uFEFF${template("body: |\n  Hello\n  there")}`.replaceAll("\n", "\r\n");
  expect(text(await stackOf({ "stacks/dev.yaml": dev }), "BODY")).toBe("Hello\nthere");
});

test("settings have defaults, which every template has", async () => {
  const plain = await stackOf({ "stacks/dev.yaml": template("body: Hello there") });
  expect(plain.settings).toEqual({
    namePrefix: "",
    onRemove: "delete",
    protect: false,
    adopt: "matching",
    maxDeletes: 10,
    allowEmpty: false,
  });
  const settings = "settings: { namePrefix: dev_, onRemove: retain, protect: true, adopt: never, maxDeletes: 10% }\n";
  const { templates } = await stackOf({ "stacks/dev.yaml": `${settings}${template("body: Hello there")}` });
  expect(templates[0]).toMatchObject({ logicalName: "hello/en_US", onRemove: "retain", protect: true, adopt: "never" });
  expect(templates[0]?.body.name).toBe("dev_hello");
});
