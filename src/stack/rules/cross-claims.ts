import { languageSources, templateSources } from "../declare/template-sources.ts";
import { error, type Finding } from "../source/finding.ts";
import { child, entriesOf, type LocatedMap, textOf } from "../source/located.ts";
import type { Place } from "../source/place.ts";

/** What a stack file says is its own: one object has one state that owns it. */
export interface Claims {
  /** Absolute path. */
  file: string;
  waba: string;
  /** Places by `name/language`, as the account has them. */
  templates: ReadonlyMap<string, Place>;
  /** Places by phone number id. */
  profiles: ReadonlyMap<string, Place>;
}

/** The claims of a merged and interpolated file. */
export function claimsOf(file: string, tree: LocatedMap): Claims {
  const templates = templateSources(tree, [])
    .flatMap(languageSources)
    .map(({ template, language, place }): [string, Place] => [`${template.remoteName}/${language}`, place]);
  const profiles = entriesOf(child(tree, "profiles"));
  return {
    file,
    waba: textOf(child(child(tree, "account"), "waba")) ?? "",
    templates: new Map(templates),
    profiles: new Map(profiles.map(([phone, { keyPlace }]) => [phone, keyPlace])),
  };
}

/** What a file claims and another stack file claims too. */
export function crossClaimFindings(own: Claims, others: readonly Claims[], show: (file: string) => string): Finding[] {
  return others.flatMap((other) => [...templateClaims(own, other, show), ...profileClaims(own, other, show)]);
}

function templateClaims(own: Claims, other: Claims, show: (file: string) => string): Finding[] {
  if (own.waba === "" || own.waba !== other.waba) return [];
  const hint =
    "Two states cannot own one template: give one file a `namePrefix` or another account, or take it out of one.";
  return shared(own.templates, other.templates).map(([identity, at]) => {
    const message = `${show(own.file)} and ${show(other.file)} both declare \`${identity}\` of account ${own.waba}`;
    return error({ code: "template-claimed-twice", at, message, hint });
  });
}

function profileClaims(own: Claims, other: Claims, show: (file: string) => string): Finding[] {
  const hint = "Each `pulumi up` would undo the other one's: keep it in one file, or give each its own phone number.";
  return shared(own.profiles, other.profiles).map(([phone, at]) => {
    const message = `${show(own.file)} and ${show(other.file)} both declare the profile of phone number ${phone}`;
    return error({ code: "profile-claimed-twice", at, message, hint });
  });
}

function shared(own: ReadonlyMap<string, Place>, other: ReadonlyMap<string, Place>): [string, Place][] {
  return [...own].filter(([key]) => other.has(key));
}
