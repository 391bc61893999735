const VARIABLE = /\{\{([^{}]*)\}\}/g;

/** Names or numbers between double braces, in order of appearance and with repetitions. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map(([, name = ""]) => name.trim());
}

export function withoutVariables(text: string): string {
  return text.replace(VARIABLE, " ");
}

/** The text before the first and after the last variable; undefined without a variable. */
export function textAround(text: string): { before: string; after: string } | undefined {
  const matches = [...text.matchAll(VARIABLE)];
  const [first, last] = [matches[0], matches.at(-1)];
  return first === undefined || last === undefined
    ? undefined
    : { before: text.slice(0, first.index), after: text.slice(last.index + last[0].length) };
}

function isPositional(names: readonly string[]): boolean {
  const numbers = new Set(names);
  return names.every((name) => /^[1-9]\d*$/.test(name) && Number(name) <= numbers.size);
}

function isNamed(names: readonly string[]): boolean {
  return names.every((name) => /^[a-z_][a-z0-9_]*$/.test(name));
}

/** Whether variables are named as their format requires: numbered from 1 without gaps, or lowercase names. */
export function areWellNamed(names: readonly string[], format: "NAMED" | "POSITIONAL"): boolean {
  return format === "NAMED" ? isNamed(names) : isPositional(names);
}
