import { describe, expect, it } from "vitest";
import { differsInSamplesOnly, type TemplateBody } from "../../../../../src/model/template/index.ts";
import { authentication, carousel, ordinary } from "./read-templates.ts";

type Part = Record<string, unknown>;

function withParts(components: Part[], fields: Part = {}): TemplateBody {
  return {
    name: "hi",
    language: "en",
    category: "UTILITY",
    components: components as TemplateBody["components"] & object, // parts with a type
    ...fields,
  };
}

function greeting(name: string, text = "Hi {{1}}!") {
  return withParts([{ type: "BODY", text, example: { body_text: [[name]] } }]);
}

function named(example: string, name = "who") {
  return withParts(
    [{ type: "BODY", text: `Hi {{${name}}}!`, example: { body_text_named_params: [{ param_name: name, example }] } }],
    { parameter_format: "NAMED" },
  );
}

function title(sample: string) {
  return withParts([{ type: "HEADER", format: "TEXT", text: "Order {{1}}", example: { header_text: [sample] } }]);
}

function picture(handle: unknown, format = "IMAGE") {
  return withParts([{ type: "HEADER", format, example: { header_handle: [handle] } }]);
}

function button(fields: Part) {
  return withParts([{ type: "BUTTONS", buttons: [fields] }]);
}

function link(example: string, text = "Track") {
  return button({ type: "URL", text, url: "https://herbs.example/{{1}}", example: [example] });
}

function cards(handle: unknown, sample: string, text = "Pot {{1}}") {
  return withParts([
    {
      type: "CAROUSEL",
      cards: [
        {
          components: [
            { type: "HEADER", format: "IMAGE", example: { header_handle: [handle] } },
            { type: "BODY", text, example: { body_text: [[sample]] } },
          ],
        },
      ],
    },
  ]);
}

const file = { file: "a.png", sha256: "1" };

describe("differsInSamplesOnly", () => {
  it.each<[string, TemplateBody, TemplateBody]>([
    ["of a body", greeting("Ana"), greeting("Bo")],
    ["of a body with named variables", named("Ana"), named("Bo")],
    ["of a header", title("1"), title("2")],
    ["of a URL button", link("a"), link("b")],
    ["of a coupon", button({ type: "COPY_CODE", example: "B25" }), button({ type: "COPY_CODE", example: "B30" })],
    ["of a card", cards(file, "one"), cards(file, "two")],
    ["of a card's picture", cards(file, "one"), cards({ ...file, sha256: "2" }, "one")],
    ["a file with other content", picture(file), picture({ ...file, sha256: "2" })],
    ["a file under another name", picture(file), picture({ ...file, file: "b.png" })],
    ["a file for a handle", picture("4::a"), picture(file)],
    ["another handle", picture("4::a"), picture("4::b")],
    ["a sample that was missing", withParts([{ type: "BODY", text: "Hi {{1}}!" }]), greeting("Ana")],
  ])("true: %s", (_what, before, after) => {
    expect(differsInSamplesOnly(before, after)).toBe(true);
    expect(differsInSamplesOnly(after, before)).toBe(true);
  });

  it.each<[string, TemplateBody, TemplateBody]>([
    ["nothing", greeting("Ana"), greeting("Ana")],
    [
      "the spelling of a sample",
      greeting("Ana"),
      withParts([{ type: "body", text: "Hi {{1}}!", example: { body_text: "Ana" } }]),
    ],
    ["the address of a sample", link("a"), link("https://herbs.example/a")],
    ["a text and its sample", greeting("Ana"), greeting("Bo", "Hello {{1}}!")],
    ["a variable's name", named("Ana"), named("Ana", "name")],
    ["a label and a sample", link("a"), link("b", "Follow")],
    ["a text of a card and its sample", cards(file, "one"), cards(file, "two", "Tub {{1}}")],
    ["a header's format", picture(file), picture({ ...file, sha256: "2" }, "VIDEO")],
    ["the category", greeting("Ana"), { ...greeting("Bo"), category: "MARKETING" }],
    ["the name", greeting("Ana"), { ...greeting("Bo"), name: "hello" }],
    ["the language", greeting("Ana"), { ...greeting("Bo"), language: "de" }],
    ["a field that is not known", greeting("Ana"), { ...greeting("Bo"), bid_spec: { example: 1 } }],
    [
      "an example of something else",
      withParts([], { bid_spec: { example: 1 } }),
      withParts([], { bid_spec: { example: 2 } }),
    ],
    ["a default that is written out", greeting("Ana"), { ...greeting("Bo"), message_send_ttl_seconds: -1 }],
  ])("false: %s", (_what, before, after) => {
    expect(differsInSamplesOnly(before, after)).toBe(false);
    expect(differsInSamplesOnly(after, before)).toBe(false);
  });

  it.each([ordinary, authentication, carousel])("false for a template and itself", ({ wanted }) => {
    expect(differsInSamplesOnly(wanted, structuredClone(wanted))).toBe(false);
  });
});
