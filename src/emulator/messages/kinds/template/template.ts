import {
  anything,
  filled,
  integer,
  list,
  loose,
  oneOf,
  optional,
  required,
  requiredAt,
  text,
  within,
} from "../../../graph/shape.ts";
import { isObject, type Json, type JsonObject, listOf, numberOf, objectOf, upperOf } from "../../../json.ts";
import { findAccount } from "../../../store/accounts.ts";
import type { TemplateRecord } from "../../../store/state.ts";
import { templateCategory, templateLanguage, templateStatus, templatesNamed } from "../../../store/templates.ts";
import { LIMITS } from "../../../tables/templates.ts";
import { SUB_TYPES } from "../../../templates/buttons/index.ts";
import { settleTemplates } from "../../../templates/life-cycle.ts";
import { messageError } from "../../message-error.ts";
import { location } from "../location.ts";
import { checkAttachment, isAttachmentKind } from "../media.ts";
import type { MessageKind, SendContext } from "../message-kind.ts";
import { checkTemplateButtons } from "./buttons.ts";
import {
  cardsOf,
  checkTextParameters,
  parameterPath,
  partOf,
  type SentComponent,
  SentComponents,
  templateParts,
} from "./parameters.ts";

/** Types of components that a template message can carry. */
export const COMPONENT_PARTS: readonly string[] = [
  "BODY",
  "BUTTON",
  "CALL_PERMISSION_REQUEST",
  "CAROUSEL",
  "FOOTER",
  "HEADER",
  "LIMITED_TIME_OFFER",
  "ORDER_STATUS",
  "TAP_TARGET_CONFIGURATION",
];

/** Types of parameters. Source: template messages reference. */
export const SENT_PARAMETER_TYPES: readonly string[] = [
  "ACTION",
  "COUPON_CODE",
  "CURRENCY",
  "DATE_TIME",
  "DOCUMENT",
  "GIF",
  "IMAGE",
  "LIMITED_TIME_OFFER",
  "LOCATION",
  "ORDER_STATUS",
  "PAYLOAD",
  "PRODUCT",
  "TAP_TARGET_CONFIGURATION",
  "TEXT",
  "TTL_MINUTES",
  "VIDEO",
];

/** Characters of a parameter of an authentication template. */
const AUTHENTICATION_PARAMETER_MAX = 15;

const parameters = optional(
  list(loose({ type: required(oneOf(...SENT_PARAMETER_TYPES)), parameter_name: optional(text()) })),
);

const part = { type: required(oneOf(...COMPONENT_PARTS)), parameters };

const component = loose({
  ...part,
  sub_type: optional(oneOf(...SUB_TYPES)),
  index: optional(integer(0)),
  cards: optional(list(loose({ card_index: required(integer(0)), components: required(list(loose(part))) }))),
});

const shape = loose({
  name: required(filled),
  language: required(loose({ code: required(filled), policy: optional(oneOf("deterministic")) })),
  components: optional(list(component)),
  namespace: optional(anything),
});

/** The account's template in that language, if it can be sent. Finding it is a read, which can end its review. */
function sendableTemplate({ emulator, phone }: SendContext, { name, language }: JsonObject): TemplateRecord {
  const code: Json | undefined = objectOf(language).code;
  const account = findAccount(emulator.state, phone.waba);
  const named = account === undefined ? [] : templatesNamed(account, String(name));
  const found = named.find((candidate) => templateLanguage(candidate) === code);
  if (account !== undefined && found !== undefined) {
    settleTemplates(emulator, account, found);
    const status = templateStatus(found);
    if (status === "PAUSED") throw messageError("paused", "Message template is paused due to low quality");
    if (status === "DISABLED") throw messageError("disabled", "Message template is disabled due to low quality");
    if (status === "APPROVED") return found;
  }
  // For senders, only approved templates exist.
  throw messageError("noTemplate", `template name (${String(name)}) does not exist in ${String(code)}`);
}

function checkObject(context: SendContext, format: string, parameter: JsonObject, path: string): void {
  const type = upperOf(parameter.type).toLowerCase();
  const value = requiredAt(parameter, type, path);
  const at = within(path, type);
  // A sender sends a GIF as a video.
  const kind = type === "gif" ? "video" : type;
  if (isAttachmentKind(kind)) checkAttachment(context, kind, value, at);
  else if (format === "LOCATION") location.check(context, value, at);
  else requiredAt(objectOf(value), "product_retailer_id", at);
}

