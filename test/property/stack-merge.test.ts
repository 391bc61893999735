import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { merge, withoutNulls } from "../../src/stack/merge.ts";
import { type LocatedMap, plain } from "../../src/stack/source/located.ts";
import { parseSource } from "../../src/stack/source/parse-source.ts";

type Json = { [key: string]: unknown };

/** `m` and `n` are always maps, the other keys never: as in stack files, whose schema determines which is which. */
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.record(
    {
      a: fc.string(),
      b: fc.array(fc.integer()),
      c: fc.boolean(),
      m: tie("tree"),
      n: tie("tree"),
    },
    { requiredKeys: [] },
  ),
}));

function located(value: Json): LocatedMap {
  const parsed = parseSource(JSON.stringify(value), "/f.yaml");
  if (parsed.tree === undefined) throw new Error(JSON.stringify(parsed.findings));
  return parsed.tree;
}

function merged(...files: LocatedMap[]): LocatedMap {
  return files.reduce(merge);
}

describe("merging files of one shape", () => {
  test("does not depend on which pair is merged first", () => {
    fc.assert(
      fc.property(tree, tree, tree, (a, b, c) => {
        const [one, two, three] = [located(a), located(b), located(c)];
        expect(plain(merge(one, merge(two, three)))).toEqual(plain(merged(one, two, three)));
      }),
    );
  });

  test("changes nothing where a file is merged with itself or with an empty one", () => {
    fc.assert(
      fc.property(tree, (a) => {
        const file = located(a);
        for (const same of [merge(file, file), merge(file, located({})), merge(located({}), file)]) {
          expect(plain(same)).toEqual(a);
        }
      }),
    );
  });

  test("takes every value's position from the overriding file", () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const [base, over] = [located(a), located(b)];
        const result = merge(base, over);
        for (const [key, entry] of result.entries) {
          const winner = over.entries.get(key) ?? base.entries.get(key);
          expect(entry.keyPosition).toBe(winner?.keyPosition);
          expect(entry.value.position).toBe(winner?.value.position);
        }
      }),
    );
  });

  test("with null removes a key, whatever its value", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom("a", "b", "c", "m", "n"), (a, key) => {
        const result = withoutNulls(merge(located(a), located({ [key]: null })), []);
        const { [key]: _gone, ...rest } = a;
        expect(plain(result)).toEqual(rest);
      }),
    );
  });
});
