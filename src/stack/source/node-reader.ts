import { isAlias, isMap, isScalar, isSeq, type LineCounter, type ParsedNode, type YAMLMap } from "yaml";
import { error, type LocatedFinding } from "../findings.ts";
import type { Located, LocatedEntry, LocatedMap, LocatedScalar, SourcePosition } from "./located.ts";

/** Levels of nesting. The deepest valid stack file, a carousel in `components`, has about 15. */
const MAX_DEPTH = 64;
/** Values that aliases may add to a file, counted as if written out. */
const MAX_ALIASED = 200_000;

interface Anchored {
  node: Located;
  size: number;
}

/** Converts the YAML nodes of a file to located values. A node that cannot be converted becomes null and a finding. */
export class NodeReader {
  readonly findings: LocatedFinding[] = [];
  readonly #file: string;
  readonly #text: string;
  readonly #lines: LineCounter;
  /** By name, up to the current node; undefined while the anchored value is being read. */
  readonly #anchors = new Map<string, Anchored | undefined>();
  #size = 0;
  #aliased = 0;
  #exhausted = false;

  constructor(file: string, text: string, lines: LineCounter) {
    this.#file = file;
    this.#text = text;
    this.#lines = lines;
  }

  read(node: ParsedNode | null, depth = 0): Located {
    if (node === null) return { kind: "scalar", value: null, raw: "", position: this.#positionAt(0) };
    if (isAlias(node)) return this.#alias(node.source, node);
    if (depth > MAX_DEPTH) {
      return this.#refuse(
        node,
        "nested-too-deep",
        `values are nested more than ${MAX_DEPTH} levels deep`,
        "Flatten the file.",
      );
    }
    const sizeBefore = this.#size;
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, undefined);
    this.#size += 1;
    const located = this.#plain(node, depth);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, { node: located, size: this.#size - sizeBefore });
    return located;
  }

  #plain(node: Exclude<ParsedNode, { type: "ALIAS" }>, depth: number): Located {
    const position = this.#positionOf(node);
    if (isMap(node)) return this.#map(node, depth);
    if (isSeq(node)) return { kind: "list", position, items: node.items.map((item) => this.read(item, depth + 1)) };
    if (!isScalar(node))
      return this.#refuse(node, "yaml-syntax", "this value cannot be read", "Check the syntax here.");
    const { value } = node;
    const raw = this.#text.slice(node.range[0], node.range[1]);
    if (typeof value === "number") return this.#number(node, value, raw);
    if (value === null || typeof value === "string" || typeof value === "boolean")
      return { kind: "scalar", value, raw, position };
    return this.#refuse(
      node,
      "yaml-tag",
      `\`${raw}\` is not text, a number or a boolean`,
      "Remove the tag, and put text in quotes.",
    );
  }

  #number(node: ParsedNode, value: number, raw: string): Located {
    if (!Number.isFinite(value))
      return this.#refuse(node, "not-a-number", `\`${raw}\` is not a number`, "Put text in quotes.");
    if (/^[-+]?\d+$/.test(raw) && !Number.isSafeInteger(value))
      this.findings.push(digitsLost(raw, this.#positionOf(node)));
    return { kind: "scalar", value, raw, position: this.#positionOf(node) };
  }

  #map(node: YAMLMap.Parsed, depth: number): LocatedMap {
    const entries = new Map<string, LocatedEntry>();
    for (const pair of node.items) {
      const key: ParsedNode = pair.key;
      // `{ key }` has no value node: the empty value gets the position of the key.
      const value = pair.value === null ? this.#nothingAt(key) : this.read(pair.value, depth + 1);
      if (!isScalar(key)) {
        this.#refuse(key, "key-not-text", "a key must be text", "Write a plain word before the colon.");
        continue;
      }
      if (key.value === "<<" && key.type === "PLAIN") {
        const hint = "Use `extends`, or an alias for the whole value.";
        this.#refuse(key, "merge-key", "`<<` merges maps in YAML 1.1; stack files are YAML 1.2", hint);
        continue;
      }
      const keyPosition = this.#positionOf(key);
      const isText = typeof key.value === "string";
      const name = isText ? String(key.value) : this.#text.slice(key.range[0], key.range[1]);
      if (name === "__proto__") {
        const hint = "Use another name.";
        this.#refuse(key, "reserved-key", "`__proto__` cannot be a key: JavaScript reserves it", hint);
        continue;
      }
      const earlier = entries.get(name);
      if (earlier !== undefined) {
        this.findings.push(duplicateKey(name, keyPosition, earlier.keyPosition));
        continue;
      }
      entries.set(name, {
        keyPosition,
        value,
        ...(typeof key.value === "number" ? { numericKey: true as const } : {}),
      });
    }
    return { kind: "map", entries, position: this.#positionOf(node) };
  }

  #nothingAt(node: ParsedNode): LocatedScalar {
    return { kind: "scalar", value: null, raw: "", position: this.#positionOf(node) };
  }

  #alias(name: string, node: ParsedNode): Located {
    if (!this.#anchors.has(name)) {
      return this.#refuse(
        node,
        "unknown-alias",
        `\`*${name}\` has no anchor before it`,
        `Put \`&${name}\` before its first use.`,
      );
    }
    const anchored = this.#anchors.get(name);
    if (anchored === undefined) {
      return this.#refuse(
        node,
        "alias-cycle",
        `\`*${name}\` is inside the value that it refers to`,
        "Write the value out.",
      );
    }
    this.#size += anchored.size;
    this.#aliased += anchored.size;
    if (this.#aliased <= MAX_ALIASED) return anchored.node;
    const position = this.#positionOf(node);
    if (!this.#exhausted) {
      this.#exhausted = true;
      const message = `aliases such as \`*${name}\` add more than ${MAX_ALIASED} values to this file`;
      this.findings.push(
        error({ code: "alias-bomb", at: position, message, hint: "Write the values out, or use fewer aliases." }),
      );
    }
    return { kind: "scalar", value: null, raw: "", position, removes: true };
  }

  #refuse(node: ParsedNode | null, code: string, message: string, hint: string): Located {
    const position = node === null ? this.#positionAt(0) : this.#positionOf(node);
    this.findings.push(error({ code, at: position, message, hint }));
    return { kind: "scalar", value: null, raw: "", position, removes: true };
  }

  #positionOf(node: ParsedNode): SourcePosition {
    return this.#positionAt(node.range[0]);
  }

  #positionAt(offset: number): SourcePosition {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

/** An id, or another long number, without quotes. */
export function digitsLost(raw: string, at: SourcePosition): LocatedFinding {
  return error({
    code: "number-loses-digits",
    at,
    message: `\`${raw}\` is written as a number, and long numbers lose digits`,
    hint: `Put it in quotes: "${raw}".`,
  });
}

function duplicateKey(name: string, at: SourcePosition, earlier: SourcePosition): LocatedFinding {
  return error({
    code: "duplicate-key",
    at,
    message: `duplicate key \`${name}\`: first used in line ${earlier.line}`,
    hint: "Remove one of them.",
  });
}
