/** The fields that are there: an undefined one is left out. */
export type Given<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

export function given<T extends object>(fields: T): Given<T> {
  // The filter is what the type says.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
