import type { z } from "zod";
import { isObject, type JsonObject } from "../../model/text/index.ts";
import type { LocatedFinding } from "../findings.ts";
import type { SampleFile } from "../sample-files.ts";
import { child, type Located, type LocatedMap } from "../source/located.ts";
import type { Samples } from "./variables.ts";

/** The variable of a button's URL, which WhatsApp always calls `{{1}}`. */
export interface ButtonVariable {
  /** The button's place among all buttons. */
  index: number;
  /** Its name in the stack file. */
  variable: string;
}

/** The input and the collected results of the expansion of one language. */
export interface Expansion {
  samples: Samples;
  /** Absolute. Paths of media files are relative to it. */
  projectRoot: string;
  findings: LocatedFinding[];
  sampleFiles: SampleFile[];
  /** Set by the first text with a named variable. */
  named: boolean;
  /** The named variables of the language's buttons. Those of cards are not listed. */
  buttonVariables: ButtonVariable[];
}

/** The start of an expansion: nothing is found yet. */
export function newExpansion(samples: Samples, projectRoot: string): Expansion {
  return { samples, projectRoot, findings: [], sampleFiles: [], named: false, buttonVariables: [] };
}

/** The collected results of the contraction of one language. */
export interface Contraction {
  /** Samples of named variables. */
  samples: Map<string, string>;
  /** The path of a file, given relative to the project's root, as the stack file writes it. */
  pathOf: (file: string) => string;
}

/** A key of the short form. */
export interface ShortKey {
  schema: z.ZodType;
  /**
   * The components of the key's value. `parent` is the language or the card. Absent for a key that only adds to another
   * one, such as `examples` to `body`.
   */
  expand?: (value: Located, parent: Located, expansion: Expansion) => LocatedMap[];
  /**
   * The inverse: this key, and the ones that add to it, for canonical components; nothing for components that it cannot
   * express. The caller expands the result and compares it, so an approximation does no harm.
   */
  contract?: (components: readonly JsonObject[], contraction: Contraction) => Readonly<Record<string, unknown>>;
}

/** WhatsApp's components of a language or a card, in the order of `keys`. */
export function expandKeys(
  node: Located,
  keys: Readonly<Record<string, ShortKey>>,
  expansion: Expansion,
): LocatedMap[] {
  return Object.entries(keys).flatMap(([key, { expand }]) => {
    const value = child(node, key);
    return value === undefined || expand === undefined ? [] : expand(value, node, expansion);
  });
}

/** The keys that express canonical components. */
export function contractKeys(
  components: unknown,
  keys: Readonly<Record<string, ShortKey>>,
  contraction: Contraction,
): Record<string, unknown> {
  const parts = Array.isArray(components) ? components.filter(isObject) : [];
  const values = Object.values(keys).map(({ contract }) => contract?.(parts, contraction) ?? {});
  const found: Record<string, unknown> = Object.assign({}, ...values);
  // In the order of the keys.
  return Object.fromEntries(Object.keys(keys).flatMap((key) => (key in found ? [[key, found[key]]] : [])));
}

export function ofType(components: readonly JsonObject[], type: string): JsonObject | undefined {
  return components.find((component) => component.type === type);
}

/** The schemas of `keys`, all optional. */
export function optionalSchemas(keys: Readonly<Record<string, ShortKey>>): Record<string, z.ZodOptional> {
  return Object.fromEntries(Object.entries(keys).map(([key, { schema }]) => [key, schema.optional()]));
}
