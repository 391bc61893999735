import { ADDRESS_COUNTRIES, GOODS, ORDER_STATES } from "../../tables/index.ts";
import { filled, listOf, number, object, oneOf, text } from "../values.ts";
import { named } from "./texts.ts";

const amount = object({ value: number, offset: number, description: text.optional() });

const item = object({
  retailer_id: text.optional(),
  name: filled("The item's name"),
  amount,
  sale_amount: amount.optional(),
  quantity: number,
});

/** The order, in messages and in the parameters of templates. */
export const orderDetails = object({
  reference_id: filled("reference_id"),
  type: oneOf("The type of goods", GOODS),
  currency: filled("The currency"),
  total_amount: amount,
  order: object({
    status: oneOf("The order's status", ORDER_STATES),
    items: listOf(item, "items"),
    subtotal: amount,
    tax: amount.optional(),
    shipping: amount.optional(),
    discount: amount.optional(),
  }),
});

export const orderDetailsAction = object({ name: named("review_and_pay"), parameters: orderDetails });

export const orderStatusAction = object({
  name: named("review_order"),
  parameters: object({
    reference_id: filled("reference_id"),
    order: object({ status: oneOf("The order's status", ORDER_STATES), description: text.optional() }),
  }),
});

export const addressAction = object({
  name: named("address_message"),
  parameters: object({
    country: oneOf("The country of the address", ADDRESS_COUNTRIES),
    values: object({}).optional(),
    saved_addresses: listOf(object({ id: text, value: object({}) }), "addresses").optional(),
    validation_errors: object({}).optional(),
  }),
});
