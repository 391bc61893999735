import type { ButtonKind } from "../kinds.ts";

/** Multi-product message: opens a list of products, which the message gives in sections. */
export const mpm: ButtonKind<"MPM", { index: number; products: Readonly<Record<string, unknown>> }> = {
  type: "MPM",
  max: 1,
  label: { policy: "optional", fixed: "View items", readBack: "never" },
  send: {
    subTypes: ["mpm"],
    required: "always",
    parameter: { type: "action", key: "sections", description: "an action with sections" },
    fill: {
      key: "products",
      subType: "mpm",
      parameters: ({ products }) => [{ type: "action", action: products }],
    },
  },
};
