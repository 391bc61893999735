import { z } from "zod";
import { TEMPLATE_BUTTONS } from "../buttons/index.ts";
import { TEMPLATE_COMPONENTS } from "../components/index.ts";
import { TEMPLATE_FIELDS } from "../envelope/fields.ts";
import { text } from "../field-shapes.ts";

type Fields = Readonly<Record<string, { shape: z.ZodType }>>;

/** The fields of a template other than its components. Unknown fields are accepted. */
export const templateBodyShape: z.ZodObject = shapeOf(TEMPLATE_FIELDS);

/** One shape per component type, with every documented field. */
export const COMPONENT_SHAPES: Readonly<Record<string, z.ZodObject>> = Object.fromEntries(
  TEMPLATE_COMPONENTS.map(({ type, fields }) => [type, shapeOf(fields, { type: typeOf(type) })]),
);

/** One shape per button type, with every documented field. */
export const BUTTON_SHAPES: Readonly<Record<string, z.ZodObject>> = Object.fromEntries(
  TEMPLATE_BUTTONS.map(({ type, fields = {} }) => [
    type,
    shapeOf(fields, { type: typeOf(type), text: text.optional() }),
  ]),
);

function shapeOf(fields: Fields, first: Record<string, z.ZodType> = {}): z.ZodObject {
  const optional = Object.entries(fields).map(([name, { shape }]) => [name, shape.optional()] as const);
  return z.looseObject({ ...first, ...Object.fromEntries(optional) });
}

/** The `type` that distinguishes the shapes, in any letter case. */
function typeOf(type: string) {
  return z
    .string({ error: `"${type}"` })
    .regex(new RegExp(`^${type.replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`)}$`));
}
