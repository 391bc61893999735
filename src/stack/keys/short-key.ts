import type { z } from "zod";
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

/** A key of the short form. */
export interface ShortKey {
  schema: z.ZodType;
  /**
   * The components of the key's value. `parent` is the language or the card. Absent for a key that only adds to another
   * one, such as `examples` to `body`.
   */
  expand?: (value: Located, parent: Located, expansion: Expansion) => LocatedMap[];
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

/** The schemas of `keys`, all optional. */
export function optionalSchemas(keys: Readonly<Record<string, ShortKey>>): Record<string, z.ZodOptional> {
  return Object.fromEntries(Object.entries(keys).map(([key, { schema }]) => [key, schema.optional()]));
}
