import type { z } from "zod";
import { error, type Issue } from "../../../issue.ts";
import { quote } from "../../../text/index.ts";
import { MESSAGE_ANSWERS } from "../../answers.ts";
import { byType, chosen, countBetween, listOf, number, object, rule, words } from "../../shape.ts";
import {
  headerOf,
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";
import { ctaUrlAction } from "./cta-url.ts";
import { productAction } from "./product.ts";

export const CAROUSEL_LIMITS = { minCards: 2, cards: 10, cardBody: 160 } as const;

/** Cards by their type; all cards of a message have the same type. */
const CARDS = {
  cta_url: object({
    /** The card's position, from 0. */
    card_index: number,
    type: chosen("cta_url"),
    header: headerOf(["image", "video"]),
    body: object({ text: words("The card's body", CAROUSEL_LIMITS.cardBody) }).optional(),
    action: ctaUrlAction,
  }),
  product: object({ card_index: number, type: chosen("product"), action: productAction }),
};

export type CarouselCard = z.infer<(typeof CARDS)[keyof typeof CARDS]>;

function* arrangement(cards: readonly CarouselCard[]): Iterable<Issue> {
  const first = cards[0]?.type.toLowerCase();
  for (const [index, { card_index, type }] of cards.entries()) {
    if (card_index !== index)
      yield error({
        code: "card-index",
        path: `/${index}/card_index`,
        message: `card_index of the card at position ${index} is ${card_index}; WhatsApp expects 0, 1, 2 … in order`,
        hint: `Change it to ${index}.`,
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      });
    if (type.toLowerCase() !== first)
      yield error({
        code: "cards-differ",
        path: `/${index}/type`,
        message: `card ${index} has the type ${quote(type)}, the first card ${quote(first)}; all cards must have the same type`,
        hint: "Send them as two messages.",
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      });
  }
}

const { minCards, cards: maxCards } = CAROUSEL_LIMITS;

const action = object({
  cards: listOf(byType("The card's type", CARDS), "cards").check(
    rule((cards) => countBetween("card", cards.length, minCards, maxCards)),
    rule(arrangement),
  ),
});

export interface CarouselAction extends z.infer<typeof action> {}

export const carouselKind = interactiveKind("carousel", action, { headers: [] });

type Content = z.infer<typeof carouselKind.schema>;

/** A card without `card_index`, which is its position in the list. */
export type CardArguments = CarouselCard extends infer Card
  ? Card extends CarouselCard
    ? Omit<Card, "card_index">
    : never
  : never;

/** Cards side by side, all with a link or all with a product; see {@link CAROUSEL_LIMITS}. */
export function carouselMessage(
  message: InteractiveTexts & { cards: readonly CardArguments[] },
): InteractiveEnvelope<Content> {
  const cards = message.cards.map((card, index): CarouselCard => ({ card_index: index, ...card }));
  return interactiveMessage<Content>(message, "carousel", { cards });
}
