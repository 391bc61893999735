import { isMisspelt } from "../shape/check-shape.ts";
import type { ShapeFinding } from "../shape/shape-finding.ts";
import { type Path, pointerOf } from "../source/pointer.ts";
import type { LanguageSource } from "./template-source.ts";

/**
 * What is wrong with the shapes of a file, by template and by profile: thousands of findings must not be looked through for
 * each of thousands of languages.
 */
export class ShapeErrors {
  readonly #byEntry = new Map<string, ShapeFinding[]>();

  constructor(findings: readonly ShapeFinding[]) {
    for (const found of findings) {
      if (found.finding.severity !== "error") continue;
      const entry = pointerOf(found.path.slice(0, 2));
      const near = this.#byEntry.get(entry);
      if (near === undefined) this.#byEntry.set(entry, [found]);
      else near.push(found);
    }
  }

  /** Those below a template, a part of one, or a profile. */
  below(path: Path): ShapeFinding[] {
    return (this.#byEntry.get(pointerOf(path.slice(0, 2))) ?? []).filter((found) => isBelow(found.path, path));
  }
}

function isBelow(at: Path, path: Path): boolean {
  return at.length > path.length && path.every((segment, index) => segment === at[index]);
}

function isDirect({ path: at }: ShapeFinding, path: Path): boolean {
  return at.length === path.length + 1;
}

/** The keys directly under `path` whose values have a wrong shape. An unknown key there breaks nothing else. */
export function brokenKeys(path: Path, errors: ShapeErrors): ReadonlySet<string> {
  const broken = errors.below(path).filter((found) => !(isMisspelt(found) && isDirect(found, path)));
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

export function damageOf({ path, template }: LanguageSource, errors: ShapeErrors): Damage {
  const language = brokenKeys(path, errors);
  const ofTemplate = new Set(
    [...brokenKeys(template.path, errors)].filter((key) => key !== "languages" && key !== "previous"),
  );
  const misspelt = [path, template.path].some((at) =>
    errors.below(at).some((found) => isMisspelt(found) && isDirect(found, at)),
  );
  return { language, template: ofTemplate, partial: misspelt || language.size > 0 || ofTemplate.size > 0 };
}
