import { z } from "zod";
import { field, type JsonObject, listing, quote } from "../../../text/index.ts";
import { HEADER_TYPES, type InteractiveKind, MESSAGE_ANSWERS, MESSAGE_LIMITS } from "../../tables/index.ts";
import { MEDIA_SHAPES } from "../media.ts";
import { obeys, type Problem } from "../problem.ts";
import { object, text, words } from "../values.ts";

const headerShape = object({
  type: text,
  text: words("The header", MESSAGE_LIMITS.interactiveHeader).optional(),
  sub_text: words("The header's second line", MESSAGE_LIMITS.interactiveHeader).optional(),
  image: MEDIA_SHAPES.image.optional(),
  video: MEDIA_SHAPES.video.optional(),
  document: MEDIA_SHAPES.document.optional(),
});

function headerOf(kind: InteractiveKind) {
  const allowed = kind.headers ?? HEADER_TYPES;
  return headerShape.check(
    obeys(function* (header) {
      const type = header.type.toLowerCase();
      if (!allowed.includes(type))
        yield {
          code: "header-not-allowed",
          at: ["type"],
          message: `the header's type is ${quote(header.type)}; this kind of message can have ${allowed.length === 0 ? "no header" : listing(allowed)}`,
          hint: allowed.length === 0 ? "Leave the header out." : `Write ${listing(allowed)}.`,
          whatsapp: MESSAGE_ANSWERS.parameterValue,
        };
      else yield* contentOf(header, type);
    }),
  );
}

function* contentOf(header: JsonObject, type: string): Iterable<Problem> {
  if (field(header, type) === undefined)
    yield {
      code: "parameter-missing",
      message: `the header is of type ${quote(type)}, and has no ${quote(type)}`,
      hint: `Add ${quote(type)}.`,
      whatsapp: MESSAGE_ANSWERS.missingParameter,
    };
}

/** Header, body and footer, as the kind of the message wants them. */
export function textShapes(kind: InteractiveKind) {
  const header = headerOf(kind);
  const body = object({ text: words("The body", kind.body) });
  return {
    header: kind.headerNeeded === true ? header : header.optional(),
    body: kind.bodyOptional === true ? body.optional() : body,
    footer: object({ text: words("The footer", MESSAGE_LIMITS.interactiveFooter) }).optional(),
  };
}

/** `action.name` is a fixed word for most kinds. */
export function named(name: string) {
  return z.literal(name, { error: quote(name) });
}
