import type { z } from "zod";
import { object, word } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";
import { productId } from "./product.ts";

const action = object({
  name: word("catalog_message"),
  parameters: object({ thumbnail_product_retailer_id: productId.optional() }).optional(),
});

export const catalogKind = interactiveKind("catalog_message", action);

type Content = z.infer<typeof catalogKind.schema>;

/** Opens the whole catalog; the product `thumbnailProductId` provides the picture. */
export function catalogMessage(
  message: InteractiveTexts & { thumbnailProductId?: string | undefined },
): InteractiveEnvelope<Content> {
  const id = message.thumbnailProductId;
  const parameters = id === undefined ? {} : { parameters: { thumbnail_product_retailer_id: id } };
  return interactiveMessage<Content>(message, "catalog_message", { name: "catalog_message", ...parameters });
}
