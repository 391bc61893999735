import { ACCOUNT_QUOTAS } from "../../model/template/index.ts";
import { error, type LocatedFinding, note } from "../findings.ts";
import type { SampleFile } from "../sample-files.ts";
import { appMissing, connectionFindings, hasApp } from "../sections/account.ts";
import type { LocatedMap, SourcePosition } from "../source/located.ts";
import type { ExpandedTemplate } from "../templates/expand-templates.ts";
import type { StackSettings } from "../types.ts";
import { declaredTwiceFindings, duplicateBodyFindings } from "./duplicates.ts";
import { categoryFindings, parityFindings } from "./languages.ts";
import { unchangedFindings, unchangedVersions } from "./versions.ts";

interface Subject {
  tree: LocatedMap;
  templates: readonly ExpandedTemplate[];
  sampleFiles: readonly SampleFile[];
  settings: StackSettings;
  /** Whether all keys and types are right: only then, a missing template is really missing. */
  wellFormed: boolean;
  /** Converts an absolute path for display. */
  show: (file: string) => string;
}

/** The rules across the objects of a stack. */
export function stackRules({ tree, templates, sampleFiles, settings, wellFormed, show }: Subject): LocatedFinding[] {
  const [firstFile] = sampleFiles;
  const unchanged = unchangedVersions(templates);
  return [
    ...connectionFindings(tree),
    ...declaredTwiceFindings(templates, show),
    ...categoryFindings(templates),
    ...unchangedFindings(unchanged),
    // Of a version without a change, the duplicate texts are a consequence.
    ...duplicateBodyFindings(templates.filter(({ source }) => !unchanged.has(source.template))),
    ...parityFindings(templates),
    ...quotaFindings(templates.length, tree.entries.get("templates")?.keyPosition ?? tree.position),
    ...(wellFormed ? emptinessFindings(tree, templates.length, settings.allowEmpty) : []),
    ...(firstFile !== undefined && !hasApp(tree) ? [appMissing(firstFile.node.position)] : []),
  ];
}

/** A file without templates would delete all templates of the stack: this must be explicit. */
function emptinessFindings(tree: LocatedMap, count: number, allowEmpty: boolean): LocatedFinding[] {
  if (count > 0 || allowEmpty) return [];
  return [
    error({
      code: "no-templates",
      at: tree.entries.get("templates")?.keyPosition ?? tree.position,
      message: "the stack declares no templates: `pulumi up` would delete those that it has",
      hint: "Declare templates, or set `settings: { allowEmpty: true }` if this is intended.",
    }),
  ];
}

/** The account's quotas for a stack of this size. */
function quotaFindings(count: number, at: SourcePosition): LocatedFinding[] {
  const { unverifiedTemplates, verifiedTemplates, createsPerHour } = ACCOUNT_QUOTAS;
  const findings: LocatedFinding[] = [];
  if (count > verifiedTemplates) {
    const message = `${count} templates, counting every language: a WhatsApp account is limited to ${verifiedTemplates}`;
    const hint = "Remove old versions, or use a second account.";
    findings.push(note({ code: "template-quota", at, message, hint }));
  } else if (count > unverifiedTemplates) {
    const message = `${count} templates, counting every language: the account of an unverified business is limited to ${unverifiedTemplates}`;
    const hint = `Verify the business and its display name: the limit is then ${verifiedTemplates}.`;
    findings.push(note({ code: "template-quota", at, message, hint }));
  }
  if (count > createsPerHour) {
    const hours = Math.ceil(count / createsPerHour);
    const message = `${count} templates: WhatsApp accepts ${createsPerHour} creates per hour, so a first \`pulumi up\` takes about ${hours} hours`;
    const hint = "When the quota of an hour is used up, run `pulumi up` again later: it continues where it stopped.";
    findings.push(note({ code: "create-quota", at, message, hint }));
  }
  return findings;
}
