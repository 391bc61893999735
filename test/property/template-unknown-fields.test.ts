import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  KNOWN_BUTTON_FIELDS,
  KNOWN_COMPONENT_FIELDS,
  KNOWN_TEMPLATE_FIELDS,
  type KnownFields,
} from "../../src/model/template/compare/known-fields.ts";
import {
  canonicalTemplate,
  compareTemplates,
  observedAsDeclared,
  type TemplateBody,
} from "../../src/model/template/index.ts";
import { type Part, template } from "./template-arbitraries.ts";
import { asRead } from "./template-read.ts";

function namesIn(fields: KnownFields | undefined): string[] {
  return [...(fields ?? [])].flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

const KNOWN = new Set(
  [KNOWN_TEMPLATE_FIELDS, ...KNOWN_COMPONENT_FIELDS.values(), ...KNOWN_BUTTON_FIELDS.values()].flatMap((fields) =>
    namesIn(fields),
  ),
);

const unknownName = fc.stringMatching(/^[a-z]{1,8}(_[a-z0-9]{1,6}){0,2}$/).filter((name) => !KNOWN.has(name));

/** Fields that nobody knows, and the place of the object that gets them, among all objects of a template. */
const extra = fc.record({
  place: fc.nat(1000),
  fields: fc.dictionary(unknownName, fc.jsonValue({ maxDepth: 3 }), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
});
const extras = fc.array(extra, { minLength: 1, maxLength: 4 });

function partsOf(value: unknown): Part[] {
  return (Array.isArray(value) ? value : []) as Part[];
} // as the arbitrary makes them

/** Components, buttons, cards, the components of cards, and what a component holds as an object of its own. */
function objectsIn(parts: Part[]): Part[] {
  return parts.flatMap((part) => [
    part,
    ...partsOf(part.buttons),
    ...partsOf(part.cards).flatMap((card) => [card, ...objectsIn(partsOf(card.components))]),
    ...(part.limited_time_offer === undefined ? [] : [part.limited_time_offer as Part]),
  ]);
}

/** A copy with the extra fields, and how many of them have a value: null is as good as absent. */
function withExtras(body: TemplateBody, list: { place: number; fields: Part }[]) {
  const copy = structuredClone(body);
  const objects = objectsIn(copy.components ?? []);
  const given = new Map<Part, Part>();
  for (const { place, fields } of list) {
    const target = objects[place % objects.length];
    if (target === undefined) continue;
    given.set(target, { ...given.get(target), ...fields });
    Object.assign(target, fields);
  }
  const values = [...given.values()].flatMap((fields) => Object.values(fields));
  return { body: copy, count: values.filter((value) => value !== null).length };
}

describe("fields that only the account has, at any level", () => {
  it("are reports, each at its own path, and a refresh gives the declaration", () => {
    fc.assert(
      fc.property(template, extras, (wanted, list) => {
        const { body: observed, count } = withExtras(asRead(wanted), list);
        const { equal, changes, reports } = compareTemplates(wanted, observed);
        expect({ equal, changes }).toEqual({ equal: true, changes: [] });
        expect(reports.map(({ code, kind }) => `${code} ${kind}`)).toEqual(Array(count).fill("unknown-field added"));
        expect(new Set(reports.map(({ path }) => path)).size).toBe(count);
        expect(observedAsDeclared(wanted, observed)).toEqual(canonicalTemplate(wanted));
      }),
      { numRuns: 1000 },
    );
  });

  it("do not hide an edit, and are not in what a refresh writes", () => {
    fc.assert(
      fc.property(template, extras, (wanted, list) => {
        const text = partsOf(wanted.components).find(({ type, text }) => type === "BODY" && text !== undefined);
        fc.pre(text !== undefined);
        const observed = asRead(wanted);
        for (const part of partsOf(observed.components)) if (part.type === "BODY") part.text = `${part.text} indeed`;
        const plain = compareTemplates(wanted, observed);
        const { body } = withExtras(observed, list);
        expect(compareTemplates(wanted, body).changes).toEqual(plain.changes);
        expect(observedAsDeclared(wanted, body)).toEqual(observedAsDeclared(wanted, observed));
      }),
    );
  });
});

describe("fields that are declared and not known", () => {
  it("that do not come back are reports, and stay declared", () => {
    fc.assert(
      fc.property(template, extras, (plain, list) => {
        const { body: wanted, count } = withExtras(plain, list);
        const observed = asRead(plain);
        const { equal, changes, reports } = compareTemplates(wanted, observed);
        expect({ equal, changes }).toEqual({ equal: true, changes: [] });
        expect(reports.map(({ code, kind }) => `${code} ${kind}`)).toEqual(Array(count).fill("unknown-field removed"));
        expect(observedAsDeclared(wanted, observed)).toEqual(canonicalTemplate(wanted));
      }),
    );
  });

  it("that come back the same are equal, and that come back otherwise are changes", () => {
    fc.assert(
      fc.property(template, fc.nat(1000), unknownName, fc.string(), fc.string(), (plain, place, name, one, other) => {
        const declared = withExtras(plain, [{ place, fields: { [name]: one } }]).body;
        // As WhatsApp lists it: with `id` and `status`, the same parts at the same places.
        const listed = (value: string): TemplateBody => ({
          ...withExtras(plain, [{ place, fields: { [name]: value } }]).body,
          id: "1",
          status: "APPROVED",
        });
        expect(compareTemplates(declared, listed(one))).toEqual({ equal: true, changes: [], reports: [] });
        fc.pre(one !== other);
        const { changes } = compareTemplates(declared, listed(other));
        expect(changes).toMatchObject([{ wanted: one, observed: other, kind: "changed" }]);
      }),
    );
  });

  it("count between declarations", () => {
    fc.assert(
      fc.property(template, extras, (plain, list) => {
        const { body: wanted, count } = withExtras(plain, list);
        fc.pre(count > 0);
        expect(compareTemplates(wanted, plain).equal).toBe(false);
        expect(compareTemplates(plain, wanted).equal).toBe(false);
      }),
    );
  });
});
