import type { z } from "zod";
import { given } from "../../envelope.ts";
import { countBetween, listOf, object, rule } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";
import { sectionsOf } from "./list.ts";
import { catalogId, productId } from "./product.ts";

/** `products` is the maximum of all sections together. */
export const PRODUCT_LIST_LIMITS = { products: 30 } as const;

const product_items = listOf(object({ product_retailer_id: productId }), "products");

/** Sections of products, in messages and in the parameters of templates. */
export const productSections = sectionsOf({ product_items }).check(
  rule((sections) => {
    const products = sections.flatMap((section) => section.product_items);
    return countBetween("product", products.length, 1, PRODUCT_LIST_LIMITS.products);
  }),
);

const action = object({ catalog_id: catalogId, sections: productSections });

export const productListKind = interactiveKind("product_list", action, { headers: ["text"], headerRequired: true });

type Content = z.infer<typeof productListKind.schema>;

/** Products in sections, below a text header; see {@link PRODUCT_LIST_LIMITS}. */
export function productListMessage(
  message: InteractiveTexts & {
    catalogId: string;
    sections: readonly { title?: string; productIds: readonly string[] }[];
  },
): InteractiveEnvelope<Content> {
  const sections = message.sections.map(({ title, productIds }) => ({
    ...given({ title }),
    product_items: productIds.map((id) => ({ product_retailer_id: id })),
  }));
  return interactiveMessage<Content>(message, "product_list", { catalog_id: message.catalogId, sections });
}
