import { z } from "zod";
import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { isObject } from "../../model/text/index.ts";
import { flag, shown, text } from "../shape/schema.ts";
import { child, madeMap } from "../source/located.ts";
import { ofType, type ShortKey } from "./short-key.ts";

export const limitedTimeOffer: ShortKey = {
  schema: shown(
    z.strictObject({
      text: text({
        description: "The name of the offer.",
        example: "Ends soon!",
        maxLength: TEMPLATE_LIMITS.offerText,
      }),
      expires: flag({
        description: "Shows a countdown. Requires a copy_code button as the first button.",
        example: true,
      }).optional(),
    }),
    { description: "An offer that expires.", example: { text: "Ends soon!", expires: true } },
  ),
  expand(value) {
    const offer = madeMap({ text: child(value, "text"), has_expiration: child(value, "expires") }, value.position);
    return [madeMap({ type: "LIMITED_TIME_OFFER", limited_time_offer: offer }, value.position)];
  },
  contract(components) {
    const offer = ofType(components, "LIMITED_TIME_OFFER")?.limited_time_offer;
    if (!isObject(offer)) return {};
    const { text, has_expiration: expires } = offer;
    return { limited_time_offer: { text, ...(expires === undefined ? {} : { expires }) } };
  },
};
