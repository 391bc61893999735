/** Texts one after the other, each ending like a sentence; empty ones are left out. */
export function sentences(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== "")
    .map((text) => (/[.!?…:]$/.test(text) ? text : `${text}.`))
    .join(" ");
}
