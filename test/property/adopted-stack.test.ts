import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  canonicalTemplate,
  compareTemplates,
  declarationOfRead,
  type TemplateBody,
} from "../../src/model/template/index.ts";
import { addedTo, checkStackText, stackPlace, stackText, templateEntries } from "../../src/stack/index.ts";
import { oddTemplate, template } from "./template-arbitraries.ts";
import { asRead } from "./template-read.ts";

const WABA = "102290129340398";
const place = stackPlace(join(import.meta.dirname, "adopted.yaml"), { projectRoot: import.meta.dirname });

/** What an account may hold: names, languages and samples that several templates share, and texts that look like YAML or references. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the stack file's syntax
const account = fc
  .array(
    fc.record({
      body: template.map(asRead),
      name: fc.constantFrom("herbs", "herbs_v2", "null", "1e3", "__proto__", "constructor", "on", "basil"),
      language: fc.constantFrom("en", "en_US", "de", "no"),
      category: fc.constantFrom(undefined, "UTILITY", "MARKETING"),
      text: fc.constantFrom(
        undefined,
        ...[
          "$${x} ${y}",
          "# no comment",
          "a: b",
          "- x\n  y\n",
          "  ",
          "\ttab\r\n",
          "|",
          "'\"{}",
          "{{who}} and {{__proto__}}",
          "${{1}}",
          "\u2028\u0007",
          "location",
        ],
      ),
      samples: fc.constantFrom("Ana", "${x}", "true"),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) => {
    const bodies = list.map(({ body, name, language, category, text, samples }) => {
      const changed = text === undefined ? body : named(body, text, samples);
      return {
        ...changed,
        name,
        language,
        ...(category === undefined ? {} : { category: body.category === "AUTHENTICATION" ? body.category : category }),
      };
    });
    return [...new Map(bodies.map((body) => [`${body.name}/${body.language}`, body])).values()];
  });

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the stack file's syntax

/** The template with another body text. */
function named(body: TemplateBody, text: string, sample: string): TemplateBody {
  if (body.category === "AUTHENTICATION") return body;
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name).filter((name) => !/^\d+$/.test(name));
  const example = { body_text_named_params: names.map((param_name) => ({ param_name, example: sample })) };
  const part = { type: "BODY", text, ...(names.length === 0 ? {} : { example }) };
  const others = (body.components ?? []).filter(({ type }) => type !== "BODY" && type !== "HEADER");
  return { ...body, ...(names.length === 0 ? {} : { parameter_format: "NAMED" }), components: [part, ...others] };
}

function textOf(bodies: readonly TemplateBody[]): string {
  const templates = bodies.map((body) => ({ body, comments: ["Status: PAUSED\nby: somebody", "\u202e"] }));
  return stackText({
    comments: ["Adopted"],
    account: { waba: WABA, connection: "whatsapp" },
    connections: { whatsapp: "21fd90f9-5935-43cd-b6c8-bde9d915ca80" },
    profiles: [],
    templates: templateEntries(templates, place),
  });
}

function loaded(text: string) {
  return checkStackText(place, text).then(({ issues, stack }) => {
    const errors = issues.filter(({ severity }) => severity === "error");
    // Media files of the arbitraries do not exist.
    expect(
      errors.filter(({ code }) => code !== "media-missing"),
      text,
    ).toEqual([]);
    return stack;
  });
}

it("whatever an account holds, its stack file is valid and declares exactly that", async () => {
  await fc.assert(
    fc.asyncProperty(account, async (read) => {
      const declared = read.map((one) => declarationOfRead(one).body);
      const text = textOf(declared);
      const stack = await loaded(text);
      expect(stack?.templates.length, text).toBe(read.length);
      for (const { body } of stack?.templates ?? []) {
        const index = read.findIndex(({ name, language }) => name === body.name && language === body.language);
        expect(compareTemplates(body, read[index] as TemplateBody).changes, text).toEqual([]);
        expect(canonicalTemplate(body), text).toEqual(canonicalTemplate(declared[index] as TemplateBody));
      }
    }),
    { numRuns: 150 },
  );
});

it("a listed template in the short form keeps its samples", () => {
  fc.assert(
    fc.property(template, (declared) => {
      const { body } = declarationOfRead(asRead(declared));
      expect(compareTemplates(body, asRead(declared)).equal).toBe(true);
      expect(canonicalTemplate(body)).toEqual(body);
    }),
  );
});

it("never throws, whatever a template is", () => {
  fc.assert(
    fc.property(oddTemplate, (odd) => {
      const body = { ...(typeof odd === "object" ? odd : {}), name: "odd", language: "en", category: "UTILITY" };
      textOf([declarationOfRead(body).body]);
    }),
  );
});

it("a file to which templates are added keeps its text, and declares both", async () => {
  await fc.assert(
    fc.asyncProperty(account, fc.nat(), fc.boolean(), async (read, cut, windows) => {
      const declared = read.map((one) => declarationOfRead(one).body);
      const at = 1 + (cut % declared.length);
      const first = `${textOf(declared.slice(0, at))}  # indented end\n\n`;
      const text = windows ? first.replaceAll("\n", "\r\n") : first;
      const before = await loaded(text);
      if (before === undefined) return;
      const taken = new Set(before.templates.map(({ key }) => key));
      const more = declared.slice(at).map((body) => ({ body, comments: [] }));
      const added = addedTo(text, { templates: templateEntries(more, place, "", taken), profiles: [] });
      const stack = await loaded(added);
      expect(stack?.templates.length, added).toBe(read.length);
      let from = 0;
      for (const line of text.split("\n")) {
        from = added.indexOf(line, from);
        expect(from, line).toBeGreaterThanOrEqual(0);
        from += line.length;
      }
      for (const { body } of stack?.templates ?? []) {
        const wanted = declared.find(({ name, language }) => name === body.name && language === body.language);
        expect(canonicalTemplate(body), added).toEqual(canonicalTemplate(wanted as TemplateBody));
      }
    }),
    { numRuns: 150 },
  );
});
