import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTemplateParameters, templateMessage } from "../../src/model/message/index.ts";
import type { TemplateBody } from "../../src/model/template/index.ts";
import { wordyComponents, wordyJson } from "./message-arbitraries.ts";

const ours = { to: "4915123456789", name: "herbs", language: "en" };
const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 6 });

function bodyTemplate(variables: readonly string[], format: "NAMED" | "POSITIONAL"): TemplateBody {
  const text = `Hello ${variables.map((name) => `{{${name}}}`).join(" and ")}, bye.`;
  return { ...ours, category: "UTILITY", parameter_format: format, components: [{ type: "BODY", text }] };
}

test("with all values there is nothing to say; without one, only that one is named", () => {
  fc.assert(
    fc.property(names, fc.nat(), (variables, at) => {
      const template = bodyTemplate(variables, "NAMED");
      const body = Object.fromEntries(variables.map((name) => [name, "dill"]));
      expect(checkTemplateParameters(templateMessage({ ...ours, body }), template)).toEqual([]);
      const missing = variables[at % variables.length] ?? "";
      delete body[missing];
      const issues = checkTemplateParameters(templateMessage({ ...ours, body }), template);
      expect(issues).toHaveLength(1);
      expect(issues[0]?.message).toContain(`{{${missing}}}`);
    }),
  );
});

test("numbered variables go by number, whatever their order in the text", () => {
  const numbers = fc.integer({ min: 1, max: 6 }).chain((most) => {
    const all = Array.from({ length: most }, (_, index) => String(index + 1));
    return fc.record({
      order: fc.shuffledSubarray(all, { minLength: most }),
      given: fc.integer({ min: 0, max: most }),
    });
  });
  fc.assert(
    fc.property(numbers, ({ order, given }) => {
      const body = Array.from({ length: given }, () => "dill");
      const issues = checkTemplateParameters(templateMessage({ ...ours, body }), bodyTemplate(order, "POSITIONAL"));
      const named = issues.map(({ message }) => /requires \{\{(\d)\}\}/.exec(message)?.[1]);
      expect(named).toEqual(Array.from({ length: order.length - given }, (_, index) => String(given + index + 1)));
    }),
  );
});

test("never throws, whatever the message and the template contain", () => {
  fc.assert(
    fc.property(wordyComponents, wordyComponents, wordyJson, (sent, components, more) => {
      const message = { type: "template", template: { name: "herbs", components: sent } };
      // What comes from files and from WhatsApp has no type.
      const template = { ...ours, category: "UTILITY", components } as unknown as TemplateBody;
      checkTemplateParameters(message, template);
      checkTemplateParameters(message, { ...ours, category: "UTILITY", components: more } as unknown as TemplateBody);
      checkTemplateParameters({ template: more }, template);
    }),
  );
});
