import { z } from "zod";
import { HEADER_FORMATS } from "../../tables/index.ts";
import { flag, mediaFileShape, namedSamples, oneOf, sample, text, typeOf, whole } from "./field-shapes.ts";

const handle = z.union([text, mediaFileShape], { error: "an upload handle (4::…) or {file}" });

const samples = z.union([sample, z.array(z.union([sample, z.array(sample)]))], {
  error: "a list with a list of texts",
});

const anObject = { error: "an object" };

/** One shape per component type, with every documented field. Unknown fields are let through. */
export const COMPONENT_SHAPES: Readonly<Record<string, z.ZodObject>> = {
  HEADER: z.looseObject({
    type: typeOf("HEADER"),
    format: oneOf(HEADER_FORMATS, "What the header shows").optional(),
    text: text.optional().meta({ description: "Up to 60 characters, one variable, plain text" }),
    example: z
      .looseObject(
        {
          header_text: samples.optional(),
          header_text_named_params: namedSamples.optional(),
          header_handle: z.union([handle, z.array(handle)], { error: "a list with one upload handle" }).optional(),
        },
        anObject,
      )
      .optional(),
  }),
  BODY: z.looseObject({
    type: typeOf("BODY"),
    text: text.optional().meta({ description: "Up to 1024 characters" }),
    add_security_recommendation: flag.optional(),
    example: z
      .looseObject({ body_text: samples.optional(), body_text_named_params: namedSamples.optional() }, anObject)
      .optional(),
  }),
  FOOTER: z.looseObject({
    type: typeOf("FOOTER"),
    text: text.optional().meta({ description: "Up to 60 characters, no variables" }),
    code_expiration_minutes: whole.optional().meta({ description: "1 to 90; authentication only" }),
  }),
  BUTTONS: z.looseObject({
    type: typeOf("BUTTONS"),
    buttons: z.array(z.looseObject({}, { error: "a button" }), { error: "a list of buttons" }).optional(),
  }),
  CAROUSEL: z.looseObject({
    type: typeOf("CAROUSEL"),
    cards: z
      .array(
        z.looseObject(
          {
            components: z
              .array(z.looseObject({}, { error: "a component" }), { error: "a list of components" })
              .optional(),
          },
          { error: "a card" },
        ),
        { error: "a list of cards" },
      )
      .optional(),
  }),
  LIMITED_TIME_OFFER: z.looseObject({
    type: typeOf("LIMITED_TIME_OFFER"),
    limited_time_offer: z
      .looseObject(
        {
          text: text.optional().meta({ description: "Up to 16 characters" }),
          has_expiration: flag.optional(),
        },
        anObject,
      )
      .optional(),
  }),
  CALL_PERMISSION_REQUEST: z.looseObject({ type: typeOf("CALL_PERMISSION_REQUEST") }),
};
