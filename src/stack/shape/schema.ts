import { z } from "zod";

/** What an editor shows for a key. Every key has a description and an example. Limits are shown only: the model checks them. */
export interface Shown {
  /** The schema's name under `$defs`. */
  id?: string;
  description: string;
  example: unknown;
  maxLength?: number;
  pattern?: string;
  /** The values that editors suggest; the model decides which are valid. */
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  minItems?: number;
  /** Keys that editors accept in addition to the known ones. */
  patternProperties?: Readonly<Record<string, unknown>>;
}

function meta({ example, ...rest }: Shown) {
  return { ...rest, examples: [example] };
}

export function shown<Schema extends z.ZodType>(schema: Schema, description: Shown): Schema {
  return schema.meta(meta(description));
}

/** The message for an id without quotes: `shape-finding.ts` replaces it by a finding with the digits. */
export const ID_AS_NUMBER = "id-as-number";

export function text(description: Shown) {
  return shown(z.string(), description);
}

/** An id of digits. Must be text: a number above 2^53 loses digits. */
export function digits(description: Shown) {
  return shown(
    z.string({ error: ID_AS_NUMBER }).regex(/^\d+$/, { error: "this id consists of digits only" }),
    description,
  );
}

/** An id of any characters, or a phone number: always text. */
export function id(description: Shown) {
  return shown(z.string({ error: ID_AS_NUMBER }).min(1, { error: "must not be empty" }), description);
}

/** A sample: text, or a number, which is used as written. */
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

/** A map with exactly one of these keys, which determines its kind. */
export function exactlyOne<Shape extends z.ZodRawShape>(shape: Shape, what: string, description: Shown) {
  const names = Object.keys(shape).join(", ");
  const schema = z
    .strictObject(shape)
    .partial()
    .refine((value) => Object.keys(value).length <= 1, { error: `${what} takes one of ${names}, not several` })
    .refine((value) => Object.keys(value).length >= 1, { error: `${what} needs one of ${names}` });
  return schema.meta({ ...meta(description), minProperties: 1, maxProperties: 1 });
}

/** A map with any keys. */
export function mapOf<Value extends z.ZodType>(value: Value, description: Shown, keys: Record<string, unknown> = {}) {
  return shown(z.record(z.string(), value), description).meta({ ...meta(description), ...keys });
}
