import { z } from "zod";

// Shapes that the fields of several kinds share. The `error` of a shape completes the sentence "WhatsApp expects …".

export const text = z.string({ error: "a text" });

export const flag = z.union([z.boolean(), z.string().regex(/^(true|false)$/i)], { error: "true or false" });

/** WhatsApp accepts numbers as digits in a text, too. */
export const whole = z.union([z.number().int(), z.string().regex(/^-?\d+$/)], { error: "a whole number" });

/** A sample of a button; WhatsApp returns a list of one. */
export const oneText = z.union([text, z.array(text)], { error: "a text, or a list with one text" });

const sample = z.union([z.string(), z.number()], { error: "a text" });

/** Samples of numbered variables, in the forms that Meta's pages show. */
export const samples = z.union([sample, z.array(z.union([sample, z.array(sample)]))], {
  error: "a list with a list of texts",
});

const namedSample = z.looseObject(
  { param_name: text, example: sample },
  { error: "an object with param_name and example" },
);

/** Samples of named variables. */
export const namedSamples = z.array(namedSample, { error: "a list of {param_name, example}" });

export const deepLink = z.looseObject(
  {
    meta_app_id: z.union([z.number(), text], { error: "an app id" }).optional(),
    android_deep_link: text.optional(),
    android_fallback_playstore_url: text.optional(),
  },
  { error: "an object" },
);
