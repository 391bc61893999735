import { closest } from "../../model/text/index.ts";
import { didYouMean } from "../did-you-mean.ts";
import { SHORT_KEYS } from "../schema/content.ts";
import { isFieldName } from "../schema/own-fields.ts";
import type { Path } from "../source/pointer.ts";

/** Keys of other places in a stack file: one that resembles them is in the wrong place, not new at WhatsApp. */
const ELSEWHERE = [...SHORT_KEYS, "components", "accepted"];

/** Where a field of WhatsApp's create call is allowed: in a template, in an older version of it, in a language. */
function takesFields(path: Path): boolean {
  const [section, , ...rest] = path.map(String);
  if (section !== "templates" || path.length < 2) return false;
  const below = rest[0] === "previous" ? rest.slice(2) : rest;
  const inVersion = rest[0] !== "previous" || rest.length >= 2;
  return inVersion && (below.length === 0 || (below[0] === "languages" && below.length === 2));
}

/** Whether a key that is not known at `path` can be a field of WhatsApp's that is newer than this version. */
export function isForeignField(key: string, path: Path, known: readonly string[]): boolean {
  return takesFields(path) && isFieldName(key) && closest(key, [...known, ...ELSEWHERE]) === undefined;
}

/** Advice on a key that is not known at `path`, by where it would belong. */
export function unknownKeyHint(key: string, path: Path, known: readonly string[]): string {
  const [section, template] = path.map(String);
  if (path.length === 2 && section === "templates" && ELSEWHERE.includes(key)) {
    return `It belongs in a language: templates.${template}.languages.en_US.${key}.`;
  }
  return didYouMean(key, known, "Take it out.");
}
