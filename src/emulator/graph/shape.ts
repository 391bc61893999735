import { isGiven, isObject, type Json, type JsonObject } from "../json.ts";
import { lengthOf } from "../text/characters.ts";
import { invalidParameter, missingParameter, notOneOf } from "./errors.ts";

/** Checks a given value; throws Graph's error about the parameter at that path. */
export type Shape = (value: Json, path: string) => void;

/** A key of an object: its shape, and whether it is required. */
export interface Field {
  shape: Shape;
  isRequired: boolean;
}

export function required(shape: Shape): Field {
  return { shape, isRequired: true };
}

export function optional(shape: Shape): Field {
  return { shape, isRequired: false };
}

/** Paths read like PHP: text['body'], template['components'][1]['sub_type'] (recorded). */
export function within(path: string, key: string | number): string {
  return path === "" ? String(key) : typeof key === "number" ? `${path}[${key}]` : `${path}['${key}']`;
}

/** The value under a key; "(#100) The parameter … is required." without one. */
export function requiredAt(object: JsonObject, key: string, path: string): Json {
  const value = object[key];
  if (!isGiven(value)) throw missingParameter(within(path, key));
  return value;
}

function checkFields(object: JsonObject, path: string, fields: Readonly<Record<string, Field>>): void {
  for (const [key, { shape, isRequired }] of Object.entries(fields)) {
    const value = isRequired ? requiredAt(object, key, path) : object[key];
    if (isGiven(value)) shape(value, within(path, key));
  }
}

/** An object that may hold keys besides the ones named. */
export function loose(fields: Readonly<Record<string, Field>> = {}): Shape {
  return (value, path) => {
    if (!isObject(value)) throw invalidParameter(`Param ${path} must be a JSON object.`);
    checkFields(value, path, fields);
  };
}

/** An object that holds the named keys only. */
export function exact(fields: Readonly<Record<string, Field>>): Shape {
  return (value, path) => {
    if (!isObject(value)) throw invalidParameter(`Param ${path} must be a JSON object.`);
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) throw invalidParameter(`Unexpected key "${unknown}" on param "${path}".`);
    checkFields(value, path, fields);
  };
}

export function list(item: Shape, { min = 0, max = Number.POSITIVE_INFINITY } = {}): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) throw invalidParameter(`Param ${path} must be an array.`);
    if (value.length < min) throw invalidParameter(`Param ${path} must have at least ${min} elements.`);
    if (value.length > max) throw invalidParameter(`Param ${path} must have at most ${max} elements.`);
    value.forEach((entry, index) => {
      item(entry, within(path, index));
    });
  };
}

/** A string with a length in characters. Numbers are taken for text, as Graph does. */
export function text({ min = 0, max = Number.POSITIVE_INFINITY } = {}): Shape {
  return (value, path) => {
    if (typeof value !== "string" && typeof value !== "number")
      throw invalidParameter(`Param ${path} must be a string.`);
    const length = lengthOf(String(value));
    if (length < min) throw invalidParameter(`Param ${path} must be at least ${min} characters long.`);
    if (length > max) throw invalidParameter(`Param ${path} must be at most ${max} characters long.`);
  };
}

export const filled = text({ min: 1 });

export const flag: Shape = (value, path) => {
  if (!/^(true|false|0|1)$/i.test(String(value))) throw invalidParameter(`Param ${path} must be a boolean.`);
};

/** A whole number, or one in a string. */
export function integer(min: number, max = Number.MAX_SAFE_INTEGER): Shape {
  return (value, path) => {
    const number = Number(value);
    const isNumeric = typeof value === "number" || (typeof value === "string" && /^-?\d+$/.test(value.trim()));
    if (!isNumeric || !Number.isInteger(number)) throw invalidParameter(`Param ${path} must be an integer.`);
    if (number < min) throw invalidParameter(`Param ${path} must be greater than or equal to ${min}.`);
    if (number > max) throw invalidParameter(`Param ${path} must be less than or equal to ${max}.`);
  };
}

/** One of the values, in any case of letters. */
export function oneOf(...allowed: readonly string[]): Shape {
  return (value, path) => {
    const known = allowed.some((one) => one.toUpperCase() === String(value).toUpperCase());
    if (!known) throw notOneOf(path, allowed, value);
  };
}

export const url: Shape = (value, path) => {
  const isWeb =
    typeof value === "string" && !/\s/.test(value) && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
  if (!isWeb) throw invalidParameter(`Param ${path} is not a valid URI.`);
};

export const anything: Shape = () => undefined;
