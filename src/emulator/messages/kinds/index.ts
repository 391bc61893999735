import { notOneOf } from "../../graph/errors.ts";
import { decoded, isGiven, type JsonObject, objectOf, rowOf, upperOf } from "../../json.ts";
import { missingContent } from "../message-error.ts";
import { contacts } from "./contacts.ts";
import { interactive } from "./interactive/index.ts";
import { location } from "./location.ts";
import { audio, document, image, sticker, video } from "./media.ts";
import type { MessageKind, SendContext } from "./message-kind.ts";
import { reaction } from "./reaction.ts";
import { template } from "./template/template.ts";
import { text } from "./text.ts";

/** Types of messages. */
const KINDS: Readonly<Record<string, MessageKind>> = {
  audio,
  contacts,
  document,
  image,
  interactive,
  location,
  reaction,
  sticker,
  template,
  text,
  video,
};

/** Parameters of the messages edge that are objects or lists. */
const STRUCTURED = [...Object.keys(KINDS), "context", "direct_send_config", "typing_indicator"];

/** The parameters with objects and lists in place of the JSON texts that some clients send for them. */
export function structured(parameters: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      STRUCTURED.includes(name) ? (decoded(value) ?? null) : value,
    ]),
  );
}

/** Checks the content of a message and returns its type; a message without `type` is a text. */
export function checkMessage(context: SendContext, parameters: JsonObject): string {
  const type = upperOf(parameters.type ?? "text").toLowerCase();
  const kind = rowOf(KINDS, type);
  if (kind === undefined) {
    const types = Object.keys(KINDS).map((name) => name.toUpperCase());
    throw notOneOf("type", types, parameters.type);
  }
  const value = parameters[type];
  if (!isGiven(value)) throw missingContent(type);
  kind.check(context, value, type);
  return type;
}

/** Why an accepted message of that type fails afterwards; undefined when it is delivered. */
export function laterFailure(context: SendContext, type: string, parameters: JsonObject): JsonObject | undefined {
  return rowOf(KINDS, type)?.laterFailure?.(context, objectOf(parameters[type]));
}
