import { decoded, isObject, type JsonObject, upperOf } from "../json.ts";
import { buttonsOf } from "../rules/buttons.ts";
import { mediaHandle } from "../rules/media-sample.ts";
import { COMPONENT_TYPES, MEDIA_FORMATS } from "../tables/template-enums.ts";
import { type ExampleForm, readBackButton } from "./buttons.ts";
import { otpButtonAsUrl } from "./otp-button.ts";
import { authenticationBody, authenticationFooter, expirationOf, readBackText } from "./texts.ts";

export interface ReadBackContext {
  category: string;
  language: string;
  exampleForm: ExampleForm;
}

function header(sent: JsonObject): JsonObject {
  const format = upperOf(sent.format);
  if (format === "TEXT") return readBackText("HEADER", sent, "header_text");
  if (!MEDIA_FORMATS.includes(format)) return { type: "HEADER", format };
  return { type: "HEADER", format, example: { header_handle: [String(mediaHandle(sent))] } };
}

function carousel(sent: JsonObject, context: ReadBackContext): JsonObject {
  const cards = decoded(sent.cards);
  const readBackCard = (card: JsonObject): JsonObject => {
    const parts = decoded(card.components);
    return { components: readBackComponents(Array.isArray(parts) ? parts.filter(isObject) : [], context) };
  };
  return { type: "CAROUSEL", cards: (Array.isArray(cards) ? cards.filter(isObject) : []).map(readBackCard) };
}

function part(type: string, sent: JsonObject, context: ReadBackContext): JsonObject {
  switch (type) {
    case "HEADER":
      return header(sent);
    case "BODY":
      return readBackText("BODY", sent, "body_text");
    case "FOOTER":
      return { type, text: String(sent.text) };
    case "BUTTONS":
      return { type, buttons: buttonsOf(sent).map((button) => readBackButton(button, context.exampleForm)) };
    case "CAROUSEL":
      return carousel(sent, context);
    case "LIMITED_TIME_OFFER":
      return { type, limited_time_offer: decoded(sent.limited_time_offer) ?? null };
    default:
      return { ...sent, type };
  }
}

function authentication(sent: ReadonlyMap<string, JsonObject>, { language }: ReadBackContext): JsonObject[] {
  const footer = authenticationFooter(sent.get("FOOTER") ?? {}, language);
  const minutes = expirationOf(sent.get("FOOTER"));
  const buttons = buttonsOf(sent.get("BUTTONS") ?? {}).map((button) => otpButtonAsUrl(button, language, minutes));
  const body = authenticationBody(sent.get("BODY") ?? {}, language);
  return [body, ...(footer === undefined ? [] : [footer]), { type: "BUTTONS", buttons }];
}

/** Components as WhatsApp reads them back: one order, capitals, generated texts, samples in one form. */
export function readBackComponents(components: readonly JsonObject[], context: ReadBackContext): JsonObject[] {
  const sent = new Map(components.map((component) => [upperOf(component.type), component]));
  if (context.category === "AUTHENTICATION") return authentication(sent, context);
  return COMPONENT_TYPES.flatMap((type) => {
    const component = sent.get(type);
    return component === undefined ? [] : [part(type, component, context)];
  });
}
