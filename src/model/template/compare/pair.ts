import { isObject, type JsonObject } from "../../text/index.ts";
import { hasOtpAddress } from "../canonical/otp-button.ts";
import { canonicalTemplate } from "../canonical/template.ts";
import { READ_ONLY_FIELDS } from "../tables/index.ts";
import type { TemplateBody } from "../types.ts";

/** Whether the observed template is a declaration too, or was read from WhatsApp, and so cannot show everything. */
export type Source = "declaration" | "read";

/** Two templates that are compared, in canonical form. */
export interface Pair {
  source: Source;
  wanted: TemplateBody;
  observed: TemplateBody;
  /**
   * The observed one in the wanted category: whose texts these are must not depend on WhatsApp's having moved the template,
   * nor on whether the category is in the answer.
   */
  recategorized: TemplateBody;
  /** The observed one as it came. */
  raw: TemplateBody;
}

/** `undefined` where one of them is no object: there is nothing to compare by parts. */
export function pairOf(wanted: TemplateBody, observed: TemplateBody): Pair | undefined {
  if (!isObject(wanted) || !isObject(observed)) return undefined;
  const category = wanted.category ?? observed.category;
  const canonical = canonicalTemplate(observed);
  return {
    source: sourceOf(wanted, observed),
    wanted: canonicalTemplate(wanted),
    observed: canonical,
    recategorized: category === observed.category ? canonical : canonicalTemplate({ ...observed, category }),
    raw: observed,
  };
}

/** Two reads show the same things, so they are compared as strictly as two declarations. */
function sourceOf(wanted: JsonObject, observed: JsonObject): Source {
  const isRead = hasReadOnlyField(observed) || hasOtpAddress(observed.components);
  return isRead && !hasReadOnlyField(wanted) ? "read" : "declaration";
}

function hasReadOnlyField(body: JsonObject): boolean {
  return Object.keys(body).some((name) => READ_ONLY_FIELDS.has(name));
}
