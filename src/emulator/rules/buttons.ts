import { invalidParameter, notOneOf } from "../graph/errors.ts";
import { decoded, isObject, type JsonObject, rowOf, upperOf } from "../json.ts";
import { BUTTON_KINDS } from "../tables/button-kinds.ts";
import { LIMITS } from "../tables/template-limits.ts";
import { checkButtonFields, checkButtonText } from "./button-fields.ts";
import { checkFields } from "./component-fields.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";

const KINDS = Object.keys(BUTTON_KINDS);

/** The buttons of a component as objects. */
export function buttonsOf(component: JsonObject): JsonObject[] {
  const buttons = decoded(component.buttons);
  return Array.isArray(buttons) ? buttons.filter(isObject) : [];
}

function checkButton(button: JsonObject, index: number, path: string, kinds: readonly string[]): void {
  const type = upperOf(button.type);
  const kind = rowOf(BUTTON_KINDS, type);
  if (kind === undefined || !kinds.includes(type)) throw notOneOf(`${path}['type']`, kinds, button.type ?? "");
  const missing = kind.required.filter(
    (field) => button[field] === undefined || button[field] === null || button[field] === "",
  );
  if (missing.length > 0) throw refusal("buttonMissingFields", index, missing.join(", "));
  checkButtonText(button.text);
  checkButtonFields(button, index, path);
}

function checkCounts(types: readonly string[]): void {
  if (types.length > LIMITS.buttons)
    throw invalidParameter(`A message template can't have more than ${LIMITS.buttons} buttons.`);
  for (const [type, { most }] of Object.entries(BUTTON_KINDS)) {
    const count = types.filter((other) => other === type).length;
    if (count > most)
      throw invalidParameter(`A message template can't have more than ${most} button(s) of type ${type}.`);
  }
}

/** Quick replies stand together, before or after the others. */
/** Documented as invalid: quick reply, URL, quick reply; and URL, quick reply, URL. */
function checkGrouping(types: readonly string[]): void {
  const turns = types.filter(
    (type, index) => index > 0 && (type === "QUICK_REPLY") !== (types[index - 1] === "QUICK_REPLY"),
  );
  if (turns.length > 1)
    throw invalidParameter("Invalid combination of buttons: quick reply buttons must be grouped together.");
}

/** `path` is how Graph names the component: `components[2]`. */
export function checkButtons(
  component: JsonObject,
  path: string,
  context: RuleContext,
  kinds: readonly string[] = KINDS,
): void {
  checkFields("BUTTONS", component, context);
  const buttons = buttonsOf(component);
  if (buttons.length === 0) throw refusal("missingFields", "BUTTONS", "buttons");
  for (const [index, button] of buttons.entries()) checkButton(button, index, `${path}['buttons'][${index}]`, kinds);
  const types = buttons.map((button) => upperOf(button.type));
  checkCounts(types);
  checkGrouping(types);
}
