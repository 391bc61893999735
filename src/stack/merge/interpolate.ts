import { didYouMean } from "../did-you-mean.ts";
import { error, type Finding } from "../source/finding.ts";
import {
  child,
  entriesOf,
  type Located,
  type LocatedEntry,
  type LocatedMap,
  type LocatedScalar,
  type Reference,
} from "../source/located.ts";
import { placeWithin } from "../source/place.ts";

/** `$${` (a literal `${`), `${name}`, or a `${` without its end. `${{` is WhatsApp's variable after a dollar sign: left alone. */
const REFERENCE = /\$\$\{(?!\{)|\$\{(?!\{)(?:([^{}\n]*)\})?/g;
// biome-ignore lint/suspicious/noTemplateCurlyInString: this is the stack file's syntax
const HOW_TO_REFER = "Write `${name}`, or `$${` for a literal `${`.";
/** Characters that values may add to a file. The texts of 6000 templates are about as long. */
const MAX_ADDED = 10_000_000;
/** Values made of values made of values: so many times. */
const MAX_NESTED = 100;
/** Findings about one text: where it is that long, each of them would have to look for its place through all of it. */
const MAX_REFUSALS = 20;
/** Findings with a "did you mean", which looks through all values. */
const MAX_SUGGESTIONS = 200;
/** Places of values that are told with a text. */
const MAX_REFERENCES = 8;
const NAME = /^[A-Za-z_][\w.-]*$/;

/**
 * Puts the file's `values` into every text, and into the keys of profiles. Values may use other values. A missing one is an error, unless `fragment`:
 * then the text stays as it is, marked as unresolved.
 */
export function interpolate(tree: LocatedMap, findings: Finding[], fragment: boolean): LocatedMap {
  const values = new Values(child(tree, "values"), findings, fragment);
  const resolved = values.resolved();
  const entries = new Map<string, LocatedEntry>();
  for (const [key, entry] of tree.entries) {
    const value = key === "values" ? (resolved ?? entry.value) : below(entry.value, values);
    entries.set(key, { ...entry, value: key === "profiles" ? withKeys(value, values, findings) : value });
  }
  return { ...tree, entries };
}

function below(node: Located, values: Values): Located {
  if (node.kind === "scalar") return values.fill(node);
  if (node.kind === "list") return { ...node, items: node.items.map((item) => below(item, values)) };
  const filled = [...node.entries].map(
    ([key, entry]) => [key, { ...entry, value: below(entry.value, values) }] as const,
  );
  return { ...node, entries: new Map(filled) };
}

/** Each environment has its own phone numbers: `"${phone}": {…}` under `profiles`. */
function withKeys(profiles: Located, values: Values, findings: Finding[]): Located {
  if (profiles.kind !== "map") return profiles;
  const entries = new Map<string, LocatedEntry>();
  for (const [key, entry] of profiles.entries) {
    const filled = values.fill({ kind: "scalar", value: key, raw: key, place: entry.keyPlace });
    const name = String(filled.value);
    if (entries.has(name)) {
      const message = `\`${key}\` is \`${name}\`, a key that this map has already`;
      findings.push(error({ code: "duplicate-key", at: entry.keyPlace, message, hint: "Take one of them out." }));
      continue;
    }
    entries.set(name, { ...entry, ...(filled.unresolved === true ? { unresolvedKey: true as const } : {}) });
  }
  return { ...profiles, entries };
}

class Values {
  readonly #node: Located | undefined;
  readonly #findings: Finding[];
  readonly #fragment: boolean;
  /** By name, filled in; undefined while it is being filled in. */
  readonly #done = new Map<string, LocatedScalar | undefined>();
  #added = 0;
  #exhausted = false;
  #depth = 0;
  #suggestions = 0;
  /** Of the text that is being filled in. */
  #refusals = 0;

  constructor(node: Located | undefined, findings: Finding[], fragment: boolean) {
    this.#node = node;
    this.#findings = findings;
    this.#fragment = fragment;
  }

  resolved(): LocatedMap | undefined {
    if (this.#node?.kind !== "map") return undefined;
    const filled = entriesOf(this.#node).map(
      ([name, entry]) => [name, { ...entry, value: this.#valueOf(name) ?? entry.value }] as const,
    );
    return { ...this.#node, entries: new Map(filled) };
  }

  fill(scalar: LocatedScalar): LocatedScalar {
    if (typeof scalar.value !== "string" || !scalar.value.includes("${")) return scalar;
    const outer = this.#refusals;
    this.#refusals = 0;
    const references: Reference[] = [];
    let unresolved = false;
    let typed: number | boolean | undefined;
    const value = scalar.value.replace(REFERENCE, (token, name: string | undefined) => {
      if (token.startsWith("$$")) return "${";
      const found = this.#look(name?.trim(), token, scalar);
      if (found === undefined || !this.#afford(written(found), token, scalar)) {
        unresolved = true;
        return token;
      }
      if (found.unresolved === true) unresolved = true;
      for (const reference of [{ name: name?.trim() ?? "", place: found.place }, ...(found.references ?? [])]) {
        const isNew = references.every(({ place }) => place !== reference.place);
        if (isNew && references.length < MAX_REFERENCES) references.push(reference);
      }
      if (token === scalar.value) typed = found.typed ?? toTyped(found);
      return written(found);
    });
    this.#refusals = outer;
    return {
      ...scalar,
      value,
      ...(references.length === 0 ? {} : { references }),
      ...(unresolved ? { unresolved: true as const } : {}),
      ...(typed === undefined ? {} : { typed }),
    };
  }

  #look(name: string | undefined, token: string, scalar: LocatedScalar): LocatedScalar | undefined {
    if (name === undefined || !NAME.test(name)) {
      const message = `\`${token}\` starts a reference to one of the \`values\`, and names none`;
      return this.#refuse("bad-reference", message, HOW_TO_REFER, token, scalar);
    }
    if (child(this.#node, name) === undefined) {
      if (this.#fragment) return undefined;
      this.#suggestions += 1;
      const known = this.#suggestions > MAX_SUGGESTIONS ? [] : entriesOf(this.#node).map(([key]) => key);
      const hint = didYouMean(
        name,
        known,
        `Add \`${name}\` under \`values\`, or write \`$\${\` for a literal \`\${\`.`,
      );
      return this.#refuse("unknown-value", `\`\${${name}}\` has no value`, hint, token, scalar);
    }
    if (this.#done.has(name) && this.#done.get(name) === undefined) {
      return this.#refuse(
        "value-cycle",
        `\`\${${name}}\` is made of itself`,
        "Give one of these values a text of its own.",
        token,
        scalar,
      );
    }
    if (this.#depth >= MAX_NESTED && !this.#done.has(name)) {
      const message = `\`\${${name}}\` leads through more than ${MAX_NESTED} values made of each other`;
      return this.#refuse("values-nested-too-deep", message, "Write these values out.", token, scalar);
    }
    return this.#valueOf(name);
  }

  /** Whether a value still fits. Values made of values ten times each would fill the memory in a few lines. */
  #afford(text: string, token: string, scalar: LocatedScalar): boolean {
    this.#added += text.length;
    if (this.#added <= MAX_ADDED) return true;
    if (!this.#exhausted) {
      this.#exhausted = true;
      const message = `values such as \`${token}\` make this file more than ${MAX_ADDED} characters longer`;
      this.#refuse("value-bomb", message, "Use shorter values, or fewer of them.", token, scalar);
    }
    return false;
  }

  /** A value that is no scalar is left to the check of shapes. */
  #valueOf(name: string): LocatedScalar | undefined {
    if (this.#done.has(name)) return this.#done.get(name);
    this.#done.set(name, undefined);
    const node = child(this.#node, name);
    this.#depth += 1;
    const filled = node?.kind === "scalar" && node.value !== null ? this.fill(node) : undefined;
    this.#depth -= 1;
    if (filled === undefined) this.#done.delete(name);
    else this.#done.set(name, filled);
    return filled;
  }

  #refuse(code: string, message: string, hint: string, token: string, scalar: LocatedScalar): undefined {
    this.#refusals += 1;
    if (this.#refusals > MAX_REFUSALS) return undefined;
    const exact = placeWithin(scalar.place, scalar.raw, token);
    this.#findings.push(error({ code, at: scalar.place, exact, message, hint }));
    return undefined;
  }
}

/** Numbers as they were written: `007` and `1.50` keep their digits. */
export function written(scalar: LocatedScalar): string {
  return typeof scalar.value === "number" && scalar.raw !== "" ? scalar.raw : String(scalar.value);
}

function toTyped(scalar: LocatedScalar): number | boolean | undefined {
  return typeof scalar.value === "number" || typeof scalar.value === "boolean" ? scalar.value : undefined;
}
