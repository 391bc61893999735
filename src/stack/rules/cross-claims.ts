import { isDeepStrictEqual } from "node:util";
import type { DeclaredTemplate } from "../declare/declared.ts";
import { error, type Finding, warning } from "../source/finding.ts";
import { child, type LocatedMap } from "../source/located.ts";
import type { ProfileDeclaration } from "../types.ts";

interface Claimant {
  path: { file: string };
  tree?: LocatedMap;
  waba: string;
  templates: readonly DeclaredTemplate[];
  profiles: readonly ProfileDeclaration[];
}

/** What `claimant` claims and an earlier stack file claims too: one object has one state that owns it. */
export function crossClaimFindings(
  claimant: Claimant,
  earlier: readonly Claimant[],
  show: (file: string) => string,
): Finding[] {
  return earlier.flatMap((other) => [
    ...templateClaims(claimant, other, show),
    ...profileClaims(claimant, other, show),
  ]);
}

function templateClaims(claimant: Claimant, other: Claimant, show: (file: string) => string): Finding[] {
  if (claimant.waba === "" || claimant.waba !== other.waba) return [];
  const taken = new Map(other.templates.map((template) => [identity(template), template]));
  return claimant.templates.flatMap((template) => {
    if (!taken.has(identity(template))) return [];
    const message = `${show(claimant.path.file)} and ${show(other.path.file)} both declare \`${identity(template)}\` of account ${claimant.waba}`;
    const hint =
      "Two states cannot own one template: give one file a `namePrefix` or another account, or take it out of one.";
    return [error({ code: "template-claimed-twice", at: template.source.place, message, hint })];
  });
}

const identity = ({ body }: DeclaredTemplate): string => `${body.name}/${body.language}`;

/** The same fields in two files do no harm. */
function profileClaims(claimant: Claimant, other: Claimant, show: (file: string) => string): Finding[] {
  const { tree } = claimant;
  if (tree === undefined) return [];
  return claimant.profiles.flatMap((profile) => {
    const twin = other.profiles.find(({ phone }) => phone === profile.phone);
    if (twin === undefined || isDeepStrictEqual([profile.fields, profile.picture], [twin.fields, twin.picture]))
      return [];
    const at = child(child(tree, "profiles"), profile.phone)?.place ?? tree.place;
    const message = `${show(claimant.path.file)} and ${show(other.path.file)} give phone number ${profile.phone} different profiles`;
    return [
      warning({
        code: "profile-claimed-twice",
        at,
        message,
        hint: "Each `pulumi up` would undo the other one's: keep it in one file.",
      }),
    ];
  });
}
