import type { ShapeFinding } from "../shape/shape-finding.ts";
import type { Path } from "../source/pointer.ts";
import type { LanguageSource } from "./template-source.ts";

const isBelow = (at: Path, path: Path): boolean =>
  at.length > path.length && path.every((segment, index) => segment === at[index]);

const isMisspelt = ({ path: at, finding }: ShapeFinding, path: Path): boolean =>
  finding.code === "unknown-key" && at.length === path.length + 1;

/** The keys directly under `path` whose values have a wrong shape. An unknown key there breaks nothing else. */
export function brokenKeys(path: Path, findings: readonly ShapeFinding[]): ReadonlySet<string> {
  const broken = findings.filter((found) => isBelow(found.path, path) && !isMisspelt(found, path));
  return new Set(broken.map(({ path: at }) => String(at[path.length])));
}

/** What wrong shapes leave of a language. */
export interface Damage {
  /** Keys of the language and of its template that cannot be used. */
  language: ReadonlySet<string>;
  template: ReadonlySet<string>;
  /** Something is missing that is there, but broken or misspelt. */
  partial: boolean;
}

export function damageOf({ path, template }: LanguageSource, findings: readonly ShapeFinding[]): Damage {
  const near = findings.filter((found) => isBelow(found.path, template.path));
  const language = brokenKeys(path, near);
  const ofTemplate = new Set(
    [...brokenKeys(template.path, near)].filter((key) => key !== "languages" && key !== "previous"),
  );
  const misspelt = near.some((found) =>
    [path, template.path].some((at) => isBelow(found.path, at) && isMisspelt(found, at)),
  );
  return { language, template: ofTemplate, partial: misspelt || language.size > 0 || ofTemplate.size > 0 };
}
