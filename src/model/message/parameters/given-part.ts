import { field, isObject, type JsonObject, pointer } from "../../text/index.ts";

/** One component of a message's template with its place in the message. */
export interface GivenComponent {
  /** Lower case. */
  type: string;
  /** Lower case; "" when it has none. */
  subType: string;
  index: number;
  path: string;
  value: JsonObject;
  parameters: readonly JsonObject[];
}

/** The components that a message, or one card of it, gives. */
export interface GivenPart {
  path: string;
  components: readonly GivenComponent[];
}

export function givenPart(components: unknown, path: string): GivenPart {
  return {
    path,
    components: placed(components, path).map(({ value, path: at }) => ({
      type: lower(value, "type"),
      subType: lower(value, "sub_type"),
      // Only buttons of a call may go without.
      index: placeOf(field(value, "index"), 0),
      path: at,
      value,
      parameters: placed(field(value, "parameters"), pointer(at, "parameters")).map((parameter) => parameter.value),
    })),
  };
}

/** The elements of a list that are objects, with their places. */
export function placed(list: unknown, path: string): { value: JsonObject; path: string }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, index) => (isObject(value) ? [{ value, path: pointer(path, index) }] : []));
}

/** A place as a number or as digits; `unsaid` where there is none, nowhere (NaN) where it is something else. */
export function placeOf(value: unknown, unsaid: number): number {
  if (value === undefined) return unsaid;
  return typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
}

export function component(part: GivenPart, type: string): GivenComponent | undefined {
  return part.components.find((one) => one.type === type);
}

function lower(object: JsonObject, key: string): string {
  const value = field(object, key);
  return typeof value === "string" ? value.toLowerCase() : "";
}
