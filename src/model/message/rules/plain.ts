import { z } from "zod";
import { quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS, MESSAGE_LIMITS } from "../tables/index.ts";
import { product } from "./envelope.ts";
import { obeys } from "./problem.ts";
import { filled, flag, object, text, words } from "./values.ts";

export const textShape = object({ body: words("The text", MESSAGE_LIMITS.text), preview_url: flag.optional() });

function degrees(name: string, most: number) {
  return z.union([z.number(), z.string().regex(/^\s*[+-]?\d+(\.\d+)?\s*$/)], { error: "a number of degrees" }).check(
    obeys(function* (value) {
      if (Math.abs(Number(value)) <= most) return;
      yield {
        code: `${name}-out-of-range`,
        message: `the ${name} ${value} is not between -${most} and ${most} degrees`,
        hint: name === "latitude" ? "Check whether latitude and longitude are swapped." : "Check the number.",
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      };
    }),
  );
}

export const locationShape = object({
  latitude: degrees("latitude", MESSAGE_LIMITS.latitude),
  longitude: degrees("longitude", MESSAGE_LIMITS.longitude),
  name: text.optional(),
  address: text.optional(),
});

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

// A bare heart (U+2764) is no emoji by its presentation, and yet what most clients send.
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\u20e3|\p{Regional_Indicator}{2}/u;

const emoji = text.check(
  obeys(function* (value) {
    const seen = Array.from(graphemes.segment(value.slice(0, 64)), ({ segment }) => segment);
    if (value === "" || (seen.length === 1 && EMOJI.test(value))) return;
    yield {
      code: "reaction-not-one-emoji",
      message: `a reaction is one emoji, this is ${quote(value)}`,
      hint: 'Keep one emoji; "" takes a reaction back.',
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    };
  }),
);

export const reactionShape = object({ message_id: filled("The id of the message to react to"), emoji });

/** The whole body: a receipt is no message. */
export const receiptShape = object({
  messaging_product: product,
  status: z.literal("read", { error: '"read"' }),
  message_id: filled("The id of the message that was read"),
  typing_indicator: object({ type: z.literal("text", { error: '"text"' }) }).optional(),
});
