import type { ButtonKind } from "../kinds.ts";

/** Opens the catalog. The message may choose the product whose picture it shows. */
export const catalog: ButtonKind<"CATALOG", { index: number; catalog: { thumbnailProductId?: string } }> = {
  type: "CATALOG",
  max: 1,
  label: { policy: "optional", fixed: "View catalog", readBack: "never" },
  send: {
    subTypes: ["catalog"],
    fill: {
      key: "catalog",
      subType: "CATALOG",
      parameters: ({ catalog: { thumbnailProductId: id } }) =>
        id === undefined ? [] : [{ type: "action", action: { thumbnail_product_retailer_id: id } }],
      flag: { kind: "catalog", value: (index, thumbnailProductId) => ({ index, catalog: { thumbnailProductId } }) },
    },
  },
};
