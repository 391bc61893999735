import { isMap, isScalar, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { profilePair, templatePair, type WrittenProfile } from "./stack-text.ts";
import { languageNode, type TemplateEntry } from "./template-entries.ts";
import { commented, indented, mapNode, type YamlPair, yamlText } from "./yaml-text.ts";

/** What to add to a stack file. */
export interface Addition {
  templates: readonly TemplateEntry[];
  profiles: readonly WrittenProfile[];
}

/** A part of the file to which nothing can be added, because it is not a map with one key per line. */
export class NotABlock extends Error {
  constructor(part: string) {
    super(`${part} is not a map with one key per line`);
  }
}

/**
 * The text of a stack file with more templates and profiles, each at the end of its section. Everything else stays as it is,
 * comments and spaces included. A new language joins the template of its name, if that changes nothing else.
 *
 * @throws NotABlock
 */
export function addedTo(text: string, { templates, profiles }: Addition): string {
  const root = parseDocument(text).contents;
  if (!isBlock(root)) throw new NotABlock("the file");
  const declared = root.has("extends") ? undefined : root.get("templates");
  const joining = templates.map((entry) => ({
    entry,
    target: isMap(declared) ? targetOf(declared, entry) : undefined,
  }));
  const insertions = joining.flatMap(({ entry, target }) =>
    target === undefined ? [] : [insertionInto(text, target.languages, languagePairs(entry, target.category))],
  );
  const fresh = joining.filter(({ target }) => target === undefined).map(({ entry }) => templatePair(entry));
  insertions.push(
    ...sectionInsertion(text, root, "profiles", profiles.map(profilePair)),
    ...sectionInsertion(text, root, "templates", fresh),
  );
  // From the end, so that earlier offsets stay right. At one place, inner maps end before outer ones.
  const fromTheEnd = insertions
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => b.at - a.at || a.indent - b.indent || b.index - a.index);
  return fromTheEnd.reduce((edited, { at, lines }) => edited.slice(0, at) + lines + edited.slice(at), text);
}

function languagePairs({ languages }: TemplateEntry, category: string): YamlPair[] {
  const shared = { category, variables: new Map<string, string>(), fields: {} };
  return languages.map(({ entry, comments }) => commented(entry.language, languageNode(entry, shared), comments));
}

interface Target {
  languages: YAMLMap;
  category: string;
}

/** Keys of a template that its languages do not inherit, and `variables`, which a language overrides. */
const OWN_KEYS: readonly string[] = [
  "name",
  "category",
  "variables",
  "languages",
  "previous",
  "version",
  "protect",
  "onRemove",
];

/** The template of the file with the entry's name, if its other keys do not affect a new language. */
function targetOf(templates: YAMLMap, { key, name = key }: TemplateEntry): Target | undefined {
  for (const { key: node, value } of templates.items) {
    if (!isScalar(node) || !isBlock(value)) continue;
    if (String(value.get("name") ?? node.value) !== name || Number(value.get("version") ?? 1) !== 1) continue;
    if (value.items.some((pair) => !isScalar(pair.key) || !OWN_KEYS.includes(String(pair.key.value)))) continue;
    const languages = value.get("languages");
    if (isBlock(languages)) return { languages, category: String(value.get("category") ?? "") };
  }
  return undefined;
}

/** A map with one key per line, and at least one of them. */
function isBlock(node: unknown): node is YAMLMap {
  return isMap(node) && node.flow !== true && node.items.length > 0;
}

interface Insertion {
  /** The end of a line. */
  at: number;
  /** Columns. */
  indent: number;
  /** Begins with a line break. */
  lines: string;
}

function sectionInsertion(text: string, root: YAMLMap, section: string, pairs: readonly YamlPair[]): Insertion[] {
  if (pairs.length === 0) return [];
  const node = root.get(section, true);
  if (isBlock(node)) return [insertionInto(text, node, pairs)];
  if (root.has(section)) throw new NotABlock(`\`${section}\``);
  return [insertionInto(text, root, [commented(section, mapNode(pairs))])];
}

/** The pairs after the last line of a map. */
function insertionInto(text: string, map: YAMLMap, pairs: readonly YamlPair[]): Insertion {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const [first] = map.items;
  const start = startOf(first?.key);
  const indent = start - (text.lastIndexOf("\n", start - 1) + 1);
  const last = map.items.at(-1);
  const content = contentEnd(text, endOf(last?.value) ?? endOf(last?.key) ?? text.length);
  const lineEnd = text.slice(content).search(/\r?\n|$/);
  const lines = indented(yamlText(mapNode(pairs)), indent)
    .replace(/\n$/, "")
    .replaceAll("\n", eol);
  return { at: content + lineEnd, indent, lines: eol + lines };
}

function startOf(node: unknown): number {
  return (node as Scalar | undefined)?.range?.[0] ?? 0; // parsed nodes have a range
}

function endOf(node: unknown): number | undefined {
  return (node as Scalar | null | undefined)?.range?.[1];
}

/** Without the line breaks at the end: a block of text includes them. */
function contentEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}
