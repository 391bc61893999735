import { requiredAt } from "../../../graph/shape.ts";
import { type JsonObject, numberOf, rowOf, upperOf } from "../../../json.ts";
import { SERVED_BUTTONS } from "../../../templates/buttons/index.ts";
import type { ParameterErrors, ServedButton } from "../../../templates/buttons/served-button.ts";
import { buttonsIn } from "../../../templates/components/buttons.ts";
import { messageError } from "../../message-error.ts";
import { checkFilling, type SentComponent } from "./parameters.ts";

function kindOf(type: string): ServedButton | undefined {
  return rowOf(SERVED_BUTTONS, type);
}

function labelOf(button: JsonObject): string {
  const type = upperOf(button.type);
  return kindOf(type)?.label ?? type;
}

/** The `sub_type` of a send for the button. */
function sendType(button: JsonObject): string {
  const type = upperOf(button.type);
  return kindOf(type)?.sentAs ?? type;
}

function invalid(index: number, details: string) {
  return messageError("templateParameters", `buttons: Button at index ${index} ${details}`);
}

function errorsOf(button: JsonObject, index: number): ParameterErrors {
  return {
    missing: (what) =>
      messageError("missing", `buttons: Button at index ${index} of type ${labelOf(button)} requires ${what}`),
    invalid: (details) => invalid(index, details),
    checkFilling,
  };
}

/** Index of the button that a component is for. A kind may allow the index to be omitted. */
function indexOf({ component, path }: SentComponent, buttons: readonly JsonObject[]): number {
  const type = upperOf(requiredAt(component, "sub_type", path));
  const first = buttons.findIndex((button) => sendType(button) === type);
  const index = numberOf(component.index) ?? (kindOf(type)?.isIndexOptional ? first : undefined);
  if (index === undefined) return Number(requiredAt(component, "index", path));
  const button = buttons[index];
  if (button === undefined) throw invalid(index, "does not exist in the template");
  if (sendType(button) !== type) throw invalid(index, `must be of type ${labelOf(button)}`);
  return index;
}

/** Parameters of the buttons: present where a kind requires them, and absent where it does not accept any. */
export function checkTemplateButtons(part: JsonObject | undefined, sent: readonly SentComponent[]): void {
  const buttons = part === undefined ? [] : buttonsIn(part);
  const parameters = new Map(sent.map((component) => [indexOf(component, buttons), component.parameters[0]]));
  buttons.forEach((button, index) => {
    kindOf(upperOf(button.type))?.checkParameter?.(button, parameters.get(index), errorsOf(button, index));
  });
}
