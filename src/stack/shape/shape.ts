import type { LocatedFinding } from "../findings.ts";
import { type Path, pointerOf } from "../source/pointer.ts";

export interface ShapeFinding {
  /** The path of zod's issue; for an unknown key, with the key. */
  path: Path;
  finding: LocatedFinding;
}

/** An unknown key that is an error: one that is treated as a new field of WhatsApp is a warning. */
export function isMisspelt({ finding }: ShapeFinding): boolean {
  return finding.code === "unknown-key" && finding.severity === "error";
}

/** The keys of a map that are unusable. */
export interface BrokenKeys {
  /** Keys directly in the map whose values have the wrong shape. */
  broken: ReadonlySet<string>;
  /** Whether the map has a misspelt key: then the key that was meant is missing. */
  misspelt: boolean;
}

/** The result of the shape check. */
export class Shape {
  readonly findings: readonly ShapeFinding[];
  /** Errors by template and by profile: a search through all of them for each language would be quadratic. */
  readonly #byEntry = new Map<string, ShapeFinding[]>();

  constructor(findings: readonly ShapeFinding[]) {
    this.findings = findings;
    for (const found of findings) {
      if (found.finding.severity !== "error") continue;
      const entry = pointerOf(found.path.slice(0, 2));
      const near = this.#byEntry.get(entry);
      if (near === undefined) this.#byEntry.set(entry, [found]);
      else near.push(found);
    }
  }

  get wellFormed(): boolean {
    return this.findings.every(({ finding }) => finding.severity !== "error");
  }

  /** The unusable keys of a template, a part of one, or a profile. */
  brokenKeys(path: Path): BrokenKeys {
    const below = (this.#byEntry.get(pointerOf(path.slice(0, 2))) ?? []).filter((found) => isBelow(found.path, path));
    const isOwnMisspelt = (found: ShapeFinding) => isMisspelt(found) && found.path.length === path.length + 1;
    const broken = below.filter((found) => !isOwnMisspelt(found)).map(({ path: at }) => String(at[path.length]));
    return { broken: new Set(broken), misspelt: below.some(isOwnMisspelt) };
  }

  /** The findings, with unknown keys as notes in the accepted languages: the account has these keys. */
  findingsAccepting(accepted: readonly Path[]): LocatedFinding[] {
    const pointers = new Set(accepted.map(pointerOf));
    return this.findings.map(({ path, finding }) =>
      finding.code === "unknown-key" && pointers.has(pointerOf(path.slice(0, -1)))
        ? { ...finding, severity: "note" }
        : finding,
    );
  }
}

function isBelow(at: Path, path: Path): boolean {
  return at.length > path.length && path.every((segment, index) => segment === at[index]);
}
