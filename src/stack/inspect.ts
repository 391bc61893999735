import { judgedShape } from "./declare/accepted.ts";
import { type DeclaredProfiles, declareProfiles } from "./declare/declare-profiles.ts";
import { declareAccount, declareSettings } from "./declare/declare-settings.ts";
import { declareTemplates } from "./declare/declare-templates.ts";
import type { DeclaredTemplate } from "./declare/declared.ts";
import { checkMedia } from "./media/check-media.ts";
import { checkPicture } from "./media/check-picture.ts";
import { interpolate } from "./merge/interpolate.ts";
import { loadTree } from "./merge/load-tree.ts";
import { withoutNulls } from "./merge/without-nulls.ts";
import { stackRules } from "./rules/stack-rules.ts";
import { checkShape } from "./shape/check-shape.ts";
import type { Finding } from "./source/finding.ts";
import type { LocatedMap } from "./source/located.ts";
import type { StackPath } from "./stack-path.ts";

/** A stack file with all that is known about it: what the checks of one file, and of several, are made from. */
export interface Inspection {
  path: StackPath;
  fragment: boolean;
  findings: Finding[];
  /** Merged and interpolated. Absent when the file cannot be read. */
  tree?: LocatedMap;
  waba: string;
  templates: DeclaredTemplate[];
  profiles: DeclaredProfiles["profiles"];
}

/** Reads, merges, interpolates and checks one file. `auto`: a file without `account` is a fragment. */
export async function inspect(
  path: StackPath,
  fragment: boolean | "auto",
  show: (file: string) => string,
): Promise<Inspection> {
  const { tree: merged, findings } = await loadTree(path.file);
  if (merged === undefined) {
    return { path, fragment: fragment === true, findings, waba: "", templates: [], profiles: [] };
  }
  const isFragment = fragment === "auto" ? !merged.entries.has("account") : fragment;
  // A fragment's nulls take something away in a place that is not known here.
  const tree = interpolate(withoutNulls(merged, isFragment ? [] : findings), findings, isFragment);
  const shape = checkShape(tree, isFragment);
  const scope = { projectRoot: path.projectRoot, fragment: isFragment, shape };
  const { templates, media, findings: ofTemplates } = declareTemplates(tree, scope);
  const { profiles, pictures, findings: ofProfiles } = declareProfiles(tree, scope);
  // One by one: a call takes about a hundred thousand arguments, and a broken file can have more findings.
  for (const finding of [...judgedShape(shape, templates), ...ofTemplates, ...ofProfiles]) findings.push(finding);
  if (!isFragment) {
    const settings = declareSettings(tree);
    const across = stackRules({ tree, templates, media, settings, wellFormed: shape.length === 0, show });
    for (const finding of across) findings.push(finding);
  }
  findings.push(...(await checkMedia(media)));
  for (const picture of pictures) findings.push(...(await checkPicture(picture)));
  const { waba } = declareAccount(tree);
  return { path, fragment: isFragment, findings, tree, waba, templates, profiles };
}
