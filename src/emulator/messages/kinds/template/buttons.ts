import { requiredAt } from "../../../graph/shape.ts";
import { isObject, type JsonObject, listOf, numberOf, objectOf, rowOf, upperOf } from "../../../json.ts";
import { buttonsOf } from "../../../rules/buttons.ts";
import { LIMITS } from "../../../tables/template-limits.ts";
import { BUTTON_LABELS } from "../../../tables/template-send-enums.ts";
import { lengthOf } from "../../../text/characters.ts";
import { variablesIn } from "../../../text/variables.ts";
import { messageError } from "../../message-error.ts";
import type { SentComponent } from "./parameters.ts";

function labelOf(type: string): string {
  return rowOf(BUTTON_LABELS, type) ?? type;
}

/** One-time-password buttons are URL buttons to the sender. */
function sendType(button: JsonObject): string {
  const type = upperOf(button.type);
  return type === "OTP" ? "URL" : type;
}

function requirement(index: number, type: string, what: string) {
  return messageError("missing", `buttons: Button at index ${index} of type ${labelOf(type)} requires ${what}`);
}

function issue(index: number, details: string) {
  return messageError("templateParameters", `buttons: Button at index ${index} ${details}`);
}

function checkUrl(button: JsonObject, index: number, parameter: JsonObject | undefined): void {
  const isDynamic = upperOf(button.type) === "OTP" || variablesIn(String(button.url ?? "")).length > 0;
  if (!isDynamic) {
    if (parameter !== undefined) throw issue(index, "of type Url does not accept parameters");
    return;
  }
  const value = parameter?.text ?? parameter?.payload;
  if (value === undefined || value === "") throw requirement(index, "URL", "a parameter");
  const length = lengthOf(String(button.url ?? "")) + lengthOf(String(value));
  if (length > LIMITS.buttonUrl) throw issue(index, `exceeds the parameter length limit ${LIMITS.buttonUrl}`);
}

function checkCode(_: JsonObject, index: number, parameter: JsonObject | undefined): void {
  const code = parameter?.coupon_code;
  if (typeof code !== "string" || code === "") {
    throw requirement(index, "COPY_CODE", "a non-empty parameter coupon_code");
  }
  if (lengthOf(code) > LIMITS.copyCode) throw issue(index, `exceeds the parameter length limit ${LIMITS.copyCode}`);
}

function checkProducts(_: JsonObject, index: number, parameter: JsonObject | undefined): void {
  if (listOf(objectOf(parameter?.action).sections).length === 0) throw requirement(index, "MPM", "a parameter");
}

function checkOrder(_: JsonObject, index: number, parameter: JsonObject | undefined): void {
  if (!isObject(objectOf(parameter?.action).order_details)) throw requirement(index, "ORDER_DETAILS", "a parameter");
}

function refuseParameter(_: JsonObject, index: number, parameter: JsonObject | undefined): void {
  if (parameter !== undefined) throw issue(index, "of type PhoneNumber does not accept parameters");
}

type Check = (button: JsonObject, index: number, parameter: JsonObject | undefined) => void;

/** Kinds whose parameter is checked; those of the others are taken as they are. */
const CHECKS: Readonly<Record<string, Check>> = {
  URL: checkUrl,
  COPY_CODE: checkCode,
  MPM: checkProducts,
  ORDER_DETAILS: checkOrder,
  PHONE_NUMBER: refuseParameter,
};

/** Index of the button that a component means. Buttons of a kind that occurs once may be meant without an index. */
function indexOf({ component, path }: SentComponent, buttons: readonly JsonObject[]): number {
  const type = upperOf(requiredAt(component, "sub_type", path));
  const onlyOne = buttons.findIndex((button) => sendType(button) === type);
  const index = numberOf(component.index) ?? (type === "VOICE_CALL" ? onlyOne : undefined);
  if (index === undefined) return Number(requiredAt(component, "index", path));
  const button = buttons[index];
  if (button === undefined) throw issue(index, "does not exist in the template");
  if (sendType(button) !== type) throw issue(index, `must be of type ${labelOf(upperOf(button.type))}`);
  return index;
}

/** Parameters of the buttons: where they have to be, and nowhere else. */
export function checkTemplateButtons(part: JsonObject | undefined, sent: readonly SentComponent[]): void {
  const buttons = part === undefined ? [] : buttonsOf(part);
  const parameters = new Map(sent.map((component) => [indexOf(component, buttons), component.parameters[0]]));
  buttons.forEach((button, index) => {
    rowOf(CHECKS, sendType(button))?.(button, index, parameters.get(index));
  });
}
