import { invalidParameter, notOneOf } from "../../graph/errors.ts";
import { decoded, isObject, type JsonObject, rowOf, upperOf } from "../../json.ts";
import { LIMITS } from "../../tables/templates.ts";
import { SERVED_BUTTONS } from "../buttons/index.ts";
import { type ButtonPlace, checkLabel } from "../buttons/served-button.ts";
import { refusal } from "../refusals.ts";
import { checkFields, type ServedComponent, type TemplateContext } from "./served-component.ts";

/** Kinds of an ordinary template. OTP is for authentication templates only. */
const KINDS = Object.keys(SERVED_BUTTONS).filter((kind) => kind !== "OTP");

const CARD_KINDS = Object.entries(SERVED_BUTTONS).flatMap(([kind, { onCards }]) => (onCards ? [kind] : []));

/** The buttons of a component, which may have come as a JSON string. */
export function buttonsIn(component: JsonObject): JsonObject[] {
  const buttons = decoded(component.buttons);
  return Array.isArray(buttons) ? buttons.filter(isObject) : [];
}

function checkButton(
  button: JsonObject,
  place: ButtonPlace,
  context: TemplateContext,
  allowed: readonly string[],
): void {
  const type = upperOf(button.type);
  const kind = rowOf(SERVED_BUTTONS, type);
  if (kind === undefined || !allowed.includes(type))
    throw notOneOf(`${place.path}['type']`, allowed, button.type ?? "");
  const missing = kind.required.filter(
    (field) => button[field] === undefined || button[field] === null || button[field] === "",
  );
  if (missing.length > 0) throw refusal("buttonMissingFields", place.index, missing.join(", "));
  checkLabel(button.text);
  kind.check?.(button, place, context);
}

function checkCounts(types: readonly string[]): void {
  if (types.length > LIMITS.buttons)
    throw invalidParameter(`A message template can't have more than ${LIMITS.buttons} buttons.`);
  for (const [type, { max }] of Object.entries(SERVED_BUTTONS)) {
    const count = types.filter((other) => other === type).length;
    if (count > max)
      throw invalidParameter(`A message template can't have more than ${max} button(s) of type ${type}.`);
  }
}

/**
 * Quick replies form one group, before or after the other buttons. Documented as invalid: quick reply, URL, quick
 * reply; and URL, quick reply, URL.
 */
function checkGrouping(types: readonly string[]): void {
  const changes = types.filter(
    (type, index) => index > 0 && (type === "QUICK_REPLY") !== (types[index - 1] === "QUICK_REPLY"),
  );
  if (changes.length > 1)
    throw invalidParameter("Invalid combination of buttons: quick reply buttons must be grouped together.");
}

/** Checks the component and its buttons, which must be of the allowed kinds. */
export function checkButtons(
  component: JsonObject,
  path: string,
  context: TemplateContext,
  allowed: readonly string[],
): void {
  checkFields("BUTTONS", component, { required: ["buttons"] });
  const list = buttonsIn(component);
  if (list.length === 0) throw refusal("missingFields", "BUTTONS", "buttons");
  for (const [index, button] of list.entries())
    checkButton(button, { index, path: `${path}['buttons'][${index}]` }, context, allowed);
  const types = list.map((button) => upperOf(button.type));
  checkCounts(types);
  checkGrouping(types);
}

/** A button as a read shows it: kind and label first. */
function readBackButton({ type: sent, text, ...rest }: JsonObject, context: TemplateContext): JsonObject {
  const type = upperOf(sent);
  const button: JsonObject = { type, ...(text === undefined ? {} : { text }), ...rest };
  return rowOf(SERVED_BUTTONS, type)?.readBack?.(button, context) ?? button;
}

function readBack(sent: JsonObject, context: TemplateContext): JsonObject {
  return { type: "BUTTONS", buttons: buttonsIn(sent).map((button) => readBackButton(button, context)) };
}

export const buttons: ServedComponent = {
  check: (component, { path }, context) => checkButtons(component, path, context, KINDS),
  readBack,
};

/** The buttons of a carousel card: fewer, and of few kinds. */
export const cardButtons: ServedComponent = {
  check(component, { path }, context) {
    checkButtons(component, path, context, CARD_KINDS);
    if (buttonsIn(component).length > LIMITS.cardButtons)
      throw invalidParameter(`A carousel card can't have more than ${LIMITS.cardButtons} buttons.`);
  },
  readBack,
};
