import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { list, sample, text } from "../shape/schema.ts";
import { child, isScalar, madeMap } from "../source/located.ts";
import { ofType, type ShortKey } from "./short-key.ts";
import { BODY_SAMPLES, contractSamples, textFields } from "./text-parts.ts";

function bodyKey(maxLength: number): ShortKey {
  return {
    schema: text({
      description: `The message, up to ${maxLength} characters. Trailing newlines are removed.`,
      example: "Hi {{first_name}}, your order is on its way.",
      maxLength,
    }),
    expand(value, parent, expansion) {
      if (!isScalar(value)) return [];
      const fields = textFields(BODY_SAMPLES, value, child(parent, "examples"), expansion);
      return [madeMap({ type: "BODY", ...fields }, value.position)];
    },
    contract(components, contraction) {
      const component = ofType(components, "BODY");
      if (typeof component?.text !== "string") return {};
      return { body: component.text, ...contractSamples(BODY_SAMPLES, component, contraction) };
    },
  };
}

export const body: ShortKey = bodyKey(TEMPLATE_LIMITS.body);

export const bodyOfCard: ShortKey = bodyKey(TEMPLATE_LIMITS.bodyOfCard);

export const examples: ShortKey = {
  schema: list(sample({ description: "A sample.", example: "Ana" }), {
    description: "Samples of the body's `{{1}}`, `{{2}}` …, in numerical order.",
    example: ["Ana", "A-1042"],
  }),
};