/** Checks the header's parameter. Every message sends what its header shows: the sample of the template is not used. */
function checkTemplateHeader(
  context: SendContext,
  header: JsonObject | undefined,
  sent: SentComponent | undefined,
): void {
  if (header === undefined) {
    if (sent !== undefined && sent.parameters.length > 0) {
      throw messageError("templateParameters", "header: the template has no header");
    }
    return;
  }
  const format = upperOf(header.format ?? "TEXT");
  const parameter = sent?.parameters[0];
  const received = parameter === undefined ? "UNKNOWN" : upperOf(parameter.type);
  const isText = format === "TEXT";
  if (isText && (parameter === undefined || ["TEXT", "CURRENCY", "DATE_TIME"].includes(received))) {
    checkTextParameters(String(header.text ?? ""), sent, { place: "header", max: LIMITS.header });
    return;
  }
  const fits = received === format || (format === "GIF" && received === "VIDEO");
  // Recorded: "header: Format mismatch, expected IMAGE, received UNKNOWN", for a message without a header.
  if (!fits || sent === undefined || parameter === undefined) {
    throw messageError("parameterFormat", `header: Format mismatch, expected ${format}, received ${received}`);
  }
  checkObject(context, format, parameter, parameterPath(sent, 0));
}

interface Parts {
  parts: readonly JsonObject[];
  sent: SentComponents;
  maxPerParameter?: number;
}

/** Checks header, body and buttons, of the template or of one of its cards. */
function checkParts(context: SendContext, { parts, sent, maxPerParameter }: Parts): void {
  checkTemplateHeader(context, partOf(parts, "HEADER"), sent.get("HEADER"));
  const body = partOf(parts, "BODY");
  checkTextParameters(String(body?.text ?? ""), sent.get("BODY"), { place: "body", max: LIMITS.body, maxPerParameter });
  checkTemplateButtons(partOf(parts, "BUTTONS"), sent.ofType("BUTTON"));
}

/** A limited-time offer with a countdown requires its end. */
function checkOffer(offerPart: JsonObject | undefined, sent: SentComponent | undefined): void {
  const { has_expiration: expires } = objectOf(offerPart?.limited_time_offer);
  if (offerPart === undefined || expires !== true) return;
  const { limited_time_offer: offer } = objectOf(sent?.parameters[0]);
  if (numberOf(objectOf(offer).expiration_time_ms) === undefined) {
    throw messageError("missing", "limited_time_offer: expiration_time_ms is required");
  }
}

/** The cards that the message must send. A carousel of products can send more cards than its template has (documented). */
function expectedCards(carousel: JsonObject | undefined, sent: number): JsonObject[] {
  const cards = carousel === undefined ? [] : cardsOf(carousel);
  const [first] = cards;
  const isOfProducts = upperOf(partOf(templateParts(first?.components), "HEADER")?.format) === "PRODUCT";
  if (first === undefined || !isOfProducts || sent < LIMITS.cards.min || sent > LIMITS.cards.max) return cards;
  return Array.from({ length: sent }, () => first);
}

function checkCards(context: SendContext, carousel: JsonObject | undefined, sent: SentComponents): void {
  const sentCarousel = sent.get("CAROUSEL");
  const cards = listOf(sentCarousel?.component.cards).filter(isObject);
  const expected = expectedCards(carousel, cards.length);
  if (cards.length !== expected.length) {
    throw messageError(
      "parameterCount",
      `carousel: number of cards (${cards.length}) does not match the expected number of cards (${expected.length})`,
    );
  }
  expected.forEach((card, index) => {
    const at = cards.findIndex(({ card_index }) => numberOf(card_index) === index);
    if (at < 0) throw messageError("parameterFormat", `carousel: there is no card with card_index ${index}`);
    const path = within(within(within(sentCarousel?.path ?? "", "cards"), at), "components");
    checkParts(context, {
      parts: templateParts(card.components),
      sent: new SentComponents(cards[at]?.components, path),
    });
  });
}

/** `template`: parameters for a template that the account holds. */
export const template: MessageKind = {
  check: (context, value, path) => {
    shape(value, path);
    const message = objectOf(value);
    const held = sendableTemplate(context, message);
    const parts = templateParts(held.shown.components);
    const sent = new SentComponents(message.components, within(path, "components"));
    const isAuthentication = templateCategory(held) === "AUTHENTICATION";
    checkParts(context, {
      parts,
      sent,
      ...(isAuthentication ? { maxPerParameter: AUTHENTICATION_PARAMETER_MAX } : {}),
    });
    checkOffer(partOf(parts, "LIMITED_TIME_OFFER"), sent.get("LIMITED_TIME_OFFER"));
    checkCards(context, partOf(parts, "CAROUSEL"), sent);
  },
};
