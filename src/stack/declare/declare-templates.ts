import { lintTemplate, type TemplateBody } from "../../model/template/index.ts";
import type { Expansion, MediaUse } from "../expand/expansion.ts";
import { Samples } from "../expand/samples.ts";
import type { Finding } from "../source/finding.ts";
import { child, type LocatedMap } from "../source/located.ts";
import { plain } from "../source/plain.ts";
import { acceptance } from "./accepted.ts";
import { damageOf, type ShapeErrors } from "./broken-keys.ts";
import type { DeclaredTemplate } from "./declared.ts";
import { authenticationCategory, keyConflicts } from "./key-conflicts.ts";
import { lintFindings } from "./lint-findings.ts";
import { BODY_FIELDS, locatedBody } from "./located-body.ts";
import type { LanguageSource, TemplateSource } from "./template-source.ts";
import { languageSources, logicalNameOf, templateSources } from "./template-sources.ts";

export interface DeclaredTemplates {
  templates: DeclaredTemplate[];
  findings: Finding[];
  media: MediaUse[];
}

interface Scope {
  projectRoot: string;
  fragment: boolean;
  errors: ShapeErrors;
}

/** Expands and checks every template of a merged file. */
export function declareTemplates(tree: LocatedMap, scope: Scope): DeclaredTemplates {
  const result: DeclaredTemplates = { templates: [], findings: [], media: [] };
  for (const template of templateSources(tree, result.findings)) declareTemplate(template, scope, result);
  return result;
}

function declareTemplate(template: TemplateSource, scope: Scope, result: DeclaredTemplates): void {
  const shared = new Samples(child(template.node, "variables"));
  const sources = languageSources(template);
  for (const source of sources) declareLanguage(source, shared, scope, result);
  const complete = sources.every((source) => !damageOf(source, scope.errors).partial);
  if (complete && !scope.fragment) result.findings.push(...shared.unused());
}

function declareLanguage(source: LanguageSource, shared: Samples, scope: Scope, result: DeclaredTemplates): void {
  const samples = new Samples(child(source.node, "variables"), shared);
  const expansion: Expansion = { samples, projectRoot: scope.projectRoot, findings: [], media: [], named: false };
  const damage = damageOf(source, scope.errors);
  const misplaced = authenticationCategory(source);
  const conflicts = [...keyConflicts(source.node), ...misplaced];
  const located = locatedBody(source, expansion, damage);
  // The map was made with these three keys; category may be missing, which is one of the rules that lint checks.
  const body = plain(located) as TemplateBody;
  const { reason, judge } = acceptance(source.node, body);
  const partial = scope.fragment || damage.partial || conflicts.length > 0;
  // What is said about a login code under another category would only repeat that.
  const issues = misplaced.length > 0 ? [] : lintTemplate(body);
  const lint = lintFindings(issues, located, { partial, known: BODY_FIELDS }).map(judge);
  const unused = scope.fragment || conflicts.length > 0 ? [] : samples.unused();
  result.findings.push(...conflicts, ...expansion.findings, ...lint, ...unused);
  result.media.push(...expansion.media);
  const logicalName = logicalNameOf(source.template.key, source.template.version, source.language);
  result.templates.push({ source, logicalName, located, body, ...(reason === undefined ? {} : { accepted: reason }) });
}
