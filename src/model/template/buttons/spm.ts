import type { ButtonKind } from "../kinds.ts";

/** Single-product message: opens the product that the header shows. */
export const spm: ButtonKind<"SPM"> = {
  type: "SPM",
  max: 1,
  label: { policy: "optional", fixed: "View", readBack: "never" },
  onCards: true,
};
