import { isObject, objectOf } from "../../json.ts";
import type { ServedButton } from "./served-button.ts";

/** "Review and pay": every send carries the order. */
export const orderDetails: ServedButton = {
  max: 1,
  required: [],
  label: "OrderDetails",
  isSubType: true,
  checkParameter(_button, parameter, { missing }) {
    if (!isObject(objectOf(parameter?.action).order_details)) throw missing("a parameter");
  },
};
