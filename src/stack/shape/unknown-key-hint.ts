import { didYouMean } from "../did-you-mean.ts";
import { SHORT_KEYS } from "../schema/content.ts";
import type { Path } from "../source/pointer.ts";

/** Advice on a key that is not known at `path`, by where it would belong. */
export function unknownKeyHint(key: string, path: Path, known: readonly string[]): string {
  const [section, template] = path.map(String);
  if (path.length === 2 && section === "templates" && [...SHORT_KEYS, "components", "accepted"].includes(key)) {
    return `It belongs in a language: templates.${template}.languages.en_US.${key}.`;
  }
  return didYouMean(key, known, "Take it out.");
}
