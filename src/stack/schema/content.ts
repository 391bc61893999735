import { z } from "zod";
import { CATEGORIES, TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { authentication } from "./authentication.ts";
import { buttons } from "./buttons.ts";
import { header, headerExample } from "./header.ts";
import { FOREIGN_FIELDS, ownFields } from "./own-fields.ts";
import { flag, list, mapOf, sample, shown, text } from "./scalars.ts";
import { accepted } from "./settings.ts";

export const category = text({
  description: `${CATEGORIES.join(", ")}. All languages of a template share one. WhatsApp may approve another one.`,
  example: "UTILITY",
  enum: CATEGORIES,
});

export const variables = mapOf(sample({ description: "The sample that WhatsApp's reviewers see.", example: "Ana" }), {
  description: "Named variables with the samples that WhatsApp's reviewers see. Texts use them as `{{name}}`.",
  example: { first_name: "Ana" },
});

function body(maxLength: number) {
  return text({
    description: `The message, up to ${maxLength} characters. Newlines at its end are taken away.`,
    example: "Hi {{first_name}}, your order is on its way.",
    maxLength,
  });
}

const examples = list(sample({ description: "A sample.", example: "Ana" }), {
  description: "Samples of the body's `{{1}}`, `{{2}}` …, in the order of the numbers.",
  example: ["Ana", "A-1042"],
});

const card = shown(
  z.strictObject({
    header: header.optional(),
    header_example: headerExample.optional(),
    body: body(TEMPLATE_LIMITS.bodyOfCard).optional(),
    examples: examples.optional(),
    buttons: buttons.optional(),
  }),
  {
    description: "A card: header with image or video, body, buttons.",
    example: { header: { image: "media/basil.jpg" }, body: "Fresh basil" },
  },
);

const offer = shown(
  z.strictObject({
    text: text({
      description: "What the offer is called.",
      example: "Ends soon!",
      maxLength: TEMPLATE_LIMITS.offerText,
    }),
    expires: flag({ description: "Shows a countdown; needs a copy_code button first.", example: true }).optional(),
  }),
  { description: "An offer with an end.", example: { text: "Ends soon!", expires: true } },
);

/** Keys that become components. */
const shortKeys = {
  header: header.optional(),
  header_example: headerExample.optional(),
  body: body(TEMPLATE_LIMITS.body).optional(),
  examples: examples.optional(),
  footer: text({
    description: "The small line below the body.",
    example: "Reply STOP to opt out",
    maxLength: TEMPLATE_LIMITS.footer,
  }).optional(),
  buttons: buttons.optional(),
  authentication: authentication.optional(),
  carousel: list(card, {
    description: "Cards below the body, all of one make.",
    example: [{ header: { image: "media/basil.jpg" }, body: "Fresh basil" }],
    minItems: TEMPLATE_LIMITS.cardsAtLeast,
    maxItems: TEMPLATE_LIMITS.cards,
  }).optional(),
  limited_time_offer: offer.optional(),
  call_permission_request: flag({ description: "Asks for leave to call.", example: true }).optional(),
};

const components = shown(z.array(z.looseObject({})), {
  description:
    "WhatsApp's own components, as they are: instead of header, body, footer, buttons and the other short keys.",
  example: [{ type: "BODY", text: "Your order is on its way." }],
});

export const content = shown(
  z.strictObject({
    category: category.optional(),
    variables: variables.optional(),
    ...shortKeys,
    components: components.optional(),
    ...ownFields,
    accepted: accepted.optional(),
  }),
  {
    id: "language",
    ...FOREIGN_FIELDS,
    description: "A template in one language.",
    example: { body: "Your order is on its way." },
  },
);

/** Keys of a language that cannot stand beside `components`. */
export const SHORT_KEYS: readonly string[] = [...Object.keys(shortKeys), "variables"];
