import type { EmulatorContext } from "../emulator-context.ts";
import type { RequestContext } from "../http-env.ts";
import type { JsonObject } from "../json.ts";
import { fieldSyntax, unknownField } from "./errors.ts";

/** A field that a `fields` parameter names: `message_templates.limit(2).as(first){name,status}`. */
export interface AskedField {
  /** As it was written. */
  text: string;
  name: string;
  /** The arguments of its modifiers: `.limit(2)` → limit: "2". */
  modifiers: ReadonlyMap<string, string>;
  /** The fields in braces; undefined without braces. */
  inner: string | undefined;
}

/** The parts between the commas outside all brackets. */
function split(fields: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of fields) {
    if (/[({]/.test(character)) depth += 1;
    if (/[)}]/.test(character)) depth -= 1;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
    if (depth < 0) break;
  }
  if (depth !== 0) throw fieldSyntax(fields);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

const MODIFIERS = /\.(\w+)\(([^()]*)\)/g;
const FIELD = /^(\w+)((?:\.\w+\([^()]*\))*)(?:\{(.*)\})?((?:\.\w+\([^()]*\))*)$/s;

function fieldOf(text: string): AskedField {
  const [, name, before = "", inner, behind = ""] = FIELD.exec(text.replace(/\s+/g, "")) ?? [];
  if (name === undefined) throw fieldSyntax(text);
  const modifiers = [...(before + behind).matchAll(MODIFIERS)].map(([, key = "", value = ""]) => [key, value] as const);
  return { text, name, modifiers: new Map(modifiers), inner };
}

/** The fields that a `fields` parameter names; undefined without the parameter. */
export function askedFields(fields: unknown): AskedField[] | undefined {
  return typeof fields !== "string" || fields.trim() === "" ? undefined : split(fields).map(fieldOf);
}

/** Names in a `fields` parameter: "id,quality_score{score},cards.limit(3)" → id, quality_score, cards. Undefined without the parameter. */
export function fieldNames(fields: unknown): string[] | undefined {
  return askedFields(fields)?.map(({ name }) => name);
}

/**
 * The arguments of one name in a `fields` parameter: "analytics.start(1).end(2),id" → {start: "1", end: "2"} for
 * analytics. Graph takes them in any order.
 */
export function fieldArguments(fields: unknown, name: string): JsonObject {
  const [, chain = ""] = new RegExp(`(?:^|,)\\s*${name}((?:\\s*\\.\\s*\\w+\\([^()]*\\))*)`).exec(String(fields)) ?? [];
  const found: JsonObject = {};
  for (const [, key = "", value = ""] of chain.matchAll(/(\w+)\(([^()]*)\)/g)) found[key] = value;
  return found;
}

export interface NodeShape {
  /** Graph's name of the node type, for errors. */
  type: string;
  /** Shown when no `fields` are named. */
  defaults: readonly string[];
  /** Every field that may be named. */
  known: readonly string[];
}

/** The named fields of a node, or its default ones, always with the id. Omits unset fields; throws for unknown ones. */
export function project(node: JsonObject, names: readonly string[] | undefined, shape: NodeShape): JsonObject {
  const shown = names ?? shape.defaults;
  const result: JsonObject = {};
  for (const name of shown) {
    if (names !== undefined && !shape.known.includes(name)) throw unknownField(name, shape.type);
    const value = node[name];
    if (value !== undefined) result[name] = value;
  }
  if (node.id !== undefined) result.id = node.id;
  return result;
}

/** The verbs of one object. A missing verb is answered like a missing object, as Graph does. */
export interface Node {
  /** Graph's name of the node type, for errors. */
  type: string;
  get?: () => JsonObject;
  post?: () => Promise<JsonObject>;
  delete?: () => JsonObject;
}

/** The object of that id; undefined when no object of this kind has it. */
export type NodeFinder = (emulator: EmulatorContext, id: string, c: RequestContext) => Node | undefined;

/** An object whose fields can be read. */
export function plainNode(object: JsonObject, shape: NodeShape, c: RequestContext): Node {
  return { type: shape.type, get: () => project(object, fieldNames(c.req.query("fields")), shape) };
}
