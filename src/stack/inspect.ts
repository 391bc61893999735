import { judgedShape } from "./declare/accepted.ts";
import { ShapeErrors } from "./declare/broken-keys.ts";
import { type DeclaredProfiles, declareProfiles } from "./declare/declare-profiles.ts";
import { declareSettings } from "./declare/declare-settings.ts";
import { declareTemplates } from "./declare/declare-templates.ts";
import type { DeclaredTemplate } from "./declare/declared.ts";
import { checkMedia } from "./media/check-media.ts";
import { checkPicture } from "./media/check-picture.ts";
import { interpolate } from "./merge/interpolate.ts";
import { loadTree } from "./merge/load-tree.ts";
import { withoutNulls } from "./merge/without-nulls.ts";
import { type Claims, claimsOf } from "./rules/cross-claims.ts";
import { stackRules } from "./rules/stack-rules.ts";
import { checkShape } from "./shape/check-shape.ts";
import type { Finding } from "./source/finding.ts";
import type { LocatedMap } from "./source/located.ts";
import type { Sources } from "./source/sources.ts";
import type { StackPath } from "./stack-path.ts";

/** A stack file with all that is known about it: what the checks of one file, and of several, are made from. */
export interface Inspection {
  path: StackPath;
  fragment: boolean;
  findings: Finding[];
  /** Merged and interpolated. Absent when the file cannot be read. */
  tree?: LocatedMap;
  /** Of the files that were read, by absolute path. */
  texts: ReadonlyMap<string, string>;
  /** Absent for a fragment, which claims nothing. */
  claims?: Claims;
  templates: DeclaredTemplate[];
  profiles: DeclaredProfiles["profiles"];
}

/** Reads, merges, interpolates and checks one file. `auto`: a file without `account` is a fragment. */
export async function inspect(
  path: StackPath,
  fragment: boolean | "auto",
  sources: Sources,
  show: (file: string) => string,
): Promise<Inspection> {
  const { tree: merged, findings, texts, incomplete } = await loadTree(path.file, path.folder, sources);
  if (merged === undefined) {
    return { path, fragment: fragment === true, findings, texts, templates: [], profiles: [] };
  }
  const isFragment = fragment === "auto" ? !merged.entries.has("account") : fragment;
  // Of a file that is extended, or whose base cannot be read, the rest is elsewhere: what its nulls take away, too.
  const partial = isFragment || incomplete;
  const tree = interpolate(withoutNulls(merged, partial ? [] : findings), findings, partial);
  const shape = checkShape(tree, partial);
  const scope = { projectRoot: path.projectRoot, fragment: partial, errors: new ShapeErrors(shape) };
  const { templates, media, findings: ofTemplates } = declareTemplates(tree, scope);
  const { profiles, pictures, findings: ofProfiles } = declareProfiles(tree, scope);
  // One by one: a call takes about a hundred thousand arguments, and a broken file can have more findings.
  for (const finding of [...judgedShape(shape, templates), ...ofTemplates, ...ofProfiles]) findings.push(finding);
  if (!partial) {
    const settings = declareSettings(tree);
    const wellFormed = shape.every(({ finding }) => finding.severity !== "error");
    const across = stackRules({ tree, templates, media, settings, wellFormed, show });
    for (const finding of across) findings.push(finding);
  }
  findings.push(...(await checkMedia(media, path.folder)));
  for (const picture of pictures) findings.push(...(await checkPicture(picture, path.folder)));
  const claims = isFragment ? {} : { claims: claimsOf(path.file, tree) };
  return { path, fragment: isFragment, findings, tree, texts, templates, profiles, ...claims };
}
