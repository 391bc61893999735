import { z } from "zod";
import type { Path } from "../source/pointer.ts";

/** The keys that a schema knows at a path: candidates for a "did you mean". Of a union, those of all its maps. */
export function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const [segment, ...rest] = path;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  if (schema instanceof z.ZodObject) {
    if (segment === undefined) return Object.keys(schema.shape);
    const below: unknown = schema.shape[String(segment)];
    return below instanceof z.ZodType ? keysAt(below, rest) : [];
  }
  if (segment === undefined) return [];
  if (schema instanceof z.ZodRecord) return keysAt(schema.valueType, rest);
  return schema instanceof z.ZodArray ? keysAt(schema.element, rest) : [];
}
