import type { ButtonKind } from "../kinds.ts";

/** Listed in Meta's API reference without a guide. */
export const postback: ButtonKind<"POSTBACK"> = {
  type: "POSTBACK",
  max: 1,
  label: { policy: "optional", readBack: "never" },
};
