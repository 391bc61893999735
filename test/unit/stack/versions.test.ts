import { expect, test } from "vitest";
import { checkStack } from "../../../src/stack/index.ts";
import { project, template } from "./project.ts";

/** Logical name and remote name of every declaration. */
async function names(more: string, before = ""): Promise<[string, string, boolean][]> {
  const { root } = await project({ "stacks/dev.yaml": before + template("body: Hello there", more) });
  const { stack } = await checkStack("dev", { projectRoot: root });
  return (stack?.templates ?? []).map(({ logicalName, body, previous }) => [logicalName, body.name, previous]);
}

function older(number: number) {
  return `${number}: { category: UTILITY, languages: { en_US: { body: Version ${number} } } }`;
}

test("no version, and version 1, is the plain name", async () => {
  expect(await names("")).toEqual([["hello/en_US", "hello", false]]);
  expect(await names("    version: 1\n")).toEqual([["hello/en_US", "hello", false]]);
});

test("a later version has its number in both names", async () => {
  expect(await names("    version: 2\n")).toEqual([["hello@2/en_US", "hello_v2", false]]);
});

test("a new version keeps the resources of the older ones", async () => {
  expect(await names(`    version: 2\n    previous: { ${older(1)} }\n`)).toEqual([
    ["hello@2/en_US", "hello_v2", false],
    ["hello/en_US", "hello", true],
  ]);
  expect(await names(`    version: 3\n    previous: { ${older(1)}, ${older(2)} }\n`)).toEqual([
    ["hello@3/en_US", "hello_v3", false],
    ["hello/en_US", "hello", true],
    ["hello@2/en_US", "hello_v2", true],
  ]);
});

test("the remote name consists of prefix, explicit name and version", async () => {
  const prefixed = await names(
    `    name: greeting\n    version: 2\n    previous: { ${older(1)} }\n`,
    "settings: { namePrefix: dev_ }\n",
  );
  expect(prefixed.map(([, remote]) => remote)).toEqual(["dev_greeting_v2", "dev_greeting"]);
});

test("a name that is too long because of its prefix is reported at the name", async () => {
  const name = "x".repeat(510);
  const { root, marks } = await project({
    "stacks/dev.yaml": `settings: { namePrefix: dev_ }\n${template("body: Hello there", `    name: ‸${name}\n`)}`,
  });
  const { issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues).toEqual([expect.objectContaining({ ...marks[0], code: "name-too-long" })]);
});

test("two entries may share one name in other languages", async () => {
  const { root } = await project({
    "stacks/dev.yaml": `${template("body: Hello there")}  hola:\n    name: hello\n    category: UTILITY\n    languages: { es: { body: Hola a todos } }\n`,
  });
  const { stack } = await checkStack("dev", { projectRoot: root });
  expect(stack?.templates.map(({ logicalName, body }) => `${logicalName} ${body.name}`)).toEqual([
    "hello/en_US hello",
    "hola/es hello",
  ]);
});
