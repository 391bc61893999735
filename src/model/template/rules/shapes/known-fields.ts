import { z } from "zod";
import { BUTTON_SHAPES } from "./button-shapes.ts";
import { COMPONENT_SHAPES } from "./component-shapes.ts";
import { templateShape } from "./template-shape.ts";

/** The fields of an object that the shapes name, each with the fields of the objects that it holds. */
export type KnownFields = ReadonlyMap<string, KnownFields | undefined>;

/** Beside the components. */
export const TEMPLATE_FIELDS: KnownFields | undefined = fieldsIn(templateShape);

/** By component type. */
export const COMPONENT_FIELDS = fieldsByType(COMPONENT_SHAPES);

/** By button type. */
export const BUTTON_FIELDS = fieldsByType(BUTTON_SHAPES);

/** Of a card of a carousel. */
export const CARD_FIELDS: KnownFields | undefined = COMPONENT_FIELDS.get("CAROUSEL")?.get("cards");

function fieldsByType(shapes: Readonly<Record<string, z.ZodObject>>): ReadonlyMap<unknown, KnownFields | undefined> {
  return new Map(Object.entries(shapes).map(([type, shape]) => [type, fieldsIn(shape)]));
}

function fieldsIn(shape: z.core.$ZodType): KnownFields | undefined {
  if (shape instanceof z.ZodOptional) return fieldsIn(shape.unwrap());
  if (shape instanceof z.ZodArray) return fieldsIn(shape.element);
  if (shape instanceof z.ZodUnion) return shape.options.map(fieldsIn).find((fields) => fields !== undefined);
  if (!(shape instanceof z.ZodObject)) return undefined;
  return new Map(Object.entries<z.core.$ZodType>(shape.shape).map(([name, field]) => [name, fieldsIn(field)]));
}
