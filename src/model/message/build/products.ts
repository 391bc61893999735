import type { CarouselCard, InteractiveMessage } from "../types/index.ts";
import { type InteractiveTexts, interactiveMessage, type OptionalBody } from "./interactive.ts";

/** One product of a catalog. */
export function productMessage(
  message: OptionalBody & { catalogId: string; productId: string },
): InteractiveMessage<"product"> {
  const { catalogId, productId } = message;
  return interactiveMessage(message, "product", { catalog_id: catalogId, product_retailer_id: productId });
}

/** Up to 30 products in up to 10 sections; wants a text header. */
export function productListMessage(
  message: InteractiveTexts & {
    catalogId: string;
    sections: readonly { title?: string; productIds: readonly string[] }[];
  },
): InteractiveMessage<"product_list"> {
  const sections = message.sections.map(({ title, productIds }) => ({
    ...(title === undefined ? {} : { title }),
    product_items: productIds.map((id) => ({ product_retailer_id: id })),
  }));
  return interactiveMessage(message, "product_list", { catalog_id: message.catalogId, sections });
}

/** Opens the whole catalog; `thumbnailProductId` gives the picture. */
export function catalogMessage(
  message: InteractiveTexts & { thumbnailProductId?: string | undefined },
): InteractiveMessage<"catalog_message"> {
  const id = message.thumbnailProductId;
  const parameters = id === undefined ? {} : { parameters: { thumbnail_product_retailer_id: id } };
  return interactiveMessage(message, "catalog_message", { name: "catalog_message", ...parameters });
}

/** A card without its place: that is its place in the list. */
export type CardArguments = CarouselCard extends infer Card
  ? Card extends CarouselCard
    ? Omit<Card, "card_index">
    : never
  : never;

/** 2 to 10 cards side by side, all with a link or all with a product. */
export function carouselMessage(
  message: InteractiveTexts & { cards: readonly CardArguments[] },
): InteractiveMessage<"carousel"> {
  const cards = message.cards.map((card, index): CarouselCard => ({ card_index: index, ...card }));
  return interactiveMessage(message, "carousel", { cards });
}
