import { isDeepStrictEqual } from "node:util";
import { canonicalTemplate, lintTemplate, type TemplateBody } from "../../model/template/index.ts";
import { SHORT_FORM } from "../keys/short-form.ts";
import { type Contraction, contractKeys, newExpansion } from "../keys/short-key.ts";
import { Samples } from "../keys/variables.ts";
import { relativeTo } from "../sample-files.ts";
import { child, type LocatedMap, located, madeMap, plain, type SourcePosition } from "../source/located.ts";
import { contentDigest } from "../templates/accepted.ts";
import { authenticationCategory, keyConflicts, language, locatedBody } from "../templates/language.ts";
import type { LanguageSource } from "../templates/template-sources.ts";

/** The stack file that is written. */
export interface WritingPlace {
  /** Absolute. */
  file: string;
  /** Absolute. Media files of template bodies are relative to it. */
  projectRoot: string;
}

/** A template in one language, as a stack file declares it. */
export interface LanguageEntry {
  language: string;
  category: string;
  /** Samples of named variables: under `variables` of the language or, if all languages agree, of the template. */
  variables: ReadonlyMap<string, string>;
  /** The short form, or `components`. */
  content: Readonly<Record<string, unknown>>;
  /** WhatsApp's fields without a short form. */
  fields: Readonly<Record<string, unknown>>;
  /** The digest of content that breaks today's creation rules. */
  accepted?: string;
}

/**
 * The entry of a body in canonical form: in the short form if its expansion is exactly this body, else with WhatsApp's own
 * components.
 */
export function languageEntry(body: TemplateBody, place: WritingPlace): LanguageEntry {
  const { name: _name, language: code, category, components, parameter_format, ...fields } = body;
  const contraction: Contraction = { samples: new Map(), pathOf: (file) => relativeTo(place, file) };
  const short = contractKeys(components, SHORT_FORM, contraction);
  const format = { parameter_format };
  const drafts = [
    { content: short, variables: contraction.samples, fields },
    // A template without variables that is NAMED all the same.
    { content: short, variables: contraction.samples, fields: { ...format, ...fields } },
    { content: withPaths(components, place), variables: new Map<string, string>(), fields },
    { content: withPaths(components, place), variables: new Map<string, string>(), fields: { ...format, ...fields } },
  ];
  const [first] = drafts.flatMap((draft) => {
    const expanded = expandDraft(draft, body, place);
    return expanded === undefined ? [] : [{ draft, expanded }];
  });
  const { draft, expanded } = first ?? { draft: drafts[3] as Draft, expanded: body };
  const broken = lintTemplate(expanded).some(({ severity }) => severity === "error");
  return { language: code, category, ...draft, ...(broken ? { accepted: contentDigest(expanded) } : {}) };
}

/** JavaScript reserves it, so stack files cannot have it as a key. WhatsApp can: as a name, or as a variable. */
export const RESERVED_KEY = "__proto__";

interface Draft {
  content: Record<string, unknown>;
  variables: ReadonlyMap<string, string>;
  fields: Record<string, unknown>;
}

/** `components`, with the paths of media files as the stack file writes them. */
function withPaths(components: unknown, place: WritingPlace): Record<string, unknown> {
  return components === undefined ? {} : { components: filesRelative(components, place) };
}

function filesRelative(value: unknown, place: WritingPlace): unknown {
  return JSON.parse(JSON.stringify(value), (key, field) =>
    key === "header_handle" && Array.isArray(field)
      ? field.map((one) => (typeof one?.file === "string" ? { file: relativeTo(place, one.file) } : one))
      : field,
  );
}

/** The body that the entry becomes when the file is loaded; undefined if it is another one, or an invalid entry. */
function expandDraft(draft: Draft, body: TemplateBody, place: WritingPlace): TemplateBody | undefined {
  const { content, variables, fields } = draft;
  const entry = {
    ...(variables.size === 0 ? {} : { variables: Object.fromEntries(variables) }),
    ...content,
    ...fields,
  };
  if (variables.has(RESERVED_KEY) || !language.safeParse(entry).success) return undefined;
  const position: SourcePosition = { file: place.file, line: 1, column: 1 };
  const node = located(entry, position) as LocatedMap; // of an object
  const template = {
    key: body.name,
    previous: false,
    remoteName: body.name,
    nameUnknown: false,
    namePosition: position,
    node: madeMap({ category: body.category }, position),
    path: [],
  };
  const source: LanguageSource = { template, language: body.language, position, node, path: [] };
  const samples = new Samples(child(node, "variables"));
  const expansion = newExpansion(samples, place.projectRoot);
  const broken = { language: new Set<string>(), template: new Set<string>(), partial: false };
  const expanded = plain(locatedBody(source, expansion, broken)) as TemplateBody; // it has the keys of one
  const findings = [
    ...keyConflicts(source),
    ...authenticationCategory(source),
    ...expansion.findings,
    ...samples.unused(),
  ];
  const isSame = isDeepStrictEqual(canonicalTemplate(expanded), canonicalTemplate(body));
  return findings.length === 0 && isSame ? expanded : undefined;
}
