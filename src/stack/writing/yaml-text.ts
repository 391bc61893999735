import { Document, isCollection, isPair, isScalar, isSeq, Pair, Scalar, stringify, visit, YAMLMap } from "yaml";
import { withoutReferences } from "../interpolate.ts";

export type YamlMap = YAMLMap<Scalar<string>, unknown>;
export type YamlPair = Pair<Scalar<string>, unknown>;

const document = new Document();

/** Characters that would change how a comment is shown, or end it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are removed
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** A key with its value, below these lines of comment. */
export function commented(key: string, value: unknown, comments: readonly string[] = []): YamlPair {
  const name = new Scalar(key);
  const lines = comments.map((line) => line.replace(UNPRINTABLE, " ").trim()).filter((line) => line !== "");
  if (lines.length > 0) name.commentBefore = lines.map((line) => ` ${line}`).join("\n");
  return new Pair(name, nodeOf(value));
}

/** A map of these fields, or of these pairs. Texts mean themselves: `${` in them is no reference to a value. */
export function mapNode(content: Readonly<Record<string, unknown>> | readonly YamlPair[]): YamlMap {
  const map: YamlMap = new YAMLMap();
  const pairs = Array.isArray(content) ? content : Object.entries(content).map(([key, value]) => commented(key, value));
  map.items.push(...pairs);
  return map;
}

function nodeOf(value: unknown): unknown {
  if (isCollection(value)) return value;
  const node = document.createNode(value);
  visit(node, {
    Scalar(key, scalar) {
      if (key !== "key" && typeof scalar.value === "string") scalar.value = withoutReferences(scalar.value);
    },
    Map(_, map, path) {
      // An item such as `- quick_reply: Stop` needs no braces.
      const isItem = isSeq(path.at(-1)) && map.items.length === 1;
      if (!isItem && map.items.every(({ value: field }) => isScalar(field)) && isShort(map.items)) map.flow = true;
    },
    Seq(_, list) {
      if (list.items.every(isScalar) && isShort(list.items)) list.flow = true;
    },
  });
  return node;
}

/** Columns of a map or list in one line, as in `- url: { text: Shop, url: https://example.com }`. */
const LINE = 100;

function isShort(items: readonly unknown[]): boolean {
  const scalars = items.flatMap((item) => (isPair(item) ? [item.key, item.value] : [item]));
  const texts = scalars.map((scalar) => String(isScalar(scalar) ? scalar.value : ""));
  return texts.every((text) => !/[\n\r]/.test(text)) && texts.join(": ").length < LINE;
}

/** The text of a map at the start of a line, with a final newline. */
export function yamlText(map: YamlMap): string {
  return stringify(map, { lineWidth: 0, blockQuote: "literal" });
}

/** The text `indent` columns to the right. */
export function indented(text: string, indent: number): string {
  // Not /^/m, which also matches after other line separators, inside of texts.
  const lines = text.split("\n");
  return lines.map((line) => (line === "" ? line : " ".repeat(indent) + line)).join("\n");
}
