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
      index: Number(field(value, "index") ?? 0),
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

export function component(part: GivenPart, type: string): GivenComponent | undefined {
  return part.components.find((one) => one.type === type);
}

function lower(object: JsonObject, key: string): string {
  const value = field(object, key);
  return typeof value === "string" ? value.toLowerCase() : "";
}
