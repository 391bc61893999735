import type { z } from "zod";
import { error } from "../../issue.ts";
import { listing, quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import { type Addressee, envelopeOf, type MessageEnvelope } from "../envelope.ts";
import { byType, chosen, object, words } from "../shape.ts";
import { documentContent } from "./document.ts";
import { imageContent } from "./image.ts";
import { videoContent } from "./video.ts";

// What all interactive messages have in common: header, body and footer around an action.

export const INTERACTIVE_LIMITS = { interactiveHeader: 60, interactiveBody: 1024, interactiveFooter: 60 } as const;

const HEADERS = {
  text: object({
    type: chosen("text"),
    text: words("The header", INTERACTIVE_LIMITS.interactiveHeader),
    /** A second line. */
    sub_text: words("The header's second line", INTERACTIVE_LIMITS.interactiveHeader).optional(),
  }),
  image: object({ type: chosen("image"), image: imageContent }),
  video: object({ type: chosen("video"), video: videoContent }),
  document: object({ type: chosen("document"), document: documentContent }),
};

type HeaderType = keyof typeof HEADERS;

export const HEADER_TYPES = Object.keys(HEADERS) as readonly HeaderType[];

export type InteractiveHeader = z.infer<(typeof HEADERS)[HeaderType]>;

/** What a kind of interactive message requires of the parts around its action. */
export interface InteractiveKind {
  /** Longest body. */
  body: number;
  bodyOptional?: true;
  /** Header types that it can have; an empty list: no header at all. */
  headers: readonly HeaderType[];
  headerRequired?: true;
}

const DEFAULTS: InteractiveKind = { body: INTERACTIVE_LIMITS.interactiveBody, headers: HEADER_TYPES };

/** The schema of a header of one of the types. */
export function headerOf(allowed: readonly HeaderType[]) {
  const options = allowed.length === 0 ? "no header" : listing(allowed);
  const schemas = Object.fromEntries(allowed.map((type) => [type, HEADERS[type]])) as typeof HEADERS;
  return byType("The type of the header", schemas, (type) =>
    error({
      code: "header-not-allowed",
      path: "/type",
      message: `the header's type is ${quote(type)}; this kind of message can have ${options}`,
      hint: allowed.length === 0 ? "Remove the header." : `Use ${options}.`,
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    }),
  );
}

/** A kind of interactive message: the schema of `interactive`, and what it requires of header, body and footer. */
export function interactiveKind<Type extends string, Action extends z.ZodType, Kind extends Partial<InteractiveKind>>(
  type: Type,
  action: Action,
  own?: Kind,
) {
  const kind: InteractiveKind = { ...DEFAULTS, ...own };
  const header = headerOf(kind.headers);
  const body = object({ text: words("The body", kind.body) });
  const schema = object({
    type: chosen(type),
    header: kind.headerRequired === true ? header : header.optional(),
    body: (kind.bodyOptional === true ? body.optional() : body) as Kind extends { bodyOptional: true }
      ? z.ZodOptional<typeof body>
      : typeof body,
    action,
    footer: object({ text: words("The footer", INTERACTIVE_LIMITS.interactiveFooter) }).optional(),
  });
  return { kind, schema };
}

/** A message whose `interactive` has this schema. */
export interface InteractiveEnvelope<Content> extends MessageEnvelope {
  type: "interactive";
  interactive: Content;
}

/** The parts around the action. A string as header is short for `{type: "text", text}`. */
export interface InteractiveTexts extends Addressee {
  header?: InteractiveHeader | string | undefined;
  body: string;
  footer?: string | undefined;
}

export type OptionalBody = Omit<InteractiveTexts, "body"> & { body?: string | undefined };

interface ActionOf {
  type: string;
  action: unknown;
}

/** A message of a kind: its parts around its action. */
export function interactiveMessage<Content extends ActionOf>(
  message: OptionalBody,
  type: Content["type"],
  action: Content["action"],
): InteractiveEnvelope<Content> {
  const { header, body, footer } = message;
  const interactive = {
    type,
    ...(header === undefined ? {} : { header: typeof header === "string" ? { type: "text", text: header } : header }),
    ...(body === undefined ? {} : { body: { text: body } }),
    action,
    ...(footer === undefined ? {} : { footer: { text: footer } }),
  };
  // Type and action belong together by the signature, which the compiler does not follow.
  return { ...envelopeOf(message), type: "interactive", interactive: interactive as unknown as Content };
}
