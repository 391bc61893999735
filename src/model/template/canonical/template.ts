import { isObject, type JsonObject } from "../../text/index.ts";
import { READ_ONLY_SUB_CATEGORIES } from "../tables/index.ts";
import type { TemplateBody } from "../types.ts";
import { hasGeneratedTexts, withAddressExpiry, withoutGeneratedTexts } from "./authentication.ts";
import { canonicalComponents } from "./components.ts";
import { TEMPLATE_FIELD_KINDS } from "./field-kinds.ts";
import { withFields } from "./fields.ts";
import { canonicalValue } from "./values.ts";

/**
 * The one way to write a template: what two spellings of the same template have in common, and what WhatsApp's create call
 * takes.
 *
 * Enums in upper case, components in WhatsApp's order, samples in one form and only where there is a variable, phone
 * numbers as digits, flow ids as text, `parameter_format` always there, OTP buttons as they are declared (WhatsApp returns
 * them as addresses), and without the texts that WhatsApp generates. Samples, media and unknown fields are kept. Does not
 * change its argument, never throws (an odd shape stays as it is), and `canonicalTemplate` of the result is the result.
 */
export function canonicalTemplate(body: TemplateBody): TemplateBody {
  if (!isObject(body)) return body;
  const fields = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, canonicalTopField(name, value)]),
  );
  const canonical = withFields(fields, {
    parameter_format: fields.parameter_format ?? "POSITIONAL",
    sub_category: isReadOnly(fields.sub_category) ? undefined : fields.sub_category,
    components: canonicalTemplateComponents(fields),
  });
  return canonical as TemplateBody; // the same fields as the body's, each as odd as it came
}

function canonicalTopField(name: string, value: unknown): unknown {
  const kind = TEMPLATE_FIELD_KINDS.get(name);
  return kind === undefined ? value : canonicalValue(kind, value);
}

function canonicalTemplateComponents({ components, category }: JsonObject): unknown {
  if (!Array.isArray(components)) return components;
  const canonical = withAddressExpiry(canonicalComponents(components), components);
  return hasGeneratedTexts(category, canonical) ? withoutGeneratedTexts(canonical) : canonical;
}

/** WhatsApp gives these to templates that declared none, and refuses them on create. */
function isReadOnly(subCategory: unknown): boolean {
  return typeof subCategory === "string" && READ_ONLY_SUB_CATEGORIES.includes(subCategory);
}
