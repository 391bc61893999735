import { type Issue, error as issueOf, type WhatsAppAnswer } from "../issue.ts";
import { listing, quote, rowOf } from "../text/index.ts";
import { ANIMATED_STICKER_BYTES, MEDIA_TYPES, type MediaKind, typeOfName } from "./media-types.ts";

/** What is known of a file before it is uploaded. */
export interface MediaFacts {
  fileName: string;
  bytes: number;
  /** By content; undefined when it is nothing known. */
  mimeType: string | undefined;
  /** Moves: a sticker of several pictures. */
  animated?: boolean | undefined;
  /** What the caller says that it is. */
  claimedType?: string | undefined;
  /** What it is to be sent as. */
  kind?: MediaKind | undefined;
}

const WRONG_TYPE = { code: 100 };
const TOO_LARGE = { code: 131053 };

/** All problems of media by WhatsApp's table of types and sizes. Content counts, not the name. `path` is "". */
export function lintMedia(facts: MediaFacts): Issue[] {
  const { bytes, mimeType, fileName } = facts;
  if (bytes === 0) return [error("media-empty", "", `${quote(fileName)} is empty`, "Choose another file.")];
  const type = mimeType === undefined ? undefined : rowOf(MEDIA_TYPES, mimeType);
  if (mimeType === undefined || type === undefined)
    return [
      error(
        "media-type-unknown",
        "",
        `${quote(fileName)} is ${mimeType === undefined ? "of no known type" : mimeType} by its content, which WhatsApp does not take`,
        hintOf(facts.kind),
        WRONG_TYPE,
      ),
    ];
  return [...kindIssues(facts, mimeType, type.kind), ...sizeIssues(facts, type.kind, type.most)];
}

function hintOf(kind: MediaKind | undefined): string {
  const types = Object.entries(MEDIA_TYPES).filter(([, type]) => kind === undefined || type.kind === kind);
  const endings = types.flatMap(([, type]) => type.endings);
  return `WhatsApp takes ${listing(endings)}${kind === undefined ? "" : ` for this kind (${kind})`}.`;
}

function* kindIssues({ fileName, claimedType, kind }: MediaFacts, mimeType: string, own: MediaKind): Iterable<Issue> {
  const promised = typeOfName(fileName);
  // A PNG called .jpg goes as PNG; a PDF called .jpg is not what somebody meant to send.
  if (promised !== undefined && rowOf(MEDIA_TYPES, promised)?.kind !== own)
    yield error(
      "media-type-mismatch",
      "",
      `${quote(fileName)} is named like ${promised}, and is ${mimeType} by its content`,
      "Choose the right file, or name it for what it is.",
      WRONG_TYPE,
    );
  else if (claimedType !== undefined && claimedType !== mimeType)
    yield error(
      "media-type-mismatch",
      "",
      `${quote(fileName)} is to go as ${claimedType}, and is ${mimeType} by its content`,
      `Leave the type out, or write ${mimeType}.`,
      WRONG_TYPE,
    );
  if (kind !== undefined && kind !== own)
    yield error(
      "media-kind-mismatch",
      "",
      `${quote(fileName)} is to go as ${kind}, and is ${mimeType} by its content`,
      hintOf(kind),
      WRONG_TYPE,
    );
}

function* sizeIssues({ fileName, bytes, animated }: MediaFacts, kind: MediaKind, limit: number): Iterable<Issue> {
  const most = kind === "sticker" && animated === true ? ANIMATED_STICKER_BYTES : limit;
  if (bytes > most)
    yield error(
      "media-too-large",
      "",
      `${quote(fileName)} has ${sized(bytes)}; WhatsApp allows ${sized(most)} for this kind (${kind})`,
      "Make it smaller.",
      TOO_LARGE,
    );
}

/** `5 MB`, `100 kB`, `5.01 MB`. */
function sized(bytes: number): string {
  const [unit, size] = bytes >= 1024 * 1024 ? ["MB", bytes / 1024 / 1024] : ["kB", bytes / 1024];
  // Upwards, lest a byte too many reads like the limit.
  return `${Math.ceil(size * 100) / 100} ${unit}`;
}

function error(code: string, path: string, message: string, hint: string, whatsapp?: WhatsAppAnswer): Issue {
  return issueOf({ code, path, message, hint, whatsapp });
}
