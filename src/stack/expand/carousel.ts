import { itemsOf, type Located, type LocatedMap } from "../source/located.ts";
import { madeList, madeMap } from "../source/made.ts";
import type { Expansion } from "./expansion.ts";
import { messageParts } from "./message-parts.ts";

/** CAROUSEL: every card is a message of its own. */
export function carousel(node: Located, expansion: Expansion): LocatedMap {
  const cards = itemsOf(node).map((card) => {
    const components = madeList(messageParts(card, expansion), card.place);
    return madeMap({ components }, card.place);
  });
  return madeMap({ type: "CAROUSEL", cards: madeList(cards, node.place) }, node.place);
}
