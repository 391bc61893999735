import { invalidParameter, notOneOf } from "../../../graph/errors.ts";
import { type Field, loose, oneOf, required, requiredAt, type Shape, within } from "../../../graph/shape.ts";
import { isGiven, isObject, type Json, type JsonObject, objectOf, upperOf } from "../../../json.ts";
import { lengthOf } from "../../../text/characters.ts";
import { messageError } from "../../message-error.ts";
import { checkAttachment, isAttachmentKind } from "../media.ts";
import type { MessageCheck, SendContext } from "../message-kind.ts";

/** Limits of what every kind of interactive message can have, in characters. A list has a longer body. */
export const INTERACTIVE = { header: 60, body: 1024, footer: 60 } as const;

/** Types of header. */
export const ANY_HEADER = ["text", "image", "video", "document"] as const;

export type HeaderType = (typeof ANY_HEADER)[number];

/** A kind of interactive message: the rules of its action and of the parts around it. */
export interface InteractiveKind {
  action: MessageCheck;
  /** How Direct Send checks the action; undefined for a kind that Direct Send refuses. */
  directAction?: MessageCheck;
  /** Types of header that the kind can carry; none by default. */
  headers?: readonly HeaderType[];
  requiresHeader?: boolean;
  body?: { max: number; isOptional?: boolean };
}

/** An action that a shape describes completely. */
export function shaped(shape: Shape): MessageCheck {
  return (_, action, path) => shape(action, path);
}

/** An action with rules of its own. */
export function ruled(check: (action: JsonObject, path: string) => void): MessageCheck {
  return (_, action, path) => {
    loose()(action, path);
    check(objectOf(action), path);
  };
}

/** The required name of an action. */
export function named(name: string): Field {
  return required(oneOf(name));
}

/** Recorded: "Button title length invalid. Min length: 1, Max length: 20", "Body text length invalid. …". */
export function checkLength(what: string, text: string, max: number, min = 1): void {
  const length = lengthOf(text);
  if (length < min || length > max) {
    throw messageError("value", `${what} length invalid. Min length: ${min}, Max length: ${max}`);
  }
}

/** A required text; errors of its length name it as `what`. */
export function requiredText(object: JsonObject, key: string, path: string, what: string, max: number): string {
  const text = String(requiredAt(object, key, path));
  checkLength(what, text, max);
  return text;
}

/** Recorded: "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3". */
export function checkCount(what: string, count: number, min: number, max: number): void {
  if (count < min || count > max) {
    throw messageError("value", `Invalid ${what} count. Min allowed ${what}: ${min}, Max allowed ${what}: ${max}`);
  }
}

export function checkUnique(what: string, values: readonly string[]): void {
  if (new Set(values).size < values.length) throw messageError("value", `${what} must be unique`);
}

/** The required array under a key of the action. */
export function arrayAt(object: JsonObject, key: string, path: string): Json[] {
  const value = requiredAt(object, key, path);
  if (!Array.isArray(value)) throw invalidParameter(`Param ${within(path, key)} must be an array.`);
  return value;
}

/** Checks the header, if there is one, against the types that the message can carry. */
export function checkHeader(
  context: SendContext,
  { header: value }: JsonObject,
  path: string,
  allowed: readonly HeaderType[],
): void {
  if (!isGiven(value)) return;
  const header = objectOf(value);
  const headerPath = within(path, "header");
  const given = upperOf(requiredAt(header, "type", headerPath)).toLowerCase();
  const type = ANY_HEADER.find((one) => one === given);
  if (type === undefined) throw notOneOf(within(headerPath, "type"), ANY_HEADER.toSorted(), header.type);
  if (!allowed.includes(type)) throw messageError("value", `Header type ${type} is not allowed here`);
  if (isAttachmentKind(type)) {
    checkAttachment(context, type, requiredAt(header, type, headerPath), within(headerPath, type));
    return;
  }
  // Recorded, word for word.
  if (typeof header.text !== "string") throw messageError("value", "Text cannot be null for header type text");
  checkLength("Header text", header.text, INTERACTIVE.header);
}

/** Checks the body, which most kinds require. */
export function checkBody(interactive: JsonObject, path: string, max: number): void {
  const body = objectOf(requiredAt(interactive, "body", path));
  requiredText(body, "text", within(path, "body"), "Body text", max);
}

export function checkFooter({ emulator }: SendContext, interactive: JsonObject, path: string): void {
  const isEmpty = isObject(interactive.footer) && Object.keys(interactive.footer).length === 0;
  if (!isGiven(interactive.footer) || (isEmpty && emulator.switches.emptyFooter)) return;
  requiredText(objectOf(interactive.footer), "text", within(path, "footer"), "Footer text", INTERACTIVE.footer);
}
