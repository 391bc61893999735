import { expect, it } from "vitest";
import { mediaFilesOf, replaceMediaFiles, type TemplateBody } from "../../../../src/model/template/index.ts";

function header(header_handle: unknown) {
  return { type: "HEADER", format: "IMAGE", example: { header_handle } };
}

const body: TemplateBody = {
  name: "herbs",
  language: "en_US",
  category: "MARKETING",
  components: [
    { type: "BODY", text: "Herbs", file: "not/media.png" },
    {
      type: "CAROUSEL",
      cards: [{ components: [header([{ file: "a.png", sha256: "01" }])] }, { components: [header(["4::x"])] }],
    },
    header({ file: "b.png" }),
  ],
};

it("finds files at their places, bare ones too", () => {
  expect(mediaFilesOf(body)).toEqual([
    {
      pointer: "/components/1/cards/0/components/0/example/header_handle/0",
      format: "IMAGE",
      media: { file: "a.png", sha256: "01" },
    },
    { pointer: "/components/2/example/header_handle", format: "IMAGE", media: { file: "b.png" } },
  ]);
});

it("replaces them and nothing else", () => {
  const before = structuredClone(body);
  const sent = replaceMediaFiles(body, ({ file }) => `4::${file}`);
  expect(sent.components?.slice(1)).toEqual([
    { type: "CAROUSEL", cards: [{ components: [header(["4::a.png"])] }, { components: [header(["4::x"])] }] },
    header("4::b.png"),
  ]);
  expect(sent.components?.[0]).toEqual(before.components?.[0]);
  expect(body).toEqual(before);
  expect(mediaFilesOf(sent)).toEqual([]);
});
