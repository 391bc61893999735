import type { z } from "zod";
import { filled, object } from "../../shape.ts";
import { type InteractiveEnvelope, interactiveKind, interactiveMessage, type OptionalBody } from "../interactive.ts";

export const productId = filled("The product's id");

export const catalogId = filled("The catalog's id");

/** The product of the message, or of a carousel's card. */
export const productAction = object({ catalog_id: catalogId, product_retailer_id: productId });

export const productKind = interactiveKind("product", productAction, { bodyOptional: true, headers: [] });

type Content = z.infer<typeof productKind.schema>;

/** One product of a catalog. */
export function productMessage(
  message: OptionalBody & { catalogId: string; productId: string },
): InteractiveEnvelope<Content> {
  const action = { catalog_id: message.catalogId, product_retailer_id: message.productId };
  return interactiveMessage<Content>(message, "product", action);
}
