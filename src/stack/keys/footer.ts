import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { text } from "../shape/schema.ts";
import { isScalar, madeMap } from "../source/located.ts";
import { ofType, type ShortKey } from "./short-key.ts";
import { trimmed } from "./text-parts.ts";

export const footer: ShortKey = {
  schema: text({
    description: "The small line below the body.",
    example: "Reply STOP to opt out",
    maxLength: TEMPLATE_LIMITS.footer,
  }),
  expand(value) {
    return isScalar(value) ? [madeMap({ type: "FOOTER", text: trimmed(value) }, value.position)] : [];
  },
  contract(components) {
    const text = ofType(components, "FOOTER")?.text;
    return typeof text === "string" ? { footer: text } : {};
  },
};
