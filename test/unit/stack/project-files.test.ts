import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkStack } from "../../../src/stack/index.ts";
import { readProjectFile } from "../../../src/stack/source/project-file.ts";
import { TEMPLATES, VALID } from "./bad-input.ts";
import { ACCOUNT, project, template } from "./project.ts";

const MEDIA = join(import.meta.dirname, "../../../stacks/media");

/** A folder outside every project, with a stack file and a picture. */
async function elsewhere(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mycobot-elsewhere-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "base.yaml"), TEMPLATES);
  execFileSync("cp", [join(MEDIA, "logo.png"), join(folder, "logo.png")]);
  return folder;
}

interface Folders {
  root: string;
  outside: string;
}

function pipe(path: string) {
  return execFileSync("mkfifo", [path]);
}

function linkToPipe(file: string, { root }: Folders) {
  pipe(join(root, "pipe"));
  return symlink("../pipe", file);
}

/** What may be in place of a stack file, a sample or a picture. `file` is the path. */
const HOSTILE: [string, (file: string, folders: Folders) => unknown, string][] = [
  ["a named pipe", (file) => pipe(file), "is a named pipe"],
  ["a link to a named pipe", linkToPipe, "named pipe"],
  ["a folder", (file) => execFileSync("mkdir", [file]), "is a folder"],
  ["a link to a device", (file) => symlink("/dev/zero", file), "is outside"],
  ["a link out of the project", (file, { outside }) => symlink(join(outside, "base.yaml"), file), "is outside"],
];

test.each(HOSTILE)("an extended file that is %s is refused at the `extends`", async (_what, make, reason) => {
  const { root, marks } = await project({ "stacks/dev.yaml": `extends: ‸base.yaml\n${ACCOUNT}` });
  await make(join(root, "stacks/base.yaml"), { root, outside: await elsewhere() });
  const { issues, stack } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues).toEqual([expect.objectContaining({ ...marks[0], severity: "error" })]);
  expect(issues[0]?.message).toContain(reason);
  expect(stack).toBeUndefined();
});

test.each(HOSTILE)("a stack file that is %s is refused", async (_what, make, reason) => {
  const { root } = await project({ "stacks/base.yaml": TEMPLATES });
  await make(join(root, "stacks/dev.yaml"), { root, outside: await elsewhere() });
  const { issues, sources } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues.map(({ file, message }) => [file, message.includes(reason)])).toEqual([["stacks/dev.yaml", true]]);
  expect([...sources.keys()]).toEqual([]);
});

test.each(HOSTILE)("samples and pictures that are %s are refused", async (_what, make, reason) => {
  const { root, marks } = await project({
    "stacks/dev.yaml": `profiles: { "1": { picture: ‸logo.png } }\n${template("header: { image: ‸logo.png }\nbody: Hello there")}`,
  });
  await make(join(root, "stacks/logo.png"), { root, outside: await elsewhere() });
  const { issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues).toEqual(marks.map((mark) => expect.objectContaining({ ...mark, severity: "error" })));
  for (const { message } of issues) expect(message).toContain(reason);
});

test("a path outside the project is refused, in stack files and samples", async () => {
  const outside = await elsewhere();
  const { root } = await project({
    "stacks/dev.yaml": `extends: ${outside}/base.yaml\n${template(`header: { image: ${outside}/logo.png }\nbody: Hello there`)}`,
  });
  const { issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues.map(({ code, line }) => [code, line])).toEqual([
    ["outside-project", 1],
    ["outside-project", 8],
  ]);
});

test("links that stay in the project are followed", async () => {
  const { root } = await project({
    "shared/base.yaml": TEMPLATES,
    "stacks/dev.yaml": `extends: base.yaml\n${ACCOUNT}`,
  });
  await symlink("../shared/base.yaml", join(root, "stacks/base.yaml"));
  expect((await checkStack("dev", { projectRoot: root })).issues).toEqual([]);
});

test("a project may be reached through a link", async () => {
  const { root } = await project({
    "shared/base.yaml": TEMPLATES,
    "stacks/dev.yaml": `extends: ../shared/base.yaml\n${ACCOUNT}`,
  });
  const link = join(await elsewhere(), "link");
  await symlink(root, link);
  expect((await checkStack("dev", { projectRoot: link })).issues).toEqual([]);
  expect((await checkStack(join(link, "stacks/dev.yaml"))).issues).toEqual([]);
});

test("the folder of a stack file outside every project is its project", async () => {
  const { root } = await project({ "Pulumi.yaml": "name: x\n" });
  const outside = await elsewhere();
  await writeFile(join(outside, "x.yaml"), `extends: base.yaml\n${ACCOUNT}`);
  expect((await checkStack(join(outside, "x.yaml"), { cwd: root })).issues).toEqual([]);
  await writeFile(join(outside, "x.yaml"), `extends: ${root}/Pulumi.yaml\n${ACCOUNT}`);
  expect((await checkStack(join(outside, "x.yaml"), { cwd: root })).issues.map(({ code }) => code)).toEqual([
    "outside-project",
  ]);
});

test("500 MB are refused by size, in place of a stack file and of every format of sample", async () => {
  const { root } = await project({
    "stacks/dev.yaml": `extends: base.yaml\n${template("header: { document: huge.pdf }\nbody: Hello there")}`,
    "stacks/base.yaml": "",
    "stacks/huge.pdf": "",
  });
  for (const file of ["base.yaml", "huge.pdf"]) await truncate(join(root, "stacks", file), 500_000_000);
  const { issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues.map(({ code, message }) => [code, /500000000 bytes|476\.8 MB/.test(message)])).toEqual([
    ["file-too-large", true],
    ["media-too-large", true],
  ]);
});

test("many files that are too large together are refused", async () => {
  const comment = `# ${"x".repeat(4_000_000)}\n`;
  const { root, marks } = await project({
    "stacks/dev.yaml": `extends: [a.yaml, b.yaml, ‸c.yaml]\n${VALID}`,
    "stacks/a.yaml": comment,
    "stacks/b.yaml": comment,
    "stacks/c.yaml": comment,
  });
  const { issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues.filter(({ code }) => code === "file-too-large")).toEqual([expect.objectContaining(marks[0] ?? {})]);
});

test("no more of a file is read than requested", async () => {
  const { root } = await project({ "a.bin": Buffer.from("0123456789") });
  const file = join(root, "a.bin");
  expect(await readProjectFile(file, { folder: root, maxBytes: 10, length: 4 })).toEqual({
    bytes: 10,
    content: Buffer.from("0123"),
  });
  expect(await readProjectFile(file, { folder: root, maxBytes: 9 })).toMatchObject({ refused: "too-large", bytes: 10 });
});

test("keys that an unreadable base may have are not reported as missing", async () => {
  const { root } = await project({
    "stacks/dev.yaml": "extends: nowhere.yaml\ntemplates: { hello: { languages: { en_US: { body: Hello } } } }\n",
  });
  const { issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues.map(({ code }) => code)).toEqual(["file-missing"]);
});
