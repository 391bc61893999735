import { shortContent } from "../expand/content.ts";
import type { Expansion } from "../expand/expansion.ts";
import { withOwnMedia } from "../expand/own-media.ts";
import { SHORT_KEYS } from "../schema/content.ts";
import { isFieldName, OWN_FIELDS } from "../schema/own-fields.ts";
import { child, entriesOf, type Located, type LocatedMap, type LocatedScalar } from "../source/located.ts";
import { madeMap, madeScalar } from "../source/made.ts";
import type { Damage } from "./broken-keys.ts";
import type { LanguageSource } from "./template-source.ts";

/** The keys of a body that a stack file can give. */
export const BODY_FIELDS: readonly string[] = ["name", "language", "category", "components", ...OWN_FIELDS];

/** Keys of a language that are not WhatsApp's fields. */
const OURS = new Set([...SHORT_KEYS, "name", "language", "category", "components", "accepted"]);

/** Misspelt keys of a template are errors, so that what is left are fields that are newer than this version. */
function isForeign(key: string): boolean {
  return isFieldName(key) && !OURS.has(key);
}

/**
 * The body of WhatsApp's create call, every part with the place that it came from. Keys with the wrong shape
 * are left out. Keys that we do not know travel on: `adopt` writes what the account holds.
 */
export function locatedBody(source: LanguageSource, expansion: Expansion, damage: Damage): LocatedMap {
  const { place } = source;
  const language = without(source.node, damage.language);
  const template = without(source.template.node, damage.template);
  const verbatim = child(language, "components");
  const components = verbatim === undefined ? shortContent(language, expansion) : withOwnMedia(verbatim, expansion);
  const inherited = entriesOf(template).filter(([key]) => OWN_FIELDS.includes(key) || isForeign(key));
  const own = entriesOf(language).filter(([key]) => !OURS.has(key));
  const fields = new Map<string, Located>([...inherited, ...own].map(([key, { value }]) => [key, value]));
  if (expansion.named && !fields.has("parameter_format")) fields.set("parameter_format", madeScalar("NAMED", place));
  return madeMap(
    {
      name: remoteName(source),
      language: madeScalar(source.language, place),
      category: child(language, "category") ?? child(template, "category"),
      ...Object.fromEntries(fields),
      components,
    },
    place,
  );
}

/** A name that still holds a `${…}` without a value is no name to judge. */
function remoteName({ template }: LanguageSource): LocatedScalar {
  const name = madeScalar(template.remoteName, template.namePlace);
  return template.nameUnknown ? { ...name, unresolved: true } : name;
}

function without(node: LocatedMap, keys: ReadonlySet<string>): LocatedMap {
  return keys.size === 0 ? node : { ...node, entries: new Map([...node.entries].filter(([key]) => !keys.has(key))) };
}
