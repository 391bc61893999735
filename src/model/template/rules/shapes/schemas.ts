import { z } from "zod";
import { BUTTON_SHAPES } from "./button-shapes.ts";
import { COMPONENT_SHAPES } from "./component-shapes.ts";
import { text } from "./field-shapes.ts";

const any = (kind: string) =>
  z.looseObject({ type: text }).meta({ description: `A ${kind} that Mycobot does not know yet` });

/** A button of any type, for JSON Schema: completion for known types, nothing refused because it is new. */
export const buttonSchema = z.union([...Object.values(BUTTON_SHAPES), any("button")]);

const { BUTTONS, CAROUSEL, ...plain } = COMPONENT_SHAPES;

const buttonsSchema = BUTTONS?.extend({ buttons: z.array(buttonSchema) });

const inCard = z.union([...Object.values(plain), ...(buttonsSchema ? [buttonsSchema] : []), any("component")]);

const carouselSchema = CAROUSEL?.extend({ cards: z.array(z.looseObject({ components: z.array(inCard) })) });

/** A component of any type as create takes it, for JSON Schema. */
export const componentSchema = z.union([
  ...Object.values(plain),
  ...(buttonsSchema ? [buttonsSchema] : []),
  ...(carouselSchema ? [carouselSchema] : []),
  any("component"),
]);
