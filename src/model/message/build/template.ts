import { type ButtonValue, buttonOf, componentOf, type VariableValues } from "../parameters/template-parameters.ts";
import type {
  CardParameters,
  TemplateComponentParameters,
  TemplateMessage,
  TemplateParameter,
} from "../types/index.ts";
import { type Addressee, envelopeOf } from "./envelope.ts";

export interface CardArgumentsOfTemplate {
  header?: TemplateParameter | undefined;
  body?: VariableValues | undefined;
  buttons?: readonly ButtonValue[] | undefined;
}

export interface TemplateArguments extends Addressee {
  name: string;
  /** As the template was created: `en_US`, `pt_BR`. */
  language: string;
  /** A text variable, media, a location or a product. */
  header?: VariableValues | TemplateParameter | string | undefined;
  body?: VariableValues | undefined;
  /** Buttons that take a value; those that take none (phone numbers, fixed links) are left out, but count. */
  buttons?: readonly ButtonValue[] | undefined;
  cards?: readonly CardArgumentsOfTemplate[] | undefined;
  /** When a limited-time offer ends: milliseconds since 1970. */
  offerEndsAtMs?: number | undefined;
  /** Where a tap on the message leads, instead of its header's picture. */
  tapTarget?: { url: string; title: string } | undefined;
}

/** A template with its parameters; without any, `components` is left out. */
export function templateMessage(message: TemplateArguments): TemplateMessage {
  const { name, language } = message;
  const components = componentsOf(message);
  return {
    ...envelopeOf(message),
    type: "template",
    template: { name, language: { code: language }, ...(components.length === 0 ? {} : { components }) },
  };
}

function componentsOf(message: TemplateArguments): TemplateComponentParameters[] {
  const { header, body, offerEndsAtMs, cards, buttons = [], tapTarget } = message;
  const offer = (expiration_time_ms: number): TemplateComponentParameters => ({
    type: "limited_time_offer",
    parameters: [{ type: "limited_time_offer", limited_time_offer: { expiration_time_ms } }],
  });
  const target = (tap: { url: string; title: string }): TemplateComponentParameters => ({
    type: "tap_target_configuration",
    parameters: [{ type: "tap_target_configuration", tap_target_configuration: [tap] }],
  });
  return [
    ...componentOf("header", header),
    ...componentOf("body", body),
    ...(offerEndsAtMs === undefined ? [] : [offer(offerEndsAtMs)]),
    ...(cards === undefined ? [] : [{ type: "carousel" as const, cards: cards.map(cardOf) }]),
    ...buttons.map(buttonOf),
    ...(tapTarget === undefined ? [] : [target(tapTarget)]),
  ];
}

function cardOf({ header, body, buttons = [] }: CardArgumentsOfTemplate, index: number): CardParameters {
  return {
    card_index: index,
    components: [...componentOf("header", header), ...componentOf("body", body), ...buttons.map(buttonOf)],
  };
}
