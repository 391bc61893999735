import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkStack } from "../../../src/stack/index.ts";
import { ACCOUNT, project, template } from "./project.ts";

const MEDIA = join(import.meta.dirname, "../../../stacks/media");
const JPEG = await readFile(join(MEDIA, "summer-sale.jpg"));
const PNG = await readFile(join(MEDIA, "logo.png"));
const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypmp42"), Buffer.alloc(12)]);
const PDF = Buffer.from("%PDF-1.7\n");

function withHeader(header: string) {
  return template(`header: ${header}\nbody: Hello there`);
}

async function check(dev: string, files: Record<string, string | Uint8Array>) {
  const { root, marks } = await project({ "stacks/dev.yaml": dev, ...files });
  return { ...(await checkStack("dev", { projectRoot: root, cwd: root })), mark: marks[0] };
}

function handleOf(components: readonly unknown[] | undefined) {
  return components?.[0];
}

test.each([
  ["image", "a.jpg", JPEG],
  ["image", "a.png", PNG],
  ["video", "a.mp4", MP4],
  ["document", "a.pdf", PDF],
])("a header of %s %s becomes a file, relative to the project's root", async (kind, name, bytes) => {
  const { stack, issues } = await check(withHeader(`{ ${kind}: media/${name} }`), { [`stacks/media/${name}`]: bytes });
  expect(issues).toEqual([]);
  expect(handleOf(stack?.templates[0]?.body.components)).toEqual({
    type: "HEADER",
    format: kind.toUpperCase(),
    example: { header_handle: [{ file: `stacks/media/${name}` }] },
  });
});

test("a path is relative to the file that contains it, extended or not", async () => {
  const { stack } = await check(`extends: ../shared/base.yaml\n${ACCOUNT}`, {
    "shared/base.yaml": withHeader("{ image: pictures/a.jpg }").replace(ACCOUNT, ""),
    "shared/pictures/a.jpg": JPEG,
  });
  expect(JSON.stringify(stack?.templates[0]?.body)).toContain('{"file":"shared/pictures/a.jpg"}');
});

test("own components may name a file, too", async () => {
  const own =
    "components:\n  - { type: HEADER, format: image, example: { header_handle: [{ file: a.jpg }] } }\n  - { type: BODY, text: Hello there }";
  const { stack, issues } = await check(template(own), { "stacks/a.jpg": JPEG });
  expect(issues).toEqual([]);
  expect(JSON.stringify(stack?.templates[0]?.body)).toContain('{"file":"stacks/a.jpg"}');
});

test.each([
  ["that does not exist", "{ image: ‸media/a.jpg }", undefined, "media-missing", /does not exist/],
  ["that is misspelt", "{ image: ‸media/aa.jpg }", JPEG, "media-missing", /does not exist/],
  [
    "of another kind than its name says",
    "{ image: ‸media/a.jpg }",
    PDF,
    "media-type",
    /contains application\/pdf; an image must be jpeg or png/,
  ],
  ["of no known kind", "{ document: ‸media/a.jpg }", Buffer.from("hello"), "media-type", /unknown format/],
  ["that is empty", "{ video: ‸media/a.jpg }", Buffer.alloc(0), "media-type", /is empty/],
  [
    "that is too large",
    "{ image: ‸media/a.jpg }",
    Buffer.concat([JPEG, Buffer.alloc(5 * 1024 * 1024)]),
    "media-too-large",
    /5 MB/,
  ],
  ["that is a folder", "{ image: ‸media }", JPEG, "media-missing", /is a folder, not a file/],
  ["that is an address", "{ image: ‸https://example.com/a.jpg }", undefined, "media-not-a-file", /is not a file/],
  ["that is a handle", '{ image: ‸"4::aW1hZ2U=" }', undefined, "media-not-a-file", /is not a file/],
])("a file %s", async (_what, header, bytes, code, message) => {
  const { issues, mark } = await check(withHeader(header), bytes === undefined ? {} : { "stacks/media/a.jpg": bytes });
  const found = issues.find((issue) => issue.code === code);
  expect(found, JSON.stringify(issues)).toMatchObject({ ...mark, severity: "error" });
  expect(found?.message).toMatch(message);
});

test("a file without an app to upload it to is a warning", async () => {
  const { issues } = await check(withHeader("{ image: ‸a.jpg }").replace(', app: "670843887433847"', ""), {
    "stacks/a.jpg": JPEG,
  });
  expect(issues).toEqual([expect.objectContaining({ severity: "warning", code: "app-missing", line: 7 })]);
});

function withPicture(name: string) {
  return `${template("body: Hello there")}profiles: { "1": { picture: ‸${name} } }\n`;
}

test("a profile's picture is relative to the project's root", async () => {
  const { stack, issues } = await check(withPicture("logo.png"), { "stacks/logo.png": PNG });
  expect(issues).toEqual([]);
  expect(stack?.profiles).toEqual([{ phone: "1", fields: {}, picture: "stacks/logo.png", onRemove: "retain" }]);
});

test("a picture that is not square is a note", async () => {
  const { stack, issues, mark } = await check(withPicture("wide.jpg"), { "stacks/wide.jpg": JPEG });
  expect(issues).toEqual([expect.objectContaining({ ...mark, severity: "note", code: "picture-shape" })]);
  expect(issues[0]?.message).toContain("800 × 419");
  expect(stack).toBeDefined();
});

test("a picture that is not an image is an error", async () => {
  const { issues, mark } = await check(withPicture("a.pdf"), { "stacks/a.pdf": PDF });
  expect(issues).toEqual([expect.objectContaining({ ...mark, severity: "error", code: "media-type" })]);
});
