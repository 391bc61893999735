import { type BusinessProfileFields, lintProfile } from "../../model/profile/index.ts";
import type { MediaUse } from "../expand/expansion.ts";
import { fromRoot, mediaPath } from "../expand/header.ts";
import { type Finding, warning } from "../source/finding.ts";
import { child, entriesOf, isMap, isScalar, type LocatedEntry, type LocatedMap, textOf } from "../source/located.ts";
import { plain } from "../source/plain.ts";
import type { ProfileDeclaration } from "../types.ts";
import { brokenKeys, type ShapeErrors } from "./broken-keys.ts";
import { lintFindings } from "./lint-findings.ts";

export interface DeclaredProfiles {
  profiles: ProfileDeclaration[];
  findings: Finding[];
  pictures: MediaUse[];
}

interface Scope {
  projectRoot: string;
  fragment: boolean;
  errors: ShapeErrors;
}

/** Keys of a profile that are not WhatsApp's fields. */
const OURS = ["picture", "onRemove"];

export function declareProfiles(tree: LocatedMap, scope: Scope): DeclaredProfiles {
  const result: DeclaredProfiles = { profiles: [], findings: [], pictures: [] };
  const hasApp = scope.fragment || child(child(tree, "account"), "app") !== undefined;
  for (const [phone, entry] of entriesOf(child(tree, "profiles"))) {
    if (isMap(entry.value)) declareProfile(phone, entry, entry.value, hasApp, scope, result);
  }
  return result;
}

function declareProfile(
  phone: string,
  entry: LocatedEntry,
  node: LocatedMap,
  hasApp: boolean,
  scope: Scope,
  result: DeclaredProfiles,
): void {
  const broken = brokenKeys(["profiles", phone], scope.errors);
  const kept = [...node.entries].filter(([key]) => !OURS.includes(key) && !broken.has(key));
  const located: LocatedMap = { kind: "map", entries: new Map(kept), place: entry.keyPlace };
  const fields = plain(located) as BusinessProfileFields; // shapes are checked, broken keys are left out
  result.findings.push(...lintFindings(lintProfile(fields), located, { partial: scope.fragment || broken.size > 0 }));

  const picture = child(node, "picture");
  if (isScalar(picture) && typeof picture.value === "string") {
    result.pictures.push({ kind: "image", node: picture, file: mediaPath(picture) });
    if (!hasApp) result.findings.push(appMissing(picture.place));
  }
  result.profiles.push({
    phone,
    fields,
    ...(isScalar(picture) ? { picture: fromRoot(scope.projectRoot, mediaPath(picture)) } : {}),
    onRemove: textOf(child(node, "onRemove")) === "clear" ? "clear" : "retain",
  });
}

/** Uploads belong to an app: the call is `/{app}/uploads`. A key that is bound to an app may do without. */
export function appMissing(at: Finding["at"]): Finding {
  const message = "a file is uploaded to a Meta app, and `account.app` names none";
  return warning({ code: "app-missing", at, message, hint: "Add `app:` with the app's id under `account`." });
}
