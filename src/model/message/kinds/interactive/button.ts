import type { z } from "zod";
import { countBetween, listOf, object, repeated, rule, word, words } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

export const BUTTON_LIMITS = { buttons: 3, buttonTitle: 20, buttonId: 256 } as const;

const replyButton = object({
  type: word("reply"),
  reply: object({
    /** Comes back when the button is tapped. */
    id: words("The button's id", BUTTON_LIMITS.buttonId),
    /** Unique among the buttons. */
    title: words("The button's title", BUTTON_LIMITS.buttonTitle),
  }),
});

export interface ReplyButton extends z.infer<typeof replyButton> {}

const action = object({
  buttons: listOf(replyButton, "buttons").check(
    rule((buttons) => countBetween("button", buttons.length, 1, BUTTON_LIMITS.buttons)),
    rule((buttons) =>
      repeated(
        buttons,
        ({ reply }) => reply.title,
        "The title",
        (index) => `/${index}/reply/title`,
      ),
    ),
    rule((buttons) =>
      repeated(
        buttons,
        ({ reply }) => reply.id,
        "The id",
        (index) => `/${index}/reply/id`,
      ),
    ),
  ),
});

export const buttonKind = interactiveKind("button", action);

type Content = z.infer<typeof buttonKind.schema>;

/** Reply buttons with unique titles; see {@link BUTTON_LIMITS}. */
export function buttonsMessage(
  message: InteractiveTexts & { buttons: readonly { id: string; title: string }[] },
): InteractiveEnvelope<Content> {
  const buttons = message.buttons.map(({ id, title }) => ({ type: "reply" as const, reply: { id, title } }));
  return interactiveMessage<Content>(message, "button", { buttons });
}
