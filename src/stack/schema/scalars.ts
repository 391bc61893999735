import { z } from "zod";

/** What the editor shows of a key: every key has a description and an example; limits are shown, the model checks them. */
export interface Shown {
  /** Gives the schema a name of its own under `$defs`. */
  id?: string;
  description: string;
  example: unknown;
  maxLength?: number;
  pattern?: string;
  /** What editors offer; the model decides what passes. */
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  minItems?: number;
  /** Keys that editors let pass beside the known ones. */
  patternProperties?: Readonly<Record<string, unknown>>;
}

function meta({ example, ...rest }: Shown) {
  return { ...rest, examples: [example] };
}

export function shown<Schema extends z.ZodType>(schema: Schema, description: Shown): Schema {
  return schema.meta(meta(description));
}

/** The message of an id that was written without quotes: `shape/` turns it into a finding with the digits in it. */
export const ID_AS_NUMBER = "id-as-number";

export function text(description: Shown) {
  return shown(z.string(), description);
}

/** An id of digits. Must be text: as a number it would lose digits above 2^53. */
export function digits(description: Shown) {
  return shown(z.string({ error: ID_AS_NUMBER }).regex(/^\d+$/, { error: "only digits make up this id" }), description);
}

/** An id of any characters, or a phone number: text, always. */
export function id(description: Shown) {
  return shown(z.string({ error: ID_AS_NUMBER }).min(1, { error: "must not be empty" }), description);
}

/** A sample, for which a number is as good as text: it is taken as it was written. */
export function sample(description: Shown) {
  return shown(z.union([z.string(), z.number()]), description);
}

export function flag(description: Shown) {
  return shown(z.boolean(), description);
}

export function whole(description: Shown) {
  return shown(z.int(), description);
}

export function list<Item extends z.ZodType>(item: Item, description: Shown) {
  return shown(z.array(item), description);
}

/** A map of which exactly one key is set: which one says what it is. */
export function exactlyOne<Shape extends z.ZodRawShape>(shape: Shape, what: string, description: Shown) {
  const names = Object.keys(shape).join(", ");
  const schema = z
    .strictObject(shape)
    .partial()
    .refine((value) => Object.keys(value).length <= 1, { error: `${what} is one of ${names}, not several` })
    .refine((value) => Object.keys(value).length >= 1, { error: `${what} needs one of ${names}` });
  return schema.meta({ ...meta(description), minProperties: 1, maxProperties: 1 });
}

/** A map with free keys. */
export function mapOf<Value extends z.ZodType>(value: Value, description: Shown, keys: Record<string, unknown> = {}) {
  return shown(z.record(z.string(), value), description).meta({ ...meta(description), ...keys });
}
