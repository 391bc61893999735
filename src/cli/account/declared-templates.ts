import type { WireTemplate } from "../../gateway/index.ts";
import type { TemplateDeclaration } from "../../stack/types.ts";

/** A declared template and what the account has of it. */
interface PairedTemplate {
  declared: TemplateDeclaration;
  /** Undefined when it is not created. */
  observed: WireTemplate | undefined;
}

function identity({ name, language }: { name: string; language: string }): string {
  return `${name} ${language}`;
}

export interface PairedTemplates {
  pairs: PairedTemplate[];
  /** What the account has beside them. */
  unmanaged: WireTemplate[];
}

/** Declared templates with their like in the account, by name and language; one that is being deleted does not count. */
export function pairTemplates(
  declarations: readonly TemplateDeclaration[],
  observed: readonly WireTemplate[],
): PairedTemplates {
  const present = new Map(observed.filter(({ status }) => status !== "DELETED").map((each) => [identity(each), each]));
  const pairs = declarations.map((declared) => ({ declared, observed: present.get(identity(declared.body)) }));
  const managed = new Set(pairs.map((pair) => pair.observed));
  return { pairs, unmanaged: observed.filter((each) => !managed.has(each)) };
}
