import { invalidParameter, missingParameter, notOneOf } from "../../graph/errors.ts";
import { decoded, isObject, type Json, type JsonObject, rowOf, upperOf } from "../../json.ts";
import { refusal } from "../refusals.ts";
import { checkAuthentication, readBackAuthentication } from "./authentication.ts";
import { body } from "./body.ts";
import { buttons } from "./buttons.ts";
import { carousel } from "./carousel.ts";
import { footer } from "./footer.ts";
import { header } from "./header.ts";
import { limitedTimeOffer } from "./limited-time-offer.ts";
import { checkFields, type ServedComponent, type TemplateContext } from "./served-component.ts";

const callPermissionRequest: ServedComponent = {
  check: (component) => checkFields("CALL_PERMISSION_REQUEST", component, { required: [] }),
  readBack: (sent) => ({ ...sent, type: "CALL_PERMISSION_REQUEST" }),
};

/** Types of components, one line each, in the order in which a read lists them. */
const SERVED_COMPONENTS: Readonly<Record<string, ServedComponent>> = {
  HEADER: header,
  BODY: body,
  LIMITED_TIME_OFFER: limitedTimeOffer,
  CAROUSEL: carousel,
  FOOTER: footer,
  BUTTONS: buttons,
  CALL_PERMISSION_REQUEST: callPermissionRequest,
};

const OUTSIDE_CARDS = ["HEADER", "FOOTER", "BUTTONS"];

/** The components of a request, which may come as a JSON string. */
export function componentsOf(value: Json | undefined): JsonObject[] {
  const list = decoded(value);
  if (list === undefined || list === null) throw missingParameter("components");
  if (!Array.isArray(list) || !list.every(isObject)) throw invalidParameter("Param components must be an array.");
  return list;
}

/** Which components a template must have, and which ones exclude each other. */
function checkArrangement(components: ReadonlyMap<string, JsonObject>): void {
  if (!components.has("BODY")) throw refusal("missingFields", "BODY", "text");
  const outside = OUTSIDE_CARDS.find((type) => components.has(type));
  if (components.has("CAROUSEL") && outside !== undefined) {
    throw invalidParameter(`A carousel template can't have a component of type ${outside} outside its cards.`);
  }
  if (components.has("CALL_PERMISSION_REQUEST") && components.has("BUTTONS")) {
    throw invalidParameter("A call permission request can't be combined with buttons.");
  }
}

/** The components by type, which must be known and occur once each. */
function byType(sent: readonly JsonObject[]): Map<string, JsonObject> {
  const all = new Map<string, JsonObject>();
  for (const [index, component] of sent.entries()) {
    const type = upperOf(component.type);
    if (rowOf(SERVED_COMPONENTS, type) === undefined)
      throw notOneOf(`components[${index}]['type']`, Object.keys(SERVED_COMPONENTS), component.type ?? "");
    if (all.has(type)) throw invalidParameter(`A message template can't have more than one component of type ${type}.`);
    all.set(type, component);
  }
  return all;
}

/** The components of a create or an edit, as reads show them from then on. Throws the refusal of the first broken rule. */
export function acceptComponents(sent: readonly JsonObject[], context: TemplateContext): JsonObject[] {
  const all = byType(sent);
  const types = [...all.keys()];
  const pathOf = (type: string) => `components[${types.indexOf(type)}]`;
  if (context.category === "AUTHENTICATION") {
    checkAuthentication(all, pathOf, context);
    return readBackAuthentication(all, context);
  }
  for (const [type, component] of all)
    rowOf(SERVED_COMPONENTS, type)?.check(component, { path: pathOf(type), all }, context);
  checkArrangement(all);
  return Object.entries(SERVED_COMPONENTS).flatMap(([type, { readBack }]) => {
    const component = all.get(type);
    return component === undefined ? [] : [readBack(component, context)];
  });
}
