import type { z } from "zod";
import type { Issue } from "../../issue.ts";
import { closest, field, isObject, type JsonObject, listing, quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS, MESSAGE_TYPES } from "../tables/index.ts";
import { contactsShape } from "./contacts.ts";
import { envelopeShape, recipientIssues } from "./envelope.ts";
import { interactiveShape } from "./interactive/index.ts";
import { issueOf } from "./issue-of.ts";
import { audioShape, documentShape, imageShape, stickerShape, videoShape } from "./media.ts";
import { locationShape, reactionShape, receiptShape, textShape } from "./plain.ts";
import { templateShape } from "./template.ts";
import { object } from "./values.ts";

/** What stands under the key that is named as the type. */
const CONTENT: Readonly<Record<string, z.ZodType>> = {
  text: textShape,
  image: imageShape,
  video: videoShape,
  document: documentShape,
  audio: audioShape,
  sticker: stickerShape,
  location: locationShape,
  contacts: contactsShape,
  reaction: reactionShape,
  template: templateShape,
};

/**
 * All problems of a body of `POST /{phone}/messages` (a message, a read receipt, a typing indicator), at once. Never throws.
 *
 * Rules that WhatsApp enforces for certain are errors; those of which sources differ, and phone numbers that no numbering
 * plan knows, are warnings. Unknown keys are no issue. `path` is a JSON pointer into the body as given.
 */
export function lintMessage(body: unknown): Issue[] {
  if (!isObject(body))
    return [
      {
        severity: "error",
        code: "not-an-object",
        path: "",
        message: `a message is an object, this is ${quote(body)}`,
        hint: "Write the body of a message call.",
      },
    ];
  if (field(body, "status") !== undefined) return shapeIssues(body, receiptShape);
  // WhatsApp takes a message without a type for a text.
  const type = field(body, "type") ?? "text";
  const content = type === "interactive" ? interactiveShape(body) : contentOf(type);
  const shape = object({ ...envelopeShape, ...(content === undefined ? {} : { [String(type)]: content }) });
  return [
    ...recipientIssues(body),
    ...(content === undefined && typeof type === "string" ? [unknownType(type)] : []),
    ...shapeIssues(body, shape),
  ];
}

function contentOf(type: unknown): z.ZodType | undefined {
  return typeof type === "string" && Object.hasOwn(CONTENT, type) ? CONTENT[type] : undefined;
}

function shapeIssues(body: JsonObject, shape: z.ZodType): Issue[] {
  return (shape.safeParse(body).error?.issues ?? []).map((issue) => issueOf(body, issue));
}

function unknownType(type: string): Issue {
  const meant = closest(type, MESSAGE_TYPES);
  return {
    severity: "error",
    code: "message-type-unknown",
    path: "/type",
    message: `the type ${quote(type)} is none that WhatsApp knows`,
    hint: meant === undefined ? `Write ${listing(MESSAGE_TYPES)}.` : `Did you mean ${meant}?`,
    whatsapp: MESSAGE_ANSWERS.invalidParameter,
  };
}
