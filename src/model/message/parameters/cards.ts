import type { Issue } from "../../issue.ts";
import { error } from "../../template/rules/issues.ts";
import { count, field, pointer } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import { component, type GivenPart, givenPart, placed, placeOf } from "./given-part.ts";
import type { WantedPart } from "./template-part.ts";

export interface CardPair {
  wanted: WantedPart;
  given: GivenPart;
  /** ` of card 2`. */
  where: string;
}

/** Each card of the message with the template's; a message has as many as the template, unless they show products. */
export function cardPairs(cards: readonly WantedPart[], given: GivenPart): { issues: Issue[]; pairs: CardPair[] } {
  const carousel = component(given, "carousel");
  const sent = carousel === undefined ? [] : placed(field(carousel.value, "cards"), pointer(carousel.path, "cards"));
  const products = cards[0]?.header?.format === "PRODUCT";
  const fits = products ? sent.length > 0 : sent.length === cards.length;
  const issues = fits
    ? []
    : [
        error(
          sent.length === 0 ? "parameter-missing" : "card-count",
          carousel?.path ?? given.path,
          `the template has ${count(cards.length, "card")}, and the message ${sent.length === 0 ? "none" : sent.length}`,
          "Add a carousel component with each of them.",
          MESSAGE_ANSWERS.parameterCount,
        ),
      ];
  const pairs = sent.flatMap(({ value, path }, index) => {
    const place = placeOf(field(value, "card_index"), index);
    const wanted = cards[products ? 0 : place];
    const components = givenPart(field(value, "components"), pointer(path, "components"));
    return wanted === undefined ? [] : [{ wanted, given: components, where: ` of card ${place}` }];
  });
  return { issues, pairs };
}
