/** A position in a file: absolute path, line and column from 1. Columns count UTF-16 units, as editors do. */
export interface SourcePosition {
  file: string;
  line: number;
  column: number;
}

export type ScalarValue = string | number | boolean | null;

/** A `${name}` in a text, and the position of its value. */
export interface Reference {
  name: string;
  position: SourcePosition;
}

/** A value of a stack file with its position, which it keeps through merging and interpolation. */
export type Located = LocatedScalar | LocatedList | LocatedMap;

export interface LocatedScalar {
  kind: "scalar";
  value: ScalarValue;
  /** As written in the file, with quotes and block markers. */
  raw: string;
  position: SourcePosition;
  /** The values that `${…}` put into the text. */
  references?: Reference[];
  /** The text is a single `${…}` with this number or boolean as its value. */
  typed?: number | boolean;
  /** Contains a `${…}` without a value: the final text is not known. */
  unresolved?: true;
  /** A null that removes a value of an extended file, or that replaces an unreadable value. */
  removes?: true;
}

export interface LocatedList {
  kind: "list";
  items: Located[];
  position: SourcePosition;
}

export interface LocatedEntry {
  keyPosition: SourcePosition;
  /** The key is written as a number, without quotes. */
  numericKey?: true;
  /** The key contains a `${…}` without a value: the final key is not known. */
  unresolvedKey?: true;
  value: Located;
}

export interface LocatedMap {
  kind: "map";
  entries: Map<string, LocatedEntry>;
  position: SourcePosition;
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

/** The value of a key, if `node` is a map that has it. */
export function child(node: Located | undefined, key: string): Located | undefined {
  return isMap(node) ? node.entries.get(key)?.value : undefined;
}

/** The entries of a map in file order; none for any other value. */
export function entriesOf(node: Located | undefined): [string, LocatedEntry][] {
  return isMap(node) ? [...node.entries] : [];
}

export function itemsOf(node: Located | undefined): Located[] {
  return isList(node) ? node.items : [];
}

export function textOf(node: Located | undefined): string | undefined {
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}

/** The text of `key`, if it is one of `known`. Any other text is reported by the shape check. */
export function choiceOf<Choice extends string>(
  node: Located | undefined,
  key: string,
  known: readonly Choice[],
): Choice | undefined {
  const text = textOf(child(node, key));
  return known.find((choice) => choice === text);
}

export function flagOf(node: Located | undefined, key: string): boolean | undefined {
  const flag = child(node, key);
  return isScalar(flag) && typeof flag.value === "boolean" ? flag.value : undefined;
}

/** Numbers as written: `007` and `1.50` keep their digits. */
export function writtenText(scalar: LocatedScalar): string {
  return typeof scalar.value === "number" && scalar.raw !== "" ? scalar.raw : String(scalar.value);
}

/** The value without positions, as JSON has it. */
export function plain(node: Located): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]));
}

/** The inverse of {@link plain}: every part has this position. */
export function located(value: unknown, position: SourcePosition): Located {
  if (Array.isArray(value))
    return madeList(
      value.map((item) => located(item, position)),
      position,
    );
  if (typeof value !== "object" || value === null) return madeScalar(value as ScalarValue, position); // JSON has no others
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  const placed = entries.map(
    ([key, field]) => [key, { keyPosition: position, value: located(field, position) }] as const,
  );
  return { kind: "map", entries: new Map(placed), position };
}

/** A generated value, at the position of the value that it was made from. */
export function madeScalar(value: ScalarValue, position: SourcePosition): LocatedScalar {
  return { kind: "scalar", value, raw: "", position };
}

export function madeList(items: Located[], position: SourcePosition): LocatedList {
  return { kind: "list", items, position };
}

/** Plain values get the map's position; undefined entries are omitted. */
export function madeMap(
  fields: Record<string, Located | ScalarValue | undefined>,
  position: SourcePosition,
): LocatedMap {
  const entries = new Map<string, LocatedEntry>();
  for (const [key, field] of Object.entries(fields)) {
    if (field === undefined) continue;
    const value = field !== null && typeof field === "object" ? field : madeScalar(field, position);
    entries.set(key, { keyPosition: value.position, value });
  }
  return { kind: "map", entries, position };
}

/** The position of `needle` in a text written as `raw` at `start`; `start` if `raw` does not contain it. */
export function positionWithin(start: SourcePosition, raw: string, needle: string): SourcePosition {
  const offset = raw.indexOf(needle);
  if (offset < 0) return start;
  const before = raw.slice(0, offset).split("\n");
  const last = before.at(-1) ?? "";
  return before.length === 1
    ? { ...start, column: start.column + last.length }
    : { ...start, line: start.line + before.length - 1, column: last.length + 1 };
}
