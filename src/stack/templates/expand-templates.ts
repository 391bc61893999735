import { canonicalTemplate, lintTemplate, type TemplateBody } from "../../model/template/index.ts";
import { type LocatedFinding, lintFindings } from "../findings.ts";
import { type ButtonVariable, newExpansion } from "../keys/short-key.ts";
import { Samples } from "../keys/variables.ts";
import type { SampleFile } from "../sample-files.ts";
import type { Shape } from "../shape/shape.ts";
import { child, type LocatedMap, plain } from "../source/located.ts";
import type { StackSettings, TemplateDeclaration } from "../types.ts";
import { acceptance } from "./accepted.ts";
import { authenticationCategory, BODY_FIELDS, type BrokenLanguage, keyConflicts, locatedBody } from "./language.ts";
import {
  type LanguageSource,
  languageSources,
  logicalNameOf,
  type TemplateSource,
  templateSources,
} from "./template-sources.ts";

/** A template in one language, expanded: the input of the rules across templates. */
export interface ExpandedTemplate {
  source: LanguageSource;
  logicalName: string;
  located: LocatedMap;
  /** As written, not in canonical form. */
  body: TemplateBody;
  buttonVariables: ButtonVariable[];
  /** The reason for accepting broken creation rules, while it applies. */
  accepted?: string;
}

export interface ExpandedTemplates {
  templates: ExpandedTemplate[];
  findings: LocatedFinding[];
  sampleFiles: SampleFile[];
}

interface Scope {
  projectRoot: string;
  fragment: boolean;
  shape: Shape;
}

/** Expands and checks every template of a merged file. */
export function expandTemplates(tree: LocatedMap, scope: Scope): ExpandedTemplates {
  const result: ExpandedTemplates = { templates: [], findings: [], sampleFiles: [] };
  for (const template of templateSources(tree, result.findings)) expandTemplate(template, scope, result);
  return result;
}

function expandTemplate(template: TemplateSource, scope: Scope, result: ExpandedTemplates): void {
  const shared = new Samples(child(template.node, "variables"));
  const sources = languageSources(template);
  for (const source of sources) expandLanguage(source, shared, scope, result);
  const complete = sources.every((source) => !brokenParts(source, scope.shape).partial);
  if (complete && !scope.fragment) result.findings.push(...shared.unused());
}

function expandLanguage(source: LanguageSource, shared: Samples, scope: Scope, result: ExpandedTemplates): void {
  const samples = new Samples(child(source.node, "variables"), shared);
  const expansion = newExpansion(samples, scope.projectRoot);
  const broken = brokenParts(source, scope.shape);
  const misplaced = authenticationCategory(source);
  const conflicts = [...keyConflicts(source), ...misplaced];
  const located = locatedBody(source, expansion, broken);
  // The map has these keys, except that the category may be missing: the model reports that.
  const body = plain(located) as TemplateBody;
  const { reason, judge } = acceptance(source.node, body);
  const partial = scope.fragment || broken.partial || conflicts.length > 0;
  // The model's issues of a login code in another category would only repeat that.
  const issues = misplaced.length > 0 ? [] : lintTemplate(body);
  const lint = lintFindings(issues, located, { partial, known: BODY_FIELDS }).map(judge);
  const unused = scope.fragment || conflicts.length > 0 ? [] : samples.unused();
  result.findings.push(...conflicts, ...expansion.findings, ...lint, ...unused);
  result.sampleFiles.push(...expansion.sampleFiles);
  const logicalName = logicalNameOf(source.template.key, source.template.version, source.language);
  const { buttonVariables } = expansion;
  const accepted = reason === undefined ? {} : { accepted: reason };
  result.templates.push({ source, logicalName, located, body, buttonVariables, ...accepted });
}

function brokenParts({ path, template }: LanguageSource, shape: Shape): BrokenLanguage {
  const own = shape.brokenKeys(path);
  const outer = shape.brokenKeys(template.path);
  const ofTemplate = new Set([...outer.broken].filter((key) => key !== "languages" && key !== "previous"));
  return {
    language: own.broken,
    template: ofTemplate,
    partial: own.misspelt || outer.misspelt || own.broken.size > 0 || ofTemplate.size > 0,
  };
}

/** What the stack declares: the canonical body, and the template's own settings or those of the stack. */
export function declareTemplate(
  { source, logicalName, body, buttonVariables, accepted }: ExpandedTemplate,
  settings: StackSettings,
): TemplateDeclaration {
  const { key, version, previous, onRemove = settings.onRemove, protect = settings.protect } = source.template;
  return {
    key,
    ...(version === undefined ? {} : { version }),
    previous,
    logicalName,
    body: canonicalTemplate(body),
    ...(buttonVariables.length === 0 ? {} : { buttonVariables }),
    onRemove,
    adopt: settings.adopt,
    protect,
    ...(accepted === undefined ? {} : { accepted }),
  };
}
