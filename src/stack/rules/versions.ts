import { error, type LocatedFinding } from "../findings.ts";
import { contentDigest } from "../templates/accepted.ts";
import type { ExpandedTemplate } from "../templates/expand-templates.ts";
import type { TemplateSource } from "../templates/template-sources.ts";

/** Code of the finding for an older version that equals the current one, as `mycobot bump` leaves it. */
export const UNCHANGED = "version-unchanged";

/** Each older version whose content is that of the current version in every language, with the current version. */
export function unchangedVersions(templates: readonly ExpandedTemplate[]): Map<TemplateSource, TemplateSource> {
  const withVersions = new Set(templates.filter(({ source }) => source.template.previous).map(keyOf));
  const contents = new Map<TemplateSource, string[]>();
  for (const { source, body } of templates.filter((one) => withVersions.has(keyOf(one)))) {
    const content = `${source.language} ${contentDigest(body)}`;
    contents.set(source.template, [...(contents.get(source.template) ?? []), content]);
  }
  const current = new Map([...contents.keys()].filter(({ previous }) => !previous).map((one) => [one.key, one]));
  const unchanged = new Map<TemplateSource, TemplateSource>();
  for (const older of [...contents.keys()].filter(({ previous }) => previous)) {
    const newest = current.get(older.key);
    if (newest !== undefined && sameContents(contents.get(older), contents.get(newest))) unchanged.set(older, newest);
  }
  return unchanged;
}

function keyOf({ source }: ExpandedTemplate): string {
  return source.template.key;
}

function sameContents(one: string[] | undefined, other: string[] | undefined): boolean {
  return JSON.stringify(one?.toSorted()) === JSON.stringify(other?.toSorted());
}

export function unchangedFindings(unchanged: ReadonlyMap<TemplateSource, TemplateSource>): LocatedFinding[] {
  return [...unchanged].map(([older, newest]) => {
    const version = older.version ?? 1;
    return error({
      code: UNCHANGED,
      at: older.namePosition,
      message: `version ${version} under \`previous\` has the same content as the current version, ${newest.version ?? 1}`,
      hint: `Edit the current version, or remove version ${version} from \`previous\`.`,
    });
  });
}
