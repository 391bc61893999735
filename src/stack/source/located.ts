import type { Place } from "./place.ts";

export type ScalarValue = string | number | boolean | null;

/** A `${name}` that a text was made with, and where its value stands. */
export interface Reference {
  name: string;
  place: Place;
}

/** A value of a stack file that knows where it was written, also after merging and interpolation. */
export type Located = LocatedScalar | LocatedList | LocatedMap;

export interface LocatedScalar {
  kind: "scalar";
  value: ScalarValue;
  /** As it stands in the file: quotes, block markers and all. */
  raw: string;
  place: Place;
  /** The values that `${…}` put into the text. */
  references?: Reference[];
  /** The text is one `${…}` and nothing else, of this number or boolean. */
  typed?: number | boolean;
  /** Holds a `${…}` without a value: its final text is not known. */
  unresolved?: true;
  /** A null that took something away when files were merged, or that stands for what could not be read. */
  removes?: true;
}

export interface LocatedList {
  kind: "list";
  items: Located[];
  place: Place;
}

export interface LocatedEntry {
  keyPlace: Place;
  /** Written without quotes, as a number. */
  numericKey?: true;
  /** Holds a `${…}` without a value: the final key is not known. */
  unresolvedKey?: true;
  value: Located;
}

export interface LocatedMap {
  kind: "map";
  entries: Map<string, LocatedEntry>;
  place: Place;
}

export function isMap(node: Located | undefined): node is LocatedMap {
  return node?.kind === "map";
}

export function isList(node: Located | undefined): node is LocatedList {
  return node?.kind === "list";
}

export function isScalar(node: Located | undefined): node is LocatedScalar {
  return node?.kind === "scalar";
}

/** The value under a key, when `node` is a map that has it. */
export function child(node: Located | undefined, key: string): Located | undefined {
  return isMap(node) ? node.entries.get(key)?.value : undefined;
}

/** The entries of a map in the file's order; none for anything else. */
export function entriesOf(node: Located | undefined): [string, LocatedEntry][] {
  return isMap(node) ? [...node.entries] : [];
}

export function itemsOf(node: Located | undefined): Located[] {
  return isList(node) ? node.items : [];
}

export function textOf(node: Located | undefined): string | undefined {
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}
