const VARIABLE = /\{\{([^{}]*)\}\}/g;

/** Names or numbers between double braces, in order of appearance, repeated ones too. */
export const variablesIn = (text: string): string[] => [...text.matchAll(VARIABLE)].map(([, name = ""]) => name.trim());

export const withoutVariables = (text: string): string => text.replace(VARIABLE, " ");

/** What stands before the first and after the last variable; undefined without a variable. */
export const textAround = (text: string): { before: string; after: string } | undefined => {
  const matches = [...text.matchAll(VARIABLE)];
  const [first, last] = [matches[0], matches.at(-1)];
  return first === undefined || last === undefined
    ? undefined
    : { before: text.slice(0, first.index), after: text.slice(last.index + last[0].length) };
};

export const isPositional = (names: readonly string[]): boolean => {
  const numbers = new Set(names);
  return names.every((name) => /^[1-9]\d*$/.test(name) && Number(name) <= numbers.size);
};

export const isNamed = (names: readonly string[]): boolean => names.every((name) => /^[a-z_][a-z0-9_]*$/.test(name));
