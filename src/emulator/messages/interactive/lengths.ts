import { requiredAt, within } from "../../graph/shape.ts";
import { type JsonObject, objectOf } from "../../json.ts";
import { lengthOf } from "../../text/characters.ts";
import { messageError } from "../message-error.ts";

/** Recorded: "Button title length invalid. Min length: 1, Max length: 20", "Body text length invalid. …". */
export function checkLength(what: string, text: string, most: number, least = 1): void {
  const length = lengthOf(text);
  if (length < least || length > most) {
    throw messageError("value", `${what} length invalid. Min length: ${least}, Max length: ${most}`);
  }
}

/** A text that has to be there; its length is checked as `what`. */
export function requiredText(object: JsonObject, key: string, path: string, what: string, most: number): string {
  const text = String(requiredAt(object, key, path));
  checkLength(what, text, most);
  return text;
}

/** Recorded: "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3". */
export function checkCount(what: string, count: number, least: number, most: number): void {
  if (count < least || count > most) {
    throw messageError("value", `Invalid ${what} count. Min allowed ${what}: ${least}, Max allowed ${what}: ${most}`);
  }
}

export function checkUnique(what: string, values: readonly string[]): void {
  if (new Set(values).size < values.length) throw messageError("value", `${what} must be unique`);
}

/** Body, which most kinds must have. */
export function checkBody(interactive: JsonObject, path: string, most: number): void {
  const body = objectOf(requiredAt(interactive, "body", path));
  requiredText(body, "text", within(path, "body"), "Body text", most);
}

export function checkFooter(interactive: JsonObject, path: string, most: number): void {
  if (interactive.footer === undefined || interactive.footer === null) return;
  requiredText(objectOf(interactive.footer), "text", within(path, "footer"), "Footer text", most);
}
