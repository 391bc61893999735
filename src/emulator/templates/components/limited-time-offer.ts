import { invalidParameter } from "../../graph/errors.ts";
import { decoded, isObject, upperOf } from "../../json.ts";
import { LIMITS } from "../../tables/templates.ts";
import { lengthOf } from "../../text/characters.ts";
import { refusal } from "../refusals.ts";
import { buttonsIn } from "./buttons.ts";
import { checkFields, type ServedComponent } from "./served-component.ts";

const HEADERS = ["IMAGE", "VIDEO"];

/** An offer requires an image or a video as the header, a copy code button first when it expires, and no footer. */
export const limitedTimeOffer: ServedComponent = {
  check(component, { all }, { category }) {
    checkFields("LIMITED_TIME_OFFER", component, { required: ["limited_time_offer"] });
    const offer = decoded(component.limited_time_offer);
    const text = isObject(offer) ? offer.text : undefined;
    if (typeof text !== "string" || text === "") throw refusal("missingFields", "LIMITED_TIME_OFFER", "text");
    if (lengthOf(text) > LIMITS.offerText)
      throw refusal("tooLong", "The text of a limited time offer", LIMITS.offerText);
    if (category !== "MARKETING")
      throw invalidParameter("A limited time offer is only allowed in a template of category MARKETING.");
    if (all.has("FOOTER")) throw refusal("unexpectedFields", "FOOTER", "text");
    if (!HEADERS.includes(upperOf(all.get("HEADER")?.format))) throw refusal("missingFields", "HEADER", "format");
    const [first] = buttonsIn(all.get("BUTTONS") ?? {});
    const expires = isObject(offer) && offer.has_expiration === true;
    if (first === undefined) throw refusal("missingFields", "BUTTONS", "buttons");
    if (expires && upperOf(first.type) !== "COPY_CODE")
      throw invalidParameter("The first button of an offer that expires must be a copy code button.");
  },
  readBack: (sent) => ({
    type: "LIMITED_TIME_OFFER",
    limited_time_offer: decoded(sent.limited_time_offer) ?? null,
  }),
};
