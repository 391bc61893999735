import { listOf, objectOf } from "../../json.ts";
import type { ServedButton } from "./served-button.ts";

/** Multi-product message: every send names the products, in sections. */
export const mpm: ServedButton = {
  max: 1,
  required: ["text"],
  label: "Mpm",
  isSubType: true,
  checkParameter(_button, parameter, { missing }) {
    if (listOf(objectOf(parameter?.action).sections).length === 0) throw missing("a parameter");
  },
};
