import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canonicalTemplate,
  compareTemplates,
  differsInSamplesOnly,
  observedAsDeclared,
  type TemplateBody,
  type TemplateComponent,
} from "../../src/model/template/index.ts";
import { oddTemplate, type Part, template } from "./template-arbitraries.ts";
import { asRead } from "./template-read.ts";

const ENUMS = ["type", "format", "category", "parameter_format", "otp_type", "flow_action"];

/** The same template in another spelling: enums in lower case, components in another order, samples in other forms. */
function respelt(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => respelt(item, seed));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]): [string, unknown] => {
      if (ENUMS.includes(name) && typeof field === "string")
        return [name, seed % 2 === 0 ? field.toLowerCase() : field];
      if (name === "body_text" && seed % 3 === 0) return [name, field[0]];
      if (name === "header_text" && seed % 3 === 1) return [name, field[0]];
      if (name === "components") {
        const parts = respelt(field, seed) as unknown[]; // a list gives a list
        const turn = seed % (parts.length + 1);
        return [name, [...parts.slice(turn), ...parts.slice(0, turn)]];
      }
      return [name, respelt(field, seed)];
    }),
  );
}

const respelling = fc.tuple(template, fc.nat(1000)).map(([body, seed]) => ({
  body,
  other: respelt(body, seed) as TemplateBody, // the same keys
}));

function partOf(body: TemplateBody, type: string): TemplateComponent | undefined {
  return body.components?.find((component) => component.type === type);
}

function listOf(part: Part | undefined, name: string): Part[] {
  return (part?.[name] ?? []) as Part[];
} // as the arbitrary makes them

/** Edits that somebody can make in WhatsApp's console, on a template that was read. False: nothing to edit. */
const EDITS: Record<string, (body: TemplateBody) => boolean> = {
  "body reworded": (body) => {
    const part = partOf(body, "BODY");
    if (part === undefined || body.category === "AUTHENTICATION") return false;
    part.text = `${part.text} indeed`;
    return true;
  },
  "header reworded": (body) => {
    const part = partOf(body, "HEADER");
    if (part?.text === undefined) return false;
    part.text = `${part.text} again`;
    return true;
  },
  "footer gone": (body) => {
    if (partOf(body, "FOOTER") === undefined) return false;
    for (const button of listOf(partOf(body, "BUTTONS"), "buttons")) {
      if (typeof button.url === "string") button.url = button.url.replace(/&code_expiration_minutes=\d+/, "");
    }
    body.components = body.components?.filter(({ type }) => type !== "FOOTER") ?? [];
    return true;
  },
  "footer added": (body) => {
    if (partOf(body, "FOOTER") !== undefined || body.category === "AUTHENTICATION") return false;
    body.components?.push({ type: "FOOTER", text: "New" });
    return true;
  },
  "button removed": (body) => listOf(partOf(body, "BUTTONS"), "buttons").pop() !== undefined,
  "button added": (body) =>
    listOf(partOf(body, "BUTTONS"), "buttons").push({ type: "QUICK_REPLY", text: "Another" }) > 1,
  "buttons swapped": (body) => {
    const buttons = listOf(partOf(body, "BUTTONS"), "buttons");
    if (buttons.length < 2 || buttons[0]?.type === buttons[1]?.type) return false;
    buttons.reverse();
    return JSON.stringify(buttons) !== JSON.stringify(buttons.toReversed());
  },
  "card reworded": (body) => {
    const [, text] = listOf(listOf(partOf(body, "CAROUSEL"), "cards").at(-1), "components");
    if (text === undefined) return false;
    text.text = `${text.text} too`;
    return true;
  },
  "card added": (body) => {
    const cards = listOf(partOf(body, "CAROUSEL"), "cards");
    return cards[0] !== undefined && cards.push(structuredClone(cards[0])) > 0;
  },
  "expiry changed": (body) => {
    const footer = partOf(body, "FOOTER");
    if (typeof footer?.code_expiration_minutes !== "number") return false;
    footer.code_expiration_minutes += 1;
    return true;
  },
  "security recommendation toggled": (body) => {
    const part = partOf(body, "BODY");
    if (part === undefined || body.category !== "AUTHENTICATION") return false;
    part.add_security_recommendation = part.add_security_recommendation !== true;
    return true;
  },
};

describe("canonical form", () => {
  it("of a canonical form is itself", () => {
    fc.assert(
      fc.property(oddTemplate, (odd) => {
        const once = canonicalTemplate(odd);
        expect(canonicalTemplate(once)).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  it("does not depend on the spelling", () => {
    fc.assert(
      fc.property(respelling, ({ body, other }) => {
        expect(canonicalTemplate(other)).toEqual(body);
      }),
    );
  });
});

describe("comparison", () => {
  it("finds what WhatsApp lists of a declaration equal to it, in any spelling", () => {
    fc.assert(
      fc.property(respelling, ({ other, body }) => {
        expect(compareTemplates(other, asRead(body))).toEqual({ equal: true, changes: [], reports: [] });
      }),
    );
  });

  it.each(Object.entries(EDITS))("sees an edit: %s", (_what, edit) => {
    fc.assert(
      fc.property(template, (body) => {
        const observed = asRead(body);
        fc.pre(edit(observed));
        expect(compareTemplates(body, observed).equal).toBe(false);
      }),
    );
  });

  it("is the same both ways between declarations, and samples do not count", () => {
    fc.assert(
      fc.property(template, template, (one, other) => {
        expect(compareTemplates(one, other).equal).toBe(compareTemplates(other, one).equal);
        const bare = JSON.parse(JSON.stringify(one, (name, value) => (name === "example" ? undefined : value)));
        expect(compareTemplates(one, bare).equal).toBe(true);
        expect(differsInSamplesOnly(one, bare)).toBe(JSON.stringify(one) !== JSON.stringify(bare));
      }),
    );
  });

  it("never throws, and finds anything equal to itself", () => {
    fc.assert(
      fc.property(oddTemplate, oddTemplate, (one, other) => {
        expect(compareTemplates(one, structuredClone(one)).equal).toBe(true);
        compareTemplates(one, other);
        differsInSamplesOnly(one, other);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the observed template in the declaration's words", () => {
  const pair = fc.oneof(
    fc.tuple(template, template),
    fc.tuple(oddTemplate, oddTemplate),
    fc.tuple(template, oddTemplate),
    fc.tuple(template, template).map(([wanted, other]): [TemplateBody, TemplateBody] => [wanted, asRead(other)]),
    fc.tuple(template, fc.constantFrom(...Object.values(EDITS))).map(([wanted, edit]): [TemplateBody, TemplateBody] => {
      const observed = asRead(wanted);
      edit(observed);
      return [wanted, observed];
    }),
  );

  it("compares as the observed one does, and does not change when it is made again", () => {
    fc.assert(
      fc.property(pair, ([wanted, observed]) => {
        const result = observedAsDeclared(wanted, observed);
        const { equal } = compareTemplates(wanted, observed);
        expect(compareTemplates(wanted, result).equal).toBe(equal);
        expect(observedAsDeclared(wanted, result)).toEqual(result);
        if (equal) expect(result).toEqual(canonicalTemplate(wanted));
      }),
      { numRuns: 2000 },
    );
  });

  it("is the declaration itself after a read", () => {
    fc.assert(
      fc.property(template, (body) => {
        expect(observedAsDeclared(body, asRead(body))).toEqual(body);
      }),
    );
  });
});
