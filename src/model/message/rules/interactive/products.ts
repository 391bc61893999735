import { z } from "zod";
import { MESSAGE_ANSWERS, MESSAGE_LIMITS } from "../../tables/index.ts";
import { MEDIA_SHAPES } from "../media.ts";
import { obeys, type Problem } from "../problem.ts";
import { filled, listOf, number, object, outside, words } from "../values.ts";
import { linkAction } from "./links.ts";
import { sectionsOf } from "./replies.ts";
import { named } from "./texts.ts";

const retailerId = filled("The product's id");

export const productAction = object({ catalog_id: filled("The catalog's id"), product_retailer_id: retailerId });

const items = listOf(object({ product_retailer_id: retailerId }), "products");

/** Sections of products, in messages and in the parameters of templates. */
export const productSections = sectionsOf({
  title: words("The section's title", MESSAGE_LIMITS.sectionTitle).optional(),
  product_items: items,
}).check(
  obeys((sections) =>
    outside("product", sections.flatMap(({ product_items }) => product_items).length, 1, MESSAGE_LIMITS.products),
  ),
);

export const productListAction = object({ catalog_id: filled("The catalog's id"), sections: productSections });

export const catalogAction = object({
  name: named("catalog_message"),
  parameters: object({ thumbnail_product_retailer_id: retailerId.optional() }).optional(),
});

const card = z.discriminatedUnion(
  "type",
  [
    object({
      card_index: number,
      type: z.literal("cta_url"),
      header: object({
        type: z.enum(["image", "video"], { error: '"image" or "video"' }),
        image: MEDIA_SHAPES.image.optional(),
        video: MEDIA_SHAPES.video.optional(),
      }),
      body: object({ text: words("The card's body", MESSAGE_LIMITS.cardBody) }).optional(),
      action: linkAction,
    }),
    object({ card_index: number, type: z.literal("product"), action: productAction }),
  ],
  { error: '"cta_url" or "product" as the card\'s type' },
);

function* inOrder(cards: readonly { card_index: number; type: string }[]): Iterable<Problem> {
  for (const [index, { card_index, type }] of cards.entries()) {
    if (card_index !== index)
      yield {
        code: "card-index",
        at: [index, "card_index"],
        message: `card_index is ${card_index} on the card at place ${index}; WhatsApp counts from 0 without a gap`,
        hint: `Write ${index}.`,
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      };
    if (type !== cards[0]?.type)
      yield {
        code: "cards-differ",
        at: [index, "type"],
        message: `card ${index} is of another type than the first; WhatsApp wants all alike`,
        hint: "Send them as two messages.",
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      };
  }
}

export const carouselAction = object({
  cards: listOf(card, "cards").check(
    obeys((cards) => outside("card", cards.length, MESSAGE_LIMITS.cardsAtLeast, MESSAGE_LIMITS.cards)),
    obeys(inOrder),
  ),
});
