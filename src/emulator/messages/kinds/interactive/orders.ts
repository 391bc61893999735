import { filled, integer, list, loose, oneOf, optional, required, text } from "../../../graph/shape.ts";
import { ANY_HEADER, type InteractiveKind, named, shaped } from "./interactive-kind.ts";

/** Characters. */
const ORDER = { referenceId: 60, statusDescription: 120 } as const;

const STATUSES = ["pending", "processing", "partially_shipped", "shipped", "completed", "canceled"];

const amount = loose({ value: required(integer(0)), offset: required(integer(1)) });

const item = loose({
  name: required(filled),
  amount: required(amount),
  sale_amount: optional(amount),
  quantity: required(integer(1)),
});

/** `order_details`: an order to review and pay. */
export const orderDetails: InteractiveKind = {
  headers: ANY_HEADER,
  action: shaped(
    loose({
      name: named("review_and_pay"),
      parameters: required(
        loose({
          reference_id: required(text({ min: 1, max: ORDER.referenceId })),
          type: required(oneOf("digital-goods", "physical-goods")),
          currency: required(filled),
          total_amount: required(amount),
          order: required(
            loose({
              status: required(oneOf("pending")),
              items: required(list(item, { min: 1 })),
              subtotal: required(amount),
              tax: optional(amount),
              shipping: optional(amount),
              discount: optional(amount),
            }),
          ),
        }),
      ),
    }),
  ),
};

/** `order_status`: the progress of an order. */
export const orderStatus: InteractiveKind = {
  headers: ANY_HEADER,
  action: shaped(
    loose({
      name: named("review_order"),
      parameters: required(
        loose({
          reference_id: required(filled),
          order: required(
            loose({
              status: required(oneOf(...STATUSES)),
              description: optional(text({ max: ORDER.statusDescription })),
            }),
          ),
        }),
      ),
    }),
  ),
};
