import { z } from "zod";
import { CATEGORIES } from "../../model/template/index.ts";
import { error, type LocatedFinding } from "../findings.ts";
import { components, withSampleFiles } from "../keys/components.ts";
import { SHORT_FORM, SHORT_KEYS } from "../keys/short-form.ts";
import { type Expansion, expandKeys, optionalSchemas } from "../keys/short-key.ts";
import { variables } from "../keys/variables.ts";
import { shown, text } from "../shape/schema.ts";
import {
  child,
  entriesOf,
  type Located,
  type LocatedList,
  type LocatedMap,
  type LocatedScalar,
  madeList,
  madeMap,
  madeScalar,
  textOf,
} from "../source/located.ts";
import { accepted } from "./accepted.ts";
import { FOREIGN_FIELDS, isFieldName, OWN_FIELDS, ownFields } from "./own-fields.ts";
import type { LanguageSource } from "./template-sources.ts";

export const category = text({
  description: `${CATEGORIES.join(", ")}. All languages of a template share one. WhatsApp may approve a different one.`,
  example: "UTILITY",
  enum: CATEGORIES,
});

export const language = shown(
  z.strictObject({
    category: category.optional(),
    variables: variables.optional(),
    ...optionalSchemas(SHORT_FORM),
    components: components.optional(),
    ...ownFields,
    accepted: accepted.optional(),
  }),
  {
    id: "language",
    ...FOREIGN_FIELDS,
    description: "A template in one language.",
    example: { body: "Your order is on its way." },
  },
);

interface Conflict {
  key: string;
  with: readonly string[];
  code: string;
  because: string;
  hint: string;
}

const CONFLICTS: readonly Conflict[] = [
  {
    key: "components",
    with: SHORT_KEYS,
    code: "components-beside-short-form",
    because: "`components` replaces all short keys",
    hint: "Keep one of them. To remove a key of an extended file, set it to null.",
  },
  {
    key: "authentication",
    with: SHORT_KEYS.filter((key) => !["authentication", "variables"].includes(key)),
    code: "authentication-beside-other-parts",
    because: "WhatsApp writes the texts of an `authentication` template",
    hint: "Remove it, or use another category of template.",
  },
];

/** Keys of a language that cannot be combined. */
export function keyConflicts({ node }: LanguageSource): LocatedFinding[] {
  return CONFLICTS.flatMap((conflict) => {
    const main = node.entries.get(conflict.key);
    if (main === undefined) return [];
    return conflict.with.flatMap((key) => {
      const other = node.entries.get(key);
      if (other === undefined) return [];
      const message = `\`${key}\` cannot be combined with \`${conflict.key}\` (line ${main.keyPosition.line}): ${conflict.because}`;
      return [error({ code: conflict.code, at: other.keyPosition, message, hint: conflict.hint })];
    });
  });
}

/** The short form of a login code in another category. */
export function authenticationCategory({ node, template }: LanguageSource): LocatedFinding[] {
  const login = node.entries.get("authentication");
  const declared = child(node, "category") ?? child(template.node, "category");
  const name = textOf(declared);
  if (login === undefined || declared === undefined || name === undefined || name.toUpperCase() === "AUTHENTICATION")
    return [];
  const message = `\`authentication\` requires category AUTHENTICATION, but the category is ${name}`;
  return [
    error({ code: "authentication-category", at: declared.position, message, hint: "Set `category: AUTHENTICATION`." }),
  ];
}

/** The keys of a body that a stack file can set. */
export const BODY_FIELDS: readonly string[] = ["name", "language", "category", "components", ...OWN_FIELDS];

/** Keys of a language that are not fields of WhatsApp. */
const STACK_KEYS = new Set([...SHORT_KEYS, "name", "language", "category", "components", "accepted"]);

/** Whether a template's key is a field that is newer than this version: misspelt keys are errors, and removed. */
function isForeign(key: string): boolean {
  return isFieldName(key) && !STACK_KEYS.has(key);
}

/** Keys of a language and of its template that have the wrong shape. */
export interface BrokenLanguage {
  language: ReadonlySet<string>;
  template: ReadonlySet<string>;
  /** Parts are missing because they are broken or misspelt. */
  partial: boolean;
}

/**
 * The body of WhatsApp's create call. Every part has the position that it came from. Keys with the wrong shape are omitted;
 * unknown keys are kept, because the account may have them.
 */
export function locatedBody(source: LanguageSource, expansion: Expansion, broken: BrokenLanguage): LocatedMap {
  const { position } = source;
  const own = without(source.node, broken.language);
  const template = without(source.template.node, broken.template);
  const verbatim = child(own, "components");
  const parts = verbatim === undefined ? shortComponents(own, expansion) : withSampleFiles(verbatim, expansion);
  const inherited = entriesOf(template).filter(([key]) => OWN_FIELDS.includes(key) || isForeign(key));
  const overriding = entriesOf(own).filter(([key]) => !STACK_KEYS.has(key));
  const fields = new Map<string, Located>([...inherited, ...overriding].map(([key, { value }]) => [key, value]));
  if (expansion.named && !fields.has("parameter_format")) fields.set("parameter_format", madeScalar("NAMED", position));
  return madeMap(
    {
      name: remoteName(source),
      language: madeScalar(source.language, position),
      category: child(own, "category") ?? child(template, "category"),
      ...Object.fromEntries(fields),
      components: parts,
    },
    position,
  );
}

/** The components of a language in the short form; undefined if it has none of the short keys. */
function shortComponents(node: LocatedMap, expansion: Expansion): LocatedList | undefined {
  const parts = expandKeys(node, SHORT_FORM, expansion);
  return parts.length === 0 ? undefined : madeList(parts, node.position);
}

/** A name that contains a `${…}` without a value is marked as unresolved, so that it is not checked. */
function remoteName({ template }: LanguageSource): LocatedScalar {
  const name = madeScalar(template.remoteName, template.namePosition);
  return template.nameUnknown ? { ...name, unresolved: true } : name;
}

function without(node: LocatedMap, keys: ReadonlySet<string>): LocatedMap {
  return keys.size === 0 ? node : { ...node, entries: new Map([...node.entries].filter(([key]) => !keys.has(key))) };
}
