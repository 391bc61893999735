import { invalidParameter, missingParameter, notOneOf } from "../graph/errors.ts";
import { decoded, isObject, type Json, type JsonObject, rowOf, upperOf } from "../json.ts";
import { BUTTON_KINDS } from "../tables/button-kinds.ts";
import { COMPONENT_TYPES } from "../tables/template-enums.ts";
import { LIMITS } from "../tables/template-limits.ts";
import { checkAuthentication } from "./authentication.ts";
import { checkBody } from "./body.ts";
import { checkButtons } from "./buttons.ts";
import { checkCarousel } from "./carousel.ts";
import { checkFields } from "./component-fields.ts";
import { checkFooter } from "./footer.ts";
import { checkHeader } from "./header.ts";
import { checkLimitedTimeOffer } from "./limited-time-offer.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";

const BUTTON_TYPES = Object.keys(BUTTON_KINDS).filter((type) => type !== "OTP");

/** The components of a request, which may come as a JSON string. */
export function componentsOf(value: Json | undefined): JsonObject[] {
  const list = decoded(value);
  if (list === undefined || list === null) throw missingParameter("components");
  if (!Array.isArray(list) || !list.every(isObject)) throw invalidParameter("Param components must be an array.");
  return list;
}

type PartCheck = (part: JsonObject, path: string, context: RuleContext, all: ReadonlyMap<string, JsonObject>) => void;

const PART_CHECKS: Readonly<Record<string, PartCheck>> = {
  HEADER: checkHeader,
  BODY: (part, _path, context, all) =>
    checkBody(part, context, all.has("LIMITED_TIME_OFFER") ? LIMITS.limitedTimeOfferBody : LIMITS.body),
  FOOTER: (part, _path, context) => checkFooter(part, context),
  BUTTONS: (part, path, context) => checkButtons(part, path, context, BUTTON_TYPES),
  CAROUSEL: checkCarousel,
  LIMITED_TIME_OFFER: (part, _path, context, all) => checkLimitedTimeOffer(part, all, context),
  CALL_PERMISSION_REQUEST: (part, _path, context) => checkFields("CALL_PERMISSION_REQUEST", part, context),
};

function checkTogether(parts: ReadonlyMap<string, JsonObject>): void {
  if (!parts.has("BODY")) throw refusal("missingFields", "BODY", "text");
  const besideCarousel = ["HEADER", "FOOTER", "BUTTONS"].find((type) => parts.has(type));
  if (parts.has("CAROUSEL") && besideCarousel !== undefined) {
    throw invalidParameter(`A carousel template can't have a component of type ${besideCarousel} outside its cards.`);
  }
  if (parts.has("CALL_PERMISSION_REQUEST") && parts.has("BUTTONS")) {
    throw invalidParameter("A call permission request can't be combined with buttons.");
  }
}

/** All rules about the components of a create or an edit. Throws the refusal of the first one that is broken. */
export function checkComponents(components: readonly JsonObject[], context: RuleContext): void {
  const known: readonly string[] = COMPONENT_TYPES;
  const parts = new Map<string, JsonObject>();
  const indexes = new Map<string, number>();
  for (const [index, part] of components.entries()) {
    const type = upperOf(part.type);
    if (!known.includes(type)) throw notOneOf(`components[${index}]['type']`, known, part.type ?? "");
    if (parts.has(type))
      throw invalidParameter(`A message template can't have more than one component of type ${type}.`);
    parts.set(type, part);
    indexes.set(type, index);
  }
  if (context.category === "AUTHENTICATION") {
    checkAuthentication(parts, indexes, context);
    return;
  }
  for (const [type, part] of parts)
    rowOf(PART_CHECKS, type)?.(part, `components[${indexes.get(type) ?? 0}]`, context, parts);
  checkTogether(parts);
}
