import type { ButtonKind } from "../kinds.ts";

/** Opens an order and its payment, both of which the message gives. */
export const orderDetails: ButtonKind<
  "ORDER_DETAILS",
  { index: number; orderDetails: Readonly<Record<string, unknown>> }
> = {
  type: "ORDER_DETAILS",
  max: 1,
  label: { policy: "optional", readBack: "never" },
  send: {
    subTypes: ["order_details"],
    required: "always",
    parameter: { type: "action", key: "order_details", description: "an action with order_details" },
    fill: {
      key: "orderDetails",
      subType: "order_details",
      parameters: ({ orderDetails: order_details }) => [{ type: "action", action: { order_details } }],
    },
  },
};
