import { within } from "../../graph/shape.ts";
import { isObject, type Json, type JsonObject, listOf, numberOf, objectOf, upperOf } from "../../json.ts";
import { templateCategory } from "../../store/templates.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";
import { messageError } from "../message-error.ts";
import type { SendContext } from "../send-context.ts";
import { checkTemplateButtons } from "./buttons.ts";
import { cardsOf, partOf, SentComponents, templateParts } from "./components.ts";
import { sendableTemplate } from "./find-template.ts";
import { checkTemplateHeader } from "./header.ts";
import { checkOffer } from "./offer.ts";
import { templateShape } from "./shapes.ts";
import { checkTextParameters } from "./text-parameters.ts";

const { cards: mostCards, cardsAtLeast, templateBody, templateParameterOfAuthentication } = MESSAGE_LIMITS;

interface Parts {
  parts: readonly JsonObject[];
  sent: SentComponents;
  mostPerParameter?: number;
}

/** Header, body and buttons: of the template itself, or of one of its cards. */
function checkParts(context: SendContext, { parts, sent, mostPerParameter }: Parts): void {
  checkTemplateHeader(context, partOf(parts, "HEADER"), sent.get("HEADER"));
  const body = partOf(parts, "BODY");
  checkTextParameters(String(body?.text ?? ""), sent.get("BODY"), {
    place: "body",
    most: templateBody,
    mostPerParameter,
  });
  checkTemplateButtons(partOf(parts, "BUTTONS"), sent.ofType("BUTTON"));
}

/** Cards with products are all alike: two in the template stand for two to ten in the message (documented). */
function wantedCards(carousel: JsonObject | undefined, sent: number): JsonObject[] {
  const cards = carousel === undefined ? [] : cardsOf(carousel);
  const [first] = cards;
  const isOfProducts = upperOf(partOf(templateParts(first?.components), "HEADER")?.format) === "PRODUCT";
  if (first === undefined || !isOfProducts || sent < cardsAtLeast || sent > mostCards) return cards;
  return Array.from({ length: sent }, () => first);
}

function checkCards(context: SendContext, carousel: JsonObject | undefined, sent: SentComponents): void {
  const part = sent.get("CAROUSEL");
  const cards = listOf(part?.component.cards).filter(isObject);
  const wanted = wantedCards(carousel, cards.length);
  if (cards.length !== wanted.length) {
    throw messageError(
      "parameterCount",
      `carousel: number of cards (${cards.length}) does not match the expected number of cards (${wanted.length})`,
    );
  }
  wanted.forEach((card, index) => {
    const at = cards.findIndex(({ card_index }) => numberOf(card_index) === index);
    if (at < 0) throw messageError("parameterFormat", `carousel: there is no card with card_index ${index}`);
    const path = within(within(within(part?.path ?? "", "cards"), at), "components");
    checkParts(context, {
      parts: templateParts(card.components),
      sent: new SentComponents(cards[at]?.components, path),
    });
  });
}

/** A template message against the template that the account holds. */
export function checkTemplateMessage(context: SendContext, value: Json, path: string): void {
  templateShape(value, path);
  const message = objectOf(value);
  const template = sendableTemplate(context, message);
  const parts = templateParts(template.shown.components);
  const sent = new SentComponents(message.components, within(path, "components"));
  const isAuthentication = templateCategory(template) === "AUTHENTICATION";
  checkParts(context, {
    parts,
    sent,
    ...(isAuthentication ? { mostPerParameter: templateParameterOfAuthentication } : {}),
  });
  checkOffer(partOf(parts, "LIMITED_TIME_OFFER"), sent.get("LIMITED_TIME_OFFER"));
  checkCards(context, partOf(parts, "CAROUSEL"), sent);
}
