import { isMap, isScalar, type ParsedNode, type YAMLMap } from "yaml";

/** A change of a text: `remove` characters at `at` are replaced by `insert`. */
export interface TextEdit {
  at: number;
  remove: number;
  insert: string;
}

/** A text that the edits cannot be made in, with the position that prevents them. */
export class LayoutError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface PairText {
  key: string;
  /** Of the pair with the comments above it: whole lines in block style, `key: value` in flow style. */
  start: number;
  end: number;
  keyStart: number;
  value: ParsedNode | null;
}

/**
 * A map in the text of a YAML file: finds the lines of its pairs, so that pairs can be copied, added and removed while every other
 * character, comments and blank lines included, stays as it is.
 */
export class MapText {
  readonly flow: boolean;
  /** Column of the keys in block style, from 0. */
  readonly column: number;
  readonly pairs: readonly PairText[];
  /** After the last pair: in block style, the start of a line. */
  readonly end: number;
  readonly #text: string;
  readonly #node: YAMLMap.Parsed;

  /** @param after offset of the key whose value the map is: its line ends above the map in block style */
  constructor(text: string, node: YAMLMap.Parsed, after: number) {
    this.#text = text;
    this.#node = node;
    this.flow = node.flow === true;
    const keys = node.items.map(({ key }) => key.range[0]);
    const first = keys[0] ?? node.range[0];
    this.column = first - lineStart(text, first);
    this.end = this.flow ? node.range[1] : this.#blockEnd(keys.at(-1) ?? first);
    this.pairs = this.flow ? this.#flowPairs() : this.#blockPairs(after);
  }

  pair(key: string): PairText | undefined {
    return this.pairs.find((pair) => pair.key === key);
  }

  /** The map under a key; undefined if the key is absent. */
  map(key: string): MapText | undefined {
    const pair = this.pair(key);
    if (pair === undefined) return undefined;
    if (!isMap(pair.value)) throw new LayoutError(`\`${key}\` is not written as a map`, pair.keyStart);
    // Parsed from text, a map's nodes have ranges.
    return new MapText(this.#text, pair.value as YAMLMap.Parsed, pair.keyStart);
  }

  /** The text of some pairs: in block style lines with this many spaces before the keys, in flow style `a: 1, b: 2`. */
  copy(keys: readonly string[], column: number): string {
    const pairs = this.pairs.filter(({ key }) => keys.includes(key));
    const texts = pairs.map(({ start, end }) => this.#text.slice(start, end));
    if (this.flow) return texts.join(", ");
    const lines = withFinalBreak(texts.join(""), this.lineBreak).split(/(?<=\n)/);
    const keep = pairs.some(({ value }) => keepsBlankLines(this.#text, value));
    while (!keep && lines.at(-1)?.trim() === "") lines.pop();
    const shift = column - this.column;
    return lines.map((line) => shifted(line, shift)).join("");
  }

  /** Removes a pair. */
  removal(key: string): TextEdit {
    const index = this.pairs.findIndex((pair) => pair.key === key);
    const pair = this.pairs[index];
    if (pair === undefined) throw new LayoutError(`\`${key}\` is not in this map`, this.#node.range[0]);
    if (!this.flow) return { at: pair.start, remove: pair.end - pair.start, insert: "" };
    const next = this.pairs[index + 1];
    if (next !== undefined) return { at: pair.start, remove: next.start - pair.start, insert: "" };
    const from = this.pairs[index - 1]?.end ?? pair.start;
    return { at: from, remove: pair.end - from, insert: "" };
  }

  /** Adds `text` at the end: lines in block style, `key: value` in flow style. */
  addition(text: string): TextEdit {
    if (this.flow) {
      const last = this.pairs.at(-1);
      return {
        at: last?.end ?? this.#node.range[0] + 1,
        remove: 0,
        insert: last === undefined ? ` ${text} ` : `, ${text}`,
      };
    }
    return this.insertion(this.end, text);
  }

  /** Inserts lines at the start of a line, or after a last line without a line break. */
  insertion(at: number, lines: string): TextEdit {
    const needsBreak = at > 0 && this.#text[at - 1] !== "\n";
    return { at, remove: 0, insert: `${needsBreak ? this.lineBreak : ""}${lines}` };
  }

  /** The start of the line after a pair's value. */
  lineAfter({ value, keyStart }: PairText): number {
    const end = value === null ? keyStart : value.range[1];
    // A text block ends after its last line break.
    return this.#text[end - 1] === "\n" ? end : nextLine(this.#text, end);
  }

  get lineBreak(): string {
    return this.#text.includes("\r\n") ? "\r\n" : "\n";
  }

  #flowPairs(): PairText[] {
    return this.#node.items.map(({ key, value }) => {
      const start = key.range[0];
      const end = value === null ? key.range[1] : value.range[1];
      return { key: keyText(this.#text, key), start, end, keyStart: start, value };
    });
  }

  #blockPairs(after: number): PairText[] {
    const { items } = this.#node;
    const bound = nextLine(this.#text, after);
    const starts = items.map(({ key }) => this.#withComments(lineStart(this.#text, key.range[0]), bound));
    return items.map(({ key, value }, index) => ({
      key: keyText(this.#text, key),
      start: starts[index] ?? 0,
      end: starts[index + 1] ?? this.end,
      keyStart: key.range[0],
      value,
    }));
  }

  /** The start of the comments directly above a line. Blank lines above them belong to the pair before: they may be part of its text. */
  #withComments(line: number, bound: number): number {
    let start = line;
    for (let at = line; at > bound; ) {
      at = lineStart(this.#text, at - 1);
      const above = this.#text.slice(at, nextLine(this.#text, at));
      if (isComment(above) && indentOf(above) <= this.column) start = at;
      else if (above.trim() !== "") break;
    }
    return start;
  }

  /** The start of the line after the last one that is blank or indented as much as the keys' values; without blank lines and comments at the end. */
  #blockEnd(lastKey: number): number {
    const text = this.#text;
    const keep = keepsBlankLines(text, this.#node.items.at(-1)?.value ?? null);
    let end = nextLine(text, lastKey);
    for (let at = end; at < text.length; ) {
      const next = nextLine(text, at);
      const line = text.slice(at, next);
      const blank = line.trim() === "";
      const outside = !blank && indentOf(line) <= this.column;
      // A comment may be less indented than the lines around it.
      if (outside && !isComment(line)) break;
      if (!outside && (!blank || keep)) end = next;
      at = next;
    }
    return end;
  }
}

/** The text with edits that do not overlap. Insertions at one place keep their order. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toReversed()
    .toSorted((a, b) => b.at - a.at)
    .reduce((result, { at, remove, insert }) => result.slice(0, at) + insert + result.slice(at + remove), text);
}

function keyText(text: string, key: ParsedNode): string {
  return isScalar(key) && typeof key.value === "string" ? key.value : text.slice(key.range[0], key.range[1]);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith("#");
}

function withFinalBreak(text: string, lineBreak: string): string {
  return text === "" || text.endsWith("\n") ? text : text + lineBreak;
}

function shifted(line: string, shift: number): string {
  if (/^\r?\n?$/.test(line)) return line;
  if (shift >= 0) return " ".repeat(shift) + line;
  const spaces = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(-shift, spaces));
}

/** Whether a value contains a text block whose trailing blank lines are part of it: `|+`, `>+`. */
function keepsBlankLines(text: string, value: ParsedNode | null): boolean {
  return value !== null && /[|>]\d?\+/.test(text.slice(value.range[0], value.range[1]));
}
