import type { Issue } from "../../../issue.ts";
import { field, isObject, listing, pointer, quote } from "../../../text/index.ts";
import { ANSWERS, OFFER_FORMATS, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { buttonsOf, component, isTrue, type Part, type TemplateView, textOf, upper } from "../template-view.ts";
import { lengthIssues } from "../text-issues.ts";

function* offerTextIssues(offer: Part): Iterable<Issue> {
  const value = field(offer.value, "limited_time_offer");
  const path = pointer(offer.path, "limited_time_offer");
  if (value !== undefined && !isObject(value)) return;
  const text = isObject(value) ? field(value, "text") : undefined;
  if (text === undefined || text === "")
    yield error(
      "offer-text-missing",
      value === undefined ? offer.path : path,
      "limited_time_offer has no text",
      `Add "limited_time_offer": {"text": …}, up to ${TEMPLATE_LIMITS.offerText} characters.`,
      ANSWERS.missingField,
    );
  else if (typeof text === "string")
    yield* lengthIssues(
      "text of the offer",
      text,
      TEMPLATE_LIMITS.offerText,
      pointer(path, "text"),
      "offer-text-too-long",
    );
}

function* offerButtonIssues(view: TemplateView, offer: Part): Iterable<Issue> {
  const buttons = buttonsOf(view);
  const types = buttons.map(({ type }) => type);
  const value = field(offer.value, "limited_time_offer");
  const expires = isObject(value) && isTrue(field(value, "has_expiration"));
  const copy = types.indexOf("COPY_CODE");
  if (copy > 0)
    yield error(
      "offer-copy-code-first",
      buttons[copy]?.path ?? offer.path,
      `the copy code button of an offer stands first, this one is number ${copy + 1}`,
      "Move it to the front.",
      ANSWERS.invalidParameter,
    );
  // A client library publishes an offer without header and buttons as valid: what is missing is in doubt.
  if (expires && copy < 0)
    yield warning(
      "offer-copy-code-missing",
      offer.path,
      "an offer that expires has a copy code button in Meta's guide, this one has none",
      'Add {"type": "COPY_CODE", "example": …} as the first button.',
    );
  if (!types.includes("URL"))
    yield warning(
      "offer-url-missing",
      offer.path,
      "an offer has a URL button in Meta's guide, this one has none",
      "Add a URL button after the copy code.",
    );
}

/** A limited-time offer: MARKETING, image or video above, no footer, copy code first. */
export function* limitedTimeOfferIssues(view: TemplateView): Iterable<Issue> {
  const offer = component(view, "LIMITED_TIME_OFFER");
  if (offer === undefined || view.category === "AUTHENTICATION") return;
  const [header, footer] = [component(view, "HEADER"), component(view, "FOOTER")];
  const format = header === undefined ? "" : upper(textOf(header, "format"));
  if (view.category === "UTILITY")
    yield error(
      "offer-category",
      offer.path,
      "a limited-time offer is for MARKETING templates, this one is UTILITY",
      "Write the category MARKETING.",
      ANSWERS.invalidParameter,
    );
  if (footer !== undefined)
    yield error(
      "offer-footer",
      footer.path,
      `a template with a limited-time offer has no footer, this one has ${quote(textOf(footer, "text") ?? "")}`,
      "Take the footer out.",
      ANSWERS.unexpectedField,
    );
  if (header === undefined)
    yield warning(
      "offer-header-missing",
      offer.path,
      "an offer has an image or a video as header in Meta's guide, this one has none",
      "Add one.",
    );
  else if (format !== "" && !OFFER_FORMATS.includes(format))
    yield error(
      "offer-header",
      pointer(header.path, "format"),
      `the header of an offer is ${listing(OFFER_FORMATS)}, this one is ${format}`,
      "Use an image or a video.",
      ANSWERS.invalidParameter,
    );
  yield* offerTextIssues(offer);
  yield* offerButtonIssues(view, offer);
}
