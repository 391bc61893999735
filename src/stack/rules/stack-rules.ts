import { appMissing } from "../declare/declare-profiles.ts";
import type { DeclaredTemplate } from "../declare/declared.ts";
import type { MediaUse } from "../expand/expansion.ts";
import type { Finding } from "../source/finding.ts";
import { child, type LocatedMap } from "../source/located.ts";
import type { StackSettings } from "../types.ts";
import { categoryFindings } from "./categories.ts";
import { claimFindings } from "./claims.ts";
import { connectionFindings } from "./connection.ts";
import { duplicateBodyFindings } from "./duplicate-bodies.ts";
import { emptinessFindings } from "./emptiness.ts";
import { parityFindings } from "./parity.ts";
import { quotaFindings } from "./quotas.ts";

interface Subject {
  tree: LocatedMap;
  templates: readonly DeclaredTemplate[];
  media: readonly MediaUse[];
  settings: StackSettings;
  /** Whether every key and type is right: only then a missing template is really missing. */
  wellFormed: boolean;
  /** A file's path as people see it. */
  show: (file: string) => string;
}

/** What can only be seen across the objects of a stack. */
export function stackRules({ tree, templates, media, settings, wellFormed, show }: Subject): Finding[] {
  const hasApp = child(child(tree, "account"), "app") !== undefined;
  const [firstFile] = media;
  return [
    ...connectionFindings(tree),
    ...claimFindings(templates, show),
    ...categoryFindings(templates),
    ...duplicateBodyFindings(templates),
    ...parityFindings(templates),
    ...quotaFindings(templates.length, tree.entries.get("templates")?.keyPlace ?? tree.place),
    ...(wellFormed ? emptinessFindings(tree, templates.length, settings.allowEmpty) : []),
    ...(firstFile !== undefined && !hasApp ? [appMissing(firstFile.node.place)] : []),
  ];
}
