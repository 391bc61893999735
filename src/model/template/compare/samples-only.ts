import { isEqualJson, isObject } from "../../text/index.ts";
import { withFields } from "../canonical/fields.ts";
import { canonicalTemplate } from "../canonical/template.ts";
import type { TemplateBody } from "../types.ts";

/**
 * Whether two declarations differ, and in nothing but samples: those of variables, URLs and coupons, upload handles, and
 * files by name or content. Everything else counts as it is sent, so a default that only one of them writes out makes it
 * false.
 */
export function differsInSamplesOnly(before: TemplateBody, after: TemplateBody): boolean {
  const [one, other] = [canonicalTemplate(before), canonicalTemplate(after)];
  return !isEqualJson(one, other) && isEqualJson(withoutSamples(one), withoutSamples(other));
}

/** A canonical template, or a card, without the samples of its components and buttons. */
function withoutSamples(part: unknown): unknown {
  return isObject(part) ? withFields(part, { components: eachOf(part.components, bareComponent) }) : part;
}

function bareComponent(component: unknown): unknown {
  if (!isObject(component)) return component;
  const buttons = eachOf(component.buttons, bareButton);
  return withFields(component, { example: undefined, buttons, cards: eachOf(component.cards, withoutSamples) });
}

function bareButton(button: unknown): unknown {
  return isObject(button) ? withFields(button, { example: undefined }) : button;
}

function eachOf(list: unknown, change: (item: unknown) => unknown): unknown {
  return Array.isArray(list) ? list.map(change) : list;
}
