import { field, isObject, type JsonObject, pointer } from "../text/index.ts";

/** A component or a button of the body that is checked. */
export interface Part {
  /** Upper case; "" when it has none. */
  type: string;
  path: string;
  value: JsonObject;
}

/** What the rules look at: a template, or one card of its carousel. */
export interface TemplateView {
  body: JsonObject;
  /** Upper case; "" when it has none. */
  category: string;
  /** Whether variables have names: `parameter_format` is NAMED. */
  named: boolean;
  components: Part[];
  /** Number of the card, from 1; absent for the template itself. */
  card?: number;
  /** The place of the components, in words: "" or " of card 2". */
  where: string;
}

export function upper(value: unknown): string {
  return typeof value === "string" ? value.toUpperCase() : "";
}

/** The elements of a list that are objects, with their places in the list as given. */
export function partsOf(list: unknown, path: string): Part[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value, index) =>
    isObject(value) ? [{ type: upper(field(value, "type")), path: pointer(path, index), value }] : [],
  );
}

export function viewOf(body: JsonObject): TemplateView {
  return {
    body,
    category: upper(field(body, "category")),
    named: upper(field(body, "parameter_format")) === "NAMED",
    components: partsOf(field(body, "components"), "/components"),
    where: "",
  };
}

/** True, also as a text. */
export function isTrue(value: unknown): boolean {
  return value === true || upper(value) === "TRUE";
}

/** A whole number, also as digits in a text: WhatsApp accepts both. */
export function wholeNumber(value: unknown): number | undefined {
  if (typeof value === "string") return /^-?\d+$/.test(value) ? Number(value) : undefined;
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
}

/** The first component of a type. */
export function component(view: TemplateView, type: string): Part | undefined {
  return view.components.find((part) => part.type === type);
}

export function textOf(part: Part, key: string): string | undefined {
  const value = field(part.value, key);
  return typeof value === "string" ? value : undefined;
}

export function has(part: Part, key: string): boolean {
  return field(part.value, key) !== undefined;
}

export function buttonsOf(view: TemplateView): Part[] {
  return view.components
    .filter((part) => part.type === "BUTTONS")
    .flatMap((part) => partsOf(field(part.value, "buttons"), pointer(part.path, "buttons")));
}
