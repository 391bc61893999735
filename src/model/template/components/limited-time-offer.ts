import { z } from "zod";
import { error, type Issue, missing, tooLong, warning } from "../../issue.ts";
import { field, isObject, listing, pointer, quote, rowOf } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { flag, text } from "../field-shapes.ts";
import type { ComponentKind } from "../kinds.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { buttonsOf, component, isTrue, type Part, type TemplateView, textOf, upper } from "../view.ts";
import { HEADER_FORMATS } from "./header.ts";

const OFFER_FORMATS = Object.keys(HEADER_FORMATS).filter((format) => rowOf(HEADER_FORMATS, format)?.withOffer);

const offer = z.looseObject({ text: text.optional(), has_expiration: flag.optional() }, { error: "an object" });

/** A limited-time offer: MARKETING only, image or video as header, no footer, copy code button first. */
export const limitedTimeOffer: ComponentKind<"LIMITED_TIME_OFFER"> = {
  type: "LIMITED_TIME_OFFER",
  place: 2,
  fields: {
    limited_time_offer: { shape: offer, inside: { has_expiration: { spelling: "boolean", absent: false } } },
  },
  rules: offerIssues,
};

function* offerIssues(view: TemplateView): Iterable<Issue> {
  const part = component(view, "LIMITED_TIME_OFFER");
  if (part === undefined) return;
  const [header, footer] = [component(view, "HEADER"), component(view, "FOOTER")];
  const format = header === undefined ? "" : upper(textOf(header, "format"));
  if (view.category === "UTILITY")
    yield error({
      code: "offer-category",
      path: part.path,
      message: "a limited-time offer is for MARKETING templates; this one is UTILITY",
      hint: "Write the category MARKETING.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  if (footer !== undefined)
    yield error({
      code: "offer-footer",
      path: footer.path,
      message: `a template with a limited-time offer cannot have a footer; this one has ${quote(textOf(footer, "text") ?? "")}`,
      hint: "Remove the footer.",
      whatsapp: TEMPLATE_ANSWERS.unexpectedField,
    });
  if (header === undefined)
    yield warning({
      code: "offer-header-missing",
      path: part.path,
      message: "Meta's guide gives an offer an image or a video as its header; this one has no header",
      hint: "Add one.",
    });
  else if (format !== "" && !OFFER_FORMATS.includes(format))
    yield error({
      code: "offer-header",
      path: pointer(header.path, "format"),
      message: `the header of an offer is ${listing(OFFER_FORMATS)}; this one is ${format}`,
      hint: "Use an image or a video.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  yield* textIssues(part);
  yield* buttonIssues(view, part);
}

function* textIssues(part: Part): Iterable<Issue> {
  const value = field(part.value, "limited_time_offer");
  const path = pointer(part.path, "limited_time_offer");
  if (value !== undefined && !isObject(value)) return;
  const title = isObject(value) ? field(value, "text") : undefined;
  if (title === undefined || title === "")
    yield missing({
      code: "offer-text-missing",
      path: value === undefined ? part.path : path,
      subject: "limited_time_offer",
      what: "text",
      hint: `Add "limited_time_offer": {"text": …}, up to ${TEMPLATE_LIMITS.offerText} characters.`,
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  else if (typeof title === "string")
    yield* tooLong({
      code: "offer-text-too-long",
      path: pointer(path, "text"),
      subject: "text of the offer",
      text: title,
      max: TEMPLATE_LIMITS.offerText,
      whatsapp: TEMPLATE_ANSWERS.tooLong,
    });
}

function* buttonIssues(view: TemplateView, part: Part): Iterable<Issue> {
  const buttons = buttonsOf(view);
  const types = buttons.map(({ type }) => type);
  const value = field(part.value, "limited_time_offer");
  const expires = isObject(value) && isTrue(field(value, "has_expiration"));
  const copy = types.indexOf("COPY_CODE");
  if (copy > 0)
    yield error({
      code: "offer-copy-code-first",
      path: buttons[copy]?.path ?? part.path,
      message: `the copy code button of an offer is the first button; this one is number ${copy + 1}`,
      hint: "Move it to the front.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  // A client library publishes an offer without header and buttons as valid: whether they are required is in doubt.
  if (expires && copy < 0)
    yield warning({
      code: "offer-copy-code-missing",
      path: part.path,
      message: "Meta's guide gives an offer that expires a copy code button; this one has none",
      hint: 'Add {"type": "COPY_CODE", "example": …} as the first button.',
    });
  if (!types.includes("URL"))
    yield warning({
      code: "offer-url-missing",
      path: part.path,
      message: "Meta's guide gives an offer a URL button; this one has none",
      hint: "Add a URL button after the copy code.",
    });
}
