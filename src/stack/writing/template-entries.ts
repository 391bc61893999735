import type { TemplateBody } from "../../model/template/index.ts";
import { isEqualJson } from "../../model/text/index.ts";
import { type LanguageEntry, languageEntry, RESERVED_KEY, type WritingPlace } from "./language-entry.ts";
import { commented, mapNode, type YamlMap } from "./yaml-text.ts";

/** A template of the account to write into a stack file. */
export interface WrittenTemplate {
  /** In canonical form, with its name in the account. */
  body: TemplateBody;
  /** Lines above the language: what a declaration does not say. */
  comments: readonly string[];
}

/** Why content is accepted although it breaks today's creation rules. */
const ADOPTED_REASON = "existed when it was adopted";

interface Language {
  entry: LanguageEntry;
  comments: readonly string[];
}

/** A key under `templates`, with its languages. */
export interface TemplateEntry {
  key: string;
  /** The name in the account. */
  remoteName: string;
  /** If the key is not the name. */
  name?: string;
  languages: Language[];
}

/** Templates as entries: one per name, with its languages, in alphabetical order. */
export function templateEntries(
  templates: readonly WrittenTemplate[],
  place: WritingPlace,
  namePrefix = "",
  taken: ReadonlySet<string> = new Set(),
): TemplateEntry[] {
  const byName = new Map<string, Language[]>();
  for (const { body, comments } of templates) {
    const languages = byName.get(body.name) ?? [];
    byName.set(body.name, [...languages, { entry: languageEntry(body, place), comments }]);
  }
  const used = new Set(taken);
  return [...byName]
    .sort(([one], [other]) => compareText(one, other))
    .map(([remoteName, languages]) => {
      const name = remoteName.slice(namePrefix.length);
      const key = freeKey(name, used);
      used.add(key);
      const sorted = languages.sort((one, other) => compareText(one.entry.language, other.entry.language));
      return { key, remoteName, ...(key === name ? {} : { name }), languages: sorted };
    });
}

function freeKey(name: string, used: ReadonlySet<string>): string {
  const base = name === RESERVED_KEY || name === "" ? `template_${name}` : name;
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!used.has(key)) return key;
  }
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The entry's map: fields that all languages share come before the languages. */
export function templateNode({ name, languages }: TemplateEntry): YamlMap {
  const entries = languages.map(({ entry }) => entry);
  const category = mostFrequent(entries.map((entry) => entry.category));
  const variables = sharedVariables(entries);
  const fields = sharedFields(entries);
  return mapNode({
    ...(name === undefined ? {} : { name }),
    category,
    ...(variables.size === 0 ? {} : { variables: Object.fromEntries(variables) }),
    ...fields,
    languages: mapNode(
      languages.map(({ entry, comments }) =>
        commented(entry.language, languageNode(entry, { category, variables, fields }), comments),
      ),
    ),
  });
}

interface Shared {
  category: string;
  variables: ReadonlyMap<string, string>;
  fields: Readonly<Record<string, unknown>>;
}

/** A language below a template that declares `shared`. */
export function languageNode(entry: LanguageEntry, shared: Shared): YamlMap {
  const variables = [...entry.variables].filter(([name]) => !shared.variables.has(name));
  const fields = Object.entries(entry.fields).filter(([field]) => !Object.hasOwn(shared.fields, field));
  return mapNode({
    ...(entry.category === shared.category ? {} : { category: entry.category }),
    ...(variables.length === 0 ? {} : { variables: Object.fromEntries(variables) }),
    ...entry.content,
    ...Object.fromEntries(fields),
    ...(entry.accepted === undefined ? {} : { accepted: { digest: entry.accepted, reason: ADOPTED_REASON } }),
  });
}

/** The variables that have the same sample in every language that uses them. */
function sharedVariables(entries: readonly LanguageEntry[]): ReadonlyMap<string, string> {
  const samples = new Map<string, Set<string>>();
  for (const [name, sample] of entries.flatMap(({ variables }) => [...variables]))
    samples.set(name, (samples.get(name) ?? new Set()).add(sample));
  return new Map(
    [...samples].flatMap(([name, all]) => {
      const [sample] = all;
      return all.size === 1 && sample !== undefined ? [[name, sample] as const] : [];
    }),
  );
}

/** The fields with the same value in every language: a language cannot remove a field of its template. */
function sharedFields([first, ...others]: readonly LanguageEntry[]): Record<string, unknown> {
  const shared = Object.entries(first?.fields ?? {}).filter(([field, value]) =>
    others.every(({ fields }) => Object.hasOwn(fields, field) && isEqualJson(fields[field], value)),
  );
  return Object.fromEntries(shared);
}

function mostFrequent(values: readonly string[]): string {
  const count = (value: string) => values.filter((other) => other === value).length;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best));
}
