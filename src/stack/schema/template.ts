import { z } from "zod";
import { LANGUAGES, TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { category, content, variables } from "./content.ts";
import { FOREIGN_FIELDS, ownFields } from "./own-fields.ts";
import { mapOf, shown, text } from "./scalars.ts";
import { removal } from "./settings.ts";

const languages = mapOf(
  content,
  {
    description: "The template's languages by code, such as en_US.",
    example: { en_US: { body: "Your order is on its way." } },
  },
  { propertyNames: { enum: Object.keys(LANGUAGES) } },
).refine((value) => Object.keys(value).length > 0, { error: "needs at least one language" });

const shared = { category: category.optional(), variables: variables.optional(), ...removal, ...ownFields };

const version = z.strictObject({ ...shared, languages }).meta(FOREIGN_FIELDS);

const template = shown(
  z.strictObject({
    name: text({
      description: "The name in the account, where it is not the key.",
      example: "order_shipped",
      maxLength: TEMPLATE_LIMITS.name,
      pattern: "^[a-z0-9_]+$",
    }).optional(),
    ...shared,
    version: shown(z.int().min(1, { error: "is 1 or more" }), {
      description: "From 2 on, the remote name ends in _v2, _v3 …; 1 is the same as none.",
      example: 2,
      minimum: 1,
    }).optional(),
    previous: mapOf(
      version,
      {
        description: "Older versions by number: they stay in the account, and managed, until they are taken out here.",
        example: { "1": { category: "UTILITY", languages: { en_US: { body: "Your order is on its way." } } } },
      },
      { propertyNames: { pattern: "^[1-9]\\d*$" } },
    ).optional(),
    languages,
  }),
  {
    ...FOREIGN_FIELDS,
    description: "A message template in its languages.",
    example: { category: "UTILITY", languages: { en_US: { body: "Your order is on its way." } } },
  },
);

export const templates = mapOf(template, {
  description: "Message templates by name: a-z, 0-9 and _.",
  example: { order_shipped: { category: "UTILITY", languages: { en_US: { body: "Your order is on its way." } } } },
});
