import { describe, expect, it } from "vitest";
import { canonicalTemplate, compareTemplates, observedAsDeclared } from "../../../../../src/model/template/index.ts";
import { authentication, carousel, ordinary } from "./read-templates.ts";

const all = [
  ["ordinary", ordinary],
  ["authentication", authentication],
  ["carousel", carousel],
] as const;

describe("observedAsDeclared", () => {
  it.each(all)(
    "of an unchanged %s template is the declaration, samples and files included",
    (_what, { wanted, observed }) => {
      expect(observedAsDeclared(wanted, observed)).toEqual(canonicalTemplate(wanted));
    },
  );

  it("shows just the part that differs", () => {
    const observed = structuredClone(ordinary.observed);
    Object.assign(observed.components?.[1] ?? {}, { text: "Gone: {{1}}!", example: { body_text: [["Bo"]] } });
    observed.components?.splice(2, 1);
    const { components: declared = [], ...top } = canonicalTemplate(ordinary.wanted);
    const [header, , , buttons] = declared;
    const result = observedAsDeclared(ordinary.wanted, observed);
    expect(result).toEqual({
      ...top,
      components: [header, { type: "BODY", text: "Gone: {{1}}!", example: { body_text: [["Bo"]] } }, buttons],
    });
    expect(observedAsDeclared(ordinary.wanted, result)).toEqual(result);
    expect(compareTemplates(ordinary.wanted, result).changes).toEqual(
      compareTemplates(ordinary.wanted, observed).changes,
    );
  });

  it("keeps no signed address, and the file where the picture stayed one", () => {
    const observed = structuredClone(carousel.observed);
    Object.assign(observed.components?.[0] ?? {}, { text: "Summer is here!" });
    observed.components?.unshift({
      type: "HEADER",
      format: "IMAGE",
      example: { header_handle: ["https://scontent.whatsapp.net/2"] },
    });
    const text = JSON.stringify(observedAsDeclared(carousel.wanted, observed));
    expect(text).toContain('{"type":"HEADER","format":"IMAGE"}');
    expect(text).toContain("media/basil.png");
    expect(text).not.toContain("scontent");
  });

  it("takes the wanted category, and none of WhatsApp's own fields", () => {
    const flipped = { ...ordinary.observed, category: "MARKETING", quality_score: { score: "GREEN" } };
    expect(observedAsDeclared(ordinary.wanted, flipped)).toEqual(canonicalTemplate(ordinary.wanted));
  });
});
