import { z } from "zod";

// The `error` of a shape completes the sentence "WhatsApp expects …".

export const text = z.string({ error: "a text" });

export const flag = z.union([z.boolean(), z.string().regex(/^(true|false)$/i)], { error: "true or false" });

/** WhatsApp takes numbers as digits in a text as well. */
export const whole = z.union([z.number().int(), z.string().regex(/^-?\d+$/)], { error: "a whole number" });

export const sample = z.union([z.string(), z.number()], { error: "a text" });

/** One of the values, in any letter case. Not closed here: the rules know which values are refused for certain. */
export function oneOf(values: readonly string[], description: string) {
  return text.meta({ description, examples: [...values] });
}

/** The `type` that tells the shapes apart, in any letter case. */
export function typeOf(type: string) {
  return z
    .string({ error: `"${type}"` })
    .regex(new RegExp(`^${type.replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`)}$`))
    .meta({ examples: [type] });
}

/** A sample file that is uploaded when a request needs its handle. */
export const mediaFileShape = z
  .strictObject({
    file: text.meta({
      description: "Path from the project's root, the folder of Pulumi.yaml",
      examples: ["media/sale.jpg"],
    }),
    sha256: text.optional(),
  })
  .meta({ description: "A sample that is not uploaded yet" });

const namedSample = z.looseObject(
  {
    param_name: text.meta({ description: "Name of the variable, without braces", examples: ["first_name"] }),
    example: sample.meta({ description: "What reviewers see in its place", examples: ["Ana"] }),
  },
  { error: "an object with param_name and example" },
);

export const namedSamples = z.array(namedSample, { error: "a list of {param_name, example}" });
