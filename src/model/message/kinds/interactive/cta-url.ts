import type { z } from "zod";
import { object, webAddress, word, words } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

export const CTA_URL_LIMITS = { linkText: 20 } as const;

/** The button of the message, or of a carousel's card. */
export const ctaUrlAction = object({
  name: word("cta_url"),
  parameters: object({
    display_text: words("The button's text", CTA_URL_LIMITS.linkText),
    url: webAddress("The button's URL"),
  }),
});

export const ctaUrlKind = interactiveKind("cta_url", ctaUrlAction);

type Content = z.infer<typeof ctaUrlKind.schema>;

/** One button that opens `url`. */
export function ctaUrlMessage(
  message: InteractiveTexts & { displayText: string; url: string },
): InteractiveEnvelope<Content> {
  const parameters = { display_text: message.displayText, url: message.url };
  return interactiveMessage<Content>(message, "cta_url", { name: "cta_url", parameters });
}
