import type { z } from "zod";
import { error } from "../../issue.ts";
import { lintLanguage, TEMPLATE_LIMITS } from "../../template/index.ts";
import { quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import { type Addressee, envelopeOf, type MessageEnvelope } from "../envelope.ts";
import { type ButtonValue, buttonOf, componentOf, type VariableValues } from "../parameters/template-parameters.ts";
import { object, rule, text, word, words } from "../shape.ts";
import {
  type CardParameters,
  componentParameters,
  type TemplateComponentParameters,
  type TemplateParameter,
} from "./template-parameter.ts";

export const TEMPLATE_NAME_LIMITS = { templateName: TEMPLATE_LIMITS.name } as const;

const code = text.check(
  rule(function* (value) {
    for (const issue of lintLanguage(value))
      yield { ...issue, severity: "error", path: "", whatsapp: MESSAGE_ANSWERS.templateUnknown };
  }),
);

const name = words("The template's name", TEMPLATE_NAME_LIMITS.templateName).check(
  rule(function* (value) {
    if (/^[a-z0-9_]*$/.test(value)) return;
    yield error({
      code: "template-name",
      path: "",
      message: `the template's name ${quote(value)} contains characters other than a to z, 0 to 9 and _`,
      hint: "Write the name that the template was created with.",
      whatsapp: MESSAGE_ANSWERS.templateUnknown,
    });
  }),
);

export const templateContent = object({
  name,
  language: object({
    /** As the template was created: `en_US`, `pt_BR`. */
    code,
    policy: word("deterministic").optional(),
  }),
  /** Left out when the template has no variables. */
  components: componentParameters.optional(),
});

export interface TemplateMessage extends MessageEnvelope {
  type: "template";
  template: z.infer<typeof templateContent>;
}

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
  /** Buttons that take a value; the others (phone numbers, fixed links) are left out, but count in `index`. */
  buttons?: readonly ButtonValue[] | undefined;
  cards?: readonly CardArgumentsOfTemplate[] | undefined;
  /** The end of a limited-time offer: milliseconds since 1970. */
  offerEndsAtMs?: number | undefined;
  /** What a tap on the message opens, instead of its header's picture. */
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
