import { notOneOf } from "../../graph/errors.ts";
import type { Shape } from "../../graph/shape.ts";
import { type Json, type JsonObject, rowOf, upperOf } from "../../json.ts";
import { checkInteractive } from "../interactive/interactive.ts";
import { checkMediaObject } from "../media-object.ts";
import { messageError } from "../message-error.ts";
import type { SendContext } from "../send-context.ts";
import { checkTemplateMessage } from "../template/template.ts";
import { checkContacts } from "./contacts.ts";
import { checkLocation } from "./location.ts";
import { checkReaction } from "./reaction.ts";
import { textShape } from "./text.ts";

type Check = (context: SendContext, value: Json, path: string) => void;

function plain(shape: Shape): Check {
  return (_, value, path) => shape(value, path);
}

/** Types of messages, and how the object under their name is checked. */
const KINDS: Readonly<Record<string, Check>> = {
  audio: (context, value, path) => checkMediaObject(context, "audio", value, path),
  contacts: plain(checkContacts),
  document: (context, value, path) => checkMediaObject(context, "document", value, path),
  image: (context, value, path) => checkMediaObject(context, "image", value, path),
  interactive: (context, value, path) => checkInteractive(context, value, path),
  location: plain(checkLocation),
  reaction: plain(checkReaction),
  sticker: (context, value, path) => checkMediaObject(context, "sticker", value, path),
  template: checkTemplateMessage,
  text: plain(textShape),
  video: (context, value, path) => checkMediaObject(context, "video", value, path),
};

/** Checks the message and tells its type; without `type` it is a text. */
export function checkMessage(context: SendContext, parameters: JsonObject): string {
  const type = upperOf(parameters.type ?? "text").toLowerCase();
  const check = rowOf(KINDS, type);
  if (check === undefined) {
    const types = Object.keys(KINDS).map((name) => name.toUpperCase());
    throw notOneOf("type", types, parameters.type);
  }
  const value = parameters[type];
  if (value === undefined || value === null) {
    throw messageError("missing", `Parameter '${type}' is mandatory for type '${type}'`);
  }
  check(context, value, type);
  return type;
}
