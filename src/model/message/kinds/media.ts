import type { z } from "zod";
import { error, type Issue } from "../../issue.ts";
import { field, isObject, quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import { absent, filled, object, rule, upTo, webAddress } from "../shape.ts";

// What images, videos, documents, audio and stickers have in common.

export const MEDIA_LIMITS = { caption: 1024 } as const;

const reference = {
  /** Id of uploaded media. */
  id: filled("The media's id").optional(),
  /** An http(s) URL that WhatsApp fetches. */
  link: webAddress("The media's link").optional(),
};

const captioned = {
  ...reference,
  /** See {@link MEDIA_LIMITS}. */
  caption: upTo("The caption", MEDIA_LIMITS.caption).optional(),
};

const referenceSchema = object(reference);
const captionedSchema = object(captioned);

/** Either uploaded media (`id`), or media that WhatsApp fetches (`link`). */
export interface MediaReference extends z.infer<typeof referenceSchema> {}

export interface CaptionedMedia extends z.infer<typeof captionedSchema> {}

/** The arguments of a builder: see {@link MediaReference}. */
export interface MediaSource {
  id?: string | undefined;
  link?: string | undefined;
}

export interface CaptionedSource extends MediaSource {
  caption?: string | undefined;
}

/** Fields of other kinds of media, which this kind refuses. */
const OTHER_FIELDS = ["caption", "filename"] as const;

type Fields = Readonly<Record<string, z.ZodType>>;

function media<Own extends Fields>(kind: string, own: Own) {
  const refused = OTHER_FIELDS.filter((name) => !Object.hasOwn(own, name));
  const schema = object({ ...own, ...reference });
  // The refused fields are part of what is checked, and not of the type.
  return schema.loose().check(
    rule(source),
    rule((value) => refusedIssues(kind, refused, value)),
  ) as unknown as typeof schema;
}

/** Media of a kind that has no caption. `kind` is the subject of messages: `audio`, `a sticker`. */
export function plainMedia<Own extends Fields>(kind: string, own: Own) {
  return media(kind, own);
}

/** Media of a kind that can have a caption. */
export function captionedMedia<Own extends Fields>(kind: string, own: Own) {
  return media(kind, { ...captioned, ...own });
}

function* source(value: unknown): Iterable<Issue> {
  if (!isObject(value)) return;
  const [hasId, hasLink] = [field(value, "id") !== undefined, field(value, "link") !== undefined];
  if (!hasId && !hasLink)
    yield absent("the media object", "id and no link", "Add the id of uploaded media, or a link.", "media-missing");
  if (hasId && hasLink)
    yield error({
      code: "media-twice",
      path: "",
      message: "the media object has both an id and a link; WhatsApp accepts only one",
      hint: "Remove one of them.",
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    });
}

function* refusedIssues(kind: string, refused: readonly string[], value: object): Iterable<Issue> {
  for (const name of refused.filter((one) => Object.hasOwn(value, one)))
    yield error({
      code: `${name}-not-allowed`,
      path: `/${name}`,
      message: `${kind} cannot have a ${quote(name)}`,
      hint: name === "caption" ? "Send the caption as a separate text message." : "Remove it.",
      whatsapp: MESSAGE_ANSWERS.invalidParameter,
    });
}
