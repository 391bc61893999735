import type { EmulatorContext } from "../../emulator-context.ts";
import { oneOf } from "../../graph/shape.ts";
import { type JsonObject, upperOf } from "../../json.ts";
import { DIRECT_SEND } from "../../tables/message-limits.ts";
import { checkLength } from "../interactive/lengths.ts";
import { messageError } from "../message-error.ts";
import { checkEnabled } from "./direct-send.ts";
import { messageTexts } from "./message-texts.ts";

/**
 * How the emulator tells categories apart; how WhatsApp does it is not published. The first that matches all of its
 * patterns decides; without a match it is UTILITY.
 */
const SIGNS: readonly { category: string; patterns: readonly RegExp[] }[] = [
  {
    category: "AUTHENTICATION",
    patterns: [/\b(otp|passcode|one-time|(verification|security|login|access) code)\b/i, /\b\d{4,8}\b|\{\{\w+\}\}/],
  },
  {
    category: "MARKETING",
    patterns: [
      /\d ?% off|\b(sale|discount|offers?|deals?|promo(tion)?s?|coupon|voucher|free (gift|trial|shipping)|shop now|buy now|limited time)\b/i,
    ],
  },
];

/** `POST /{waba}/message_samples`: the category of a message that is neither sent nor kept. */
export function sampleAnswer(emulator: EmulatorContext, parameters: JsonObject): JsonObject {
  checkEnabled(emulator);
  const type = upperOf(parameters.type ?? "text").toLowerCase();
  oneOf("text", "interactive")(type, "type");
  if (parameters[type] === undefined) {
    throw messageError("missing", `Parameter '${type}' is mandatory for type '${type}'`);
  }
  const { header = "", body, footer = "", buttons } = messageTexts(parameters);
  checkLength("Body text", body, DIRECT_SEND.body);
  const all = [header, body, footer, ...buttons.map(({ label }) => label)].join("\n");
  const sign = SIGNS.find(({ patterns }) => patterns.every((pattern) => pattern.test(all)));
  return { success: true, category: sign?.category ?? "UTILITY" };
}
