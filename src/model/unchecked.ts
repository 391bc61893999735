declare const mark: unique symbol;

/** A text that the compiler does not compare with a list: see {@link unchecked}. */
export type Unchecked = string & { readonly [mark]: true };

/**
 * Takes a text where a type lists the known values: one that is known at run time only, or one that is newer than this release.
 * The rules still check it when the resource is created; a template's `accepted` makes a broken rule a note.
 *
 * @example
 * new Template("order", { language: unchecked(customer.language), … });
 * new Template("visit", { language: other.language.apply(unchecked), … });
 */
export function unchecked(text: string): Unchecked {
  // The mark exists in types only.
  return text as Unchecked;
}
