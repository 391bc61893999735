import { quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS, MESSAGE_LIMITS } from "../tables/index.ts";
import { obeys, type Problem } from "./problem.ts";
import { filled, flag, object, webAddress, words } from "./values.ts";

interface Media {
  id?: string | undefined;
  link?: string | undefined;
}

function* source({ id, link }: Media): Iterable<Problem> {
  if (id === undefined && link === undefined)
    yield {
      code: "media-missing",
      message: "neither an id nor a link says which media",
      hint: "Add the id of uploaded media, or a link to them.",
      whatsapp: MESSAGE_ANSWERS.missingParameter,
    };
  if (id !== undefined && link !== undefined)
    yield {
      severity: "warning",
      code: "media-twice",
      message: "both an id and a link say which media; WhatsApp wants one",
      hint: "Leave one of them out.",
    };
}

const reference = { id: filled("The media's id").optional(), link: webAddress("The media's link").optional() };

const captioned = { ...reference, caption: words("The caption", MESSAGE_LIMITS.caption).optional() };

/** Fields that only other kinds of media have. */
function without(kind: string, ...names: readonly string[]) {
  return function* (media: object): Iterable<Problem> {
    for (const name of names.filter((one) => Object.hasOwn(media, one)))
      yield {
        code: `${name}-not-allowed`,
        at: [name],
        message: `${kind} cannot have a ${quote(name)}`,
        hint: name === "caption" ? "Send the words as a text message of their own." : "Leave it out.",
        whatsapp: MESSAGE_ANSWERS.invalidParameter,
      };
  };
}

export const imageShape = object(captioned).check(obeys(source), obeys(without("an image", "filename")));

export const videoShape = object(captioned).check(obeys(source), obeys(without("a video", "filename")));

export const documentShape = object({ ...captioned, filename: filled("The file's name").optional() }).check(
  obeys(source),
);

export const audioShape = object({ ...reference, voice: flag.optional() }).check(
  obeys(source),
  obeys(without("audio", "caption", "filename")),
);

export const stickerShape = object(reference).check(obeys(source), obeys(without("a sticker", "caption", "filename")));

/** The media of a header, by its type. */
export const MEDIA_SHAPES = { image: imageShape, video: videoShape, document: documentShape };
