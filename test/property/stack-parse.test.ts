// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import fc from "fast-check";
import { describe, test } from "vitest";
import type { Located, SourcePosition } from "../../src/stack/source/located.ts";
import { parseSource } from "../../src/stack/source/parse-source.ts";

/** Valid and invalid pieces of YAML files. */
const piece = fc.oneof(
  fc.constantFrom(
    "a",
    "b: ",
    "- ",
    "? ",
    ": ",
    "\n",
    "\n  ",
    "\n    ",
    "\t",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&x ",
    "*x",
    "!t ",
    "|",
    ">",
    "'",
    '"',
    "#",
    "---",
    "...",
    "%",
    "<<: ",
    "${a}",
    "{{1}}",
    "null",
    "1.5",
    "\uFEFF",
    "\r\n",
  ),
  fc.string({ unit: "grapheme", maxLength: 5 }),
);
const yamlish = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
const anyText = fc.oneof(yamlish, fc.string({ unit: "binary", maxLength: 200 }), fc.json());

function positions(node: Located): SourcePosition[] {
  if (node.kind === "scalar") return [node.position];
  if (node.kind === "list") return [node.position, ...node.items.flatMap(positions)];
  return [
    node.position,
    ...[...node.entries.values()].flatMap(({ keyPosition, value }) => [keyPosition, ...positions(value)]),
  ];
}

function isInside({ line, column }: SourcePosition, text: string): boolean {
  const lines = text.split("\n");
  const length = lines[line - 1]?.length;
  return length !== undefined && column >= 1 && column <= length + 1;
}

describe("any text", () => {
  test("is read without a throw, and every position is inside it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tree, findings } = parseSource(text, "/f.yaml");
        const all = [...findings.map(({ at }) => at), ...(tree === undefined ? [] : positions(tree))];
        return all.every((position) => isInside(position, text));
      }),
      { numRuns: 2000 },
    );
  });

  test("is a map, or has an error", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tree, findings } = parseSource(text, "/f.yaml");
        return tree !== undefined || findings.some(({ severity }) => severity === "error");
      }),
    );
  });
});
