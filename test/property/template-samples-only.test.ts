import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalTemplate, differsInSamplesOnly, type TemplateBody } from "../../src/model/template/index.ts";
import { template } from "./template-arbitraries.ts";

type Path = readonly (string | number)[];

const SAMPLE = "example";

/** The places of all leaves. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries = Array.isArray(value) ? value.map((item, at): [number, unknown] => [at, item]) : Object.entries(value);
  return entries.flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

/** A copy in which one value is another one. */
function changedAt(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return otherThan(value);
  const copy = structuredClone(value) as Record<string | number, unknown>; // an object or a list: the path leads through it
  copy[step] = changedAt(copy[step], rest);
  return copy;
}

function otherThan(leaf: unknown): unknown {
  if (typeof leaf === "number") return leaf + 1;
  return typeof leaf === "boolean" ? !leaf : `${leaf}x`;
}

/** A template of the arbitrary, whose samples are in NAMED form as often as not. */
const declared = fc.tuple(template, fc.boolean()).map(([body, isNamed]) => (isNamed ? withNames(body) : body));

function withNames(body: TemplateBody): TemplateBody {
  const text = JSON.stringify(body.components).includes("example.com")
    ? "Hello {{who}} there"
    : "Hi {{who}}, {{what}}!";
  const params = ["who", "what"].filter((name) => text.includes(`{{${name}}}`));
  return {
    ...body,
    category: "MARKETING",
    parameter_format: "NAMED",
    components: [
      {
        type: "BODY",
        text,
        example: { body_text_named_params: params.map((param_name) => ({ param_name, example: "Ana" })) },
      },
      ...(body.components ?? []).filter(({ type }) => !["BODY", "HEADER"].includes(type)),
    ],
  };
}

it("one changed value makes another sample where it is in a sample, and more than that anywhere else", () => {
  fc.assert(
    fc.property(declared, fc.nat(), (body, seed) => {
      const paths = leavesOf(body);
      const path = paths[seed % paths.length] ?? [];
      const changed = changedAt(body, path) as TemplateBody; // the same keys
      expect(differsInSamplesOnly(body, changed)).toBe(path.includes(SAMPLE));
      expect(differsInSamplesOnly(changed, body)).toBe(path.includes(SAMPLE));
    }),
    { numRuns: 2000 },
  );
});

it("any samples beside any other change are more than samples", () => {
  fc.assert(
    fc.property(declared, fc.nat(), (body, seed) => {
      const [samples, others] = [true, false].map((is) =>
        leavesOf(body).filter((path) => path.includes(SAMPLE) === is),
      );
      fc.pre(samples !== undefined && samples.length > 0 && others !== undefined);
      const all = (samples ?? []).reduce<unknown>((value, path) => changedAt(value, path), body) as TemplateBody; // the same keys
      expect(differsInSamplesOnly(body, all)).toBe(true);
      const other = others?.[seed % others.length] ?? [];
      expect(differsInSamplesOnly(body, changedAt(all, other) as TemplateBody)).toBe(false); // the same keys
    }),
  );
});

it("removing all samples is a difference in samples only", () => {
  fc.assert(
    fc.property(declared, (body) => {
      const bare = JSON.parse(JSON.stringify(body, (name, value) => (name === SAMPLE ? undefined : value)));
      expect(differsInSamplesOnly(body, bare)).toBe(JSON.stringify(body).includes(`"${SAMPLE}"`));
    }),
  );
});

it("is false for a template and itself, also in canonical form", () => {
  fc.assert(
    fc.property(declared, (body) => {
      expect(differsInSamplesOnly(body, structuredClone(body))).toBe(false);
      expect(differsInSamplesOnly(body, canonicalTemplate(body))).toBe(false);
    }),
  );
});
