import { z } from "zod";
import { LANGUAGES, TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { variables } from "../keys/variables.ts";
import { removal } from "../sections/settings.ts";
import { mapOf, shown, text } from "../shape/schema.ts";
import { category, language } from "./language.ts";
import { FOREIGN_FIELDS, ownFields } from "./own-fields.ts";

const BODY_EXAMPLE = { body: "Your order is on its way." };
const TEMPLATE_EXAMPLE = { category: "UTILITY", languages: { en_US: BODY_EXAMPLE } };

const languages = mapOf(
  language,
  { description: "The template's languages by code, such as en_US.", example: { en_US: BODY_EXAMPLE } },
  { propertyNames: { enum: Object.keys(LANGUAGES) } },
).refine((value) => Object.keys(value).length > 0, { error: "needs at least one language" });

const shared = { category: category.optional(), variables: variables.optional(), ...removal, ...ownFields };

const version = z.strictObject({ ...shared, languages }).meta(FOREIGN_FIELDS);

const template = shown(
  z.strictObject({
    name: text({
      description: "The name in the account. Default: the key.",
      example: "order_shipped",
      maxLength: TEMPLATE_LIMITS.name,
      pattern: "^[a-z0-9_]+$",
    }).optional(),
    ...shared,
    version: shown(z.int().min(1, { error: "must be 1 or more" }), {
      description: "From version 2 on, the remote name ends in _v2, _v3 …; 1 is the same as no version.",
      example: 2,
      minimum: 1,
    }).optional(),
    previous: mapOf(
      version,
      {
        description: "Older versions by number: they stay in the account and managed until they are removed here.",
        example: { "1": TEMPLATE_EXAMPLE },
      },
      { propertyNames: { pattern: "^[1-9]\\d*$" } },
    ).optional(),
    languages,
  }),
  { ...FOREIGN_FIELDS, description: "A message template in its languages.", example: TEMPLATE_EXAMPLE },
);

export const templates = mapOf(template, {
  description: "Message templates by name: a-z, 0-9 and _.",
  example: { order_shipped: TEMPLATE_EXAMPLE },
});
