import { invalidParameter } from "../graph/errors.ts";
import { decoded, isObject, type JsonObject, upperOf } from "../json.ts";
import { LIMITS } from "../tables/template-limits.ts";
import { lengthOf } from "../text/characters.ts";
import { buttonsOf } from "./buttons.ts";
import { checkFields } from "./component-fields.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";

/** An offer needs an image or video above it, a copy code button first when it expires, and no footer. */
export function checkLimitedTimeOffer(
  component: JsonObject,
  others: ReadonlyMap<string, JsonObject>,
  context: RuleContext,
): void {
  checkFields("LIMITED_TIME_OFFER", component, context);
  const offer = decoded(component.limited_time_offer);
  const text = isObject(offer) ? offer.text : undefined;
  if (typeof text !== "string" || text === "") throw refusal("missingFields", "LIMITED_TIME_OFFER", "text");
  if (lengthOf(text) > LIMITS.offerText) throw refusal("tooLong", "The text of a limited time offer", LIMITS.offerText);
  if (context.category !== "MARKETING")
    throw invalidParameter("A limited time offer is only allowed in a template of category MARKETING.");
  if (others.has("FOOTER")) throw refusal("unexpectedFields", "FOOTER", "text");
  if (!["IMAGE", "VIDEO"].includes(upperOf(others.get("HEADER")?.format)))
    throw refusal("missingFields", "HEADER", "format");
  const [first] = buttonsOf(others.get("BUTTONS") ?? {});
  const expires = isObject(offer) && offer.has_expiration === true;
  if (first === undefined) throw refusal("missingFields", "BUTTONS", "buttons");
  if (expires && upperOf(first.type) !== "COPY_CODE")
    throw invalidParameter("The first button of an offer that expires must be a copy code button.");
}
