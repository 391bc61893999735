import type { z } from "zod";
import {
  countBetween,
  filled,
  listOf,
  object,
  oneOf,
  openObject,
  rule,
  text,
  whole,
  word,
  words,
} from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

export const ORDER_DETAILS_LIMITS = { orderReference: 60 } as const;

export const GOODS = ["digital-goods", "physical-goods"] as const;

/** The only status of an order that is to be paid. */
const PAYABLE = ["pending"] as const;

const amount = object({
  value: whole("The amount's value", { min: 0 }),
  /** `value / offset` is the amount in the currency: `{value: 1100, offset: 100}` is 11.00. */
  offset: whole("The amount's offset", { min: 1 }),
  description: text.optional(),
});

/** An amount of money. */
export interface Amount extends z.infer<typeof amount> {}

const item = openObject({
  retailer_id: text.optional(),
  name: filled("The item's name"),
  amount,
  sale_amount: amount.optional(),
  quantity: whole("The item's quantity", { min: 1 }),
});

export interface OrderItem extends z.infer<typeof item> {}

/** The order, in messages and in the parameters of templates. Payment fields differ by country and are not checked. */
export const orderDetails = openObject({
  /** The order's own number, unique per order. */
  reference_id: words("reference_id", ORDER_DETAILS_LIMITS.orderReference),
  type: oneOf("The type of goods", GOODS),
  /** ISO 4217. */
  currency: filled("The currency"),
  total_amount: amount,
  order: openObject({
    /** `pending`. */
    status: oneOf<string>("The order's status", PAYABLE),
    items: listOf(item, "items").check(
      rule((items) => countBetween("item", items.length, 1, Number.POSITIVE_INFINITY)),
    ),
    subtotal: amount,
    tax: amount.optional(),
    shipping: amount.optional(),
    discount: amount.extend({ discount_program_name: text.optional() }).optional(),
    catalog_id: text.optional(),
    expiration: object({ timestamp: text, description: text.optional() }).optional(),
  }),
});

export interface OrderDetails extends z.infer<typeof orderDetails> {}

export const orderDetailsKind = interactiveKind(
  "order_details",
  object({ name: word("review_and_pay"), parameters: orderDetails }),
);

type Content = z.infer<typeof orderDetailsKind.schema>;

/** Asks for the payment of an order (Brazil, India, Singapore). */
export function orderDetailsMessage(
  message: InteractiveTexts & { parameters: OrderDetails },
): InteractiveEnvelope<Content> {
  return interactiveMessage<Content>(message, "order_details", {
    name: "review_and_pay",
    parameters: message.parameters,
  });
}
