import type { z } from "zod";
import { filled, object, oneOf, openObject, upTo, word } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

export const ORDER_STATUS_LIMITS = { orderStatusDescription: 120 } as const;

export const ORDER_STATES: readonly string[] = [
  "pending",
  "processing",
  "partially_shipped",
  "shipped",
  "completed",
  "canceled",
];

const parameters = openObject({
  /** The `reference_id` of the order details. */
  reference_id: filled("reference_id"),
  order: object({
    /** One of {@link ORDER_STATES}. */
    status: oneOf("The order's status", ORDER_STATES),
    description: upTo("The description", ORDER_STATUS_LIMITS.orderStatusDescription).optional(),
  }),
});

export interface OrderStatus extends z.infer<typeof parameters> {}

export const orderStatusKind = interactiveKind("order_status", object({ name: word("review_order"), parameters }));

type Content = z.infer<typeof orderStatusKind.schema>;

/** Reports the status of an order. */
export function orderStatusMessage(
  message: InteractiveTexts & { parameters: OrderStatus },
): InteractiveEnvelope<Content> {
  return interactiveMessage<Content>(message, "order_status", {
    name: "review_order",
    parameters: message.parameters,
  });
}
