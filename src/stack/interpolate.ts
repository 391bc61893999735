import { didYouMean } from "./did-you-mean.ts";
import { error, type LocatedFinding } from "./findings.ts";
import {
  child,
  entriesOf,
  type Located,
  type LocatedEntry,
  type LocatedMap,
  type LocatedScalar,
  positionWithin,
  type Reference,
  writtenText,
} from "./source/located.ts";

/** `$${` (a literal `${`), `${name}`, or an unterminated `${`. `${{` is a dollar sign before a variable of WhatsApp: not matched. */
const REFERENCE = /\$\$\{(?!\{)|\$\{(?!\{)(?:([^{}\n]*)\})?/g;
// biome-ignore lint/suspicious/noTemplateCurlyInString: this is the stack file's syntax
const HOW_TO_REFER = "Write `${name}`, or `$${` for a literal `${`.";
/** Characters that values may add to a file: about as many as the texts of 6000 templates have. */
const MAX_ADDED = 10_000_000;
/** Levels of values that refer to other values. */
const MAX_NESTED = 100;
/** Findings per text: each one searches the whole text for its position. */
const MAX_REFUSALS = 20;
/** Findings with a "did you mean": each one compares all values. */
const MAX_SUGGESTIONS = 200;
/** References that are recorded per text. */
const MAX_REFERENCES = 8;
const NAME = /^[A-Za-z_][\w.-]*$/;

/**
 * Replaces `${name}` by the file's `values` in every text and in the keys of profiles. Values may refer to other values. A
 * missing value is an error, unless `fragment`: then the text is unchanged and marked as unresolved.
 */
export function interpolate(tree: LocatedMap, findings: LocatedFinding[], fragment: boolean): LocatedMap {
  const values = new Values(child(tree, "values"), findings, fragment);
  const resolved = values.resolved();
  const entries = new Map<string, LocatedEntry>();
  for (const [key, entry] of tree.entries) {
    const value = key === "values" ? (resolved ?? entry.value) : below(entry.value, values);
    entries.set(key, { ...entry, value: key === "profiles" ? withKeys(value, values, findings) : value });
  }
  return { ...tree, entries };
}

/** Text that {@link interpolate} leaves as it is. */
export function withoutReferences(text: string): string {
  return text.replace(/\$\{(?!\{)/g, () => "$${");
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
function withKeys(profiles: Located, values: Values, findings: LocatedFinding[]): Located {
  if (profiles.kind !== "map") return profiles;
  const entries = new Map<string, LocatedEntry>();
  for (const [key, entry] of profiles.entries) {
    const filled = values.fill({ kind: "scalar", value: key, raw: key, position: entry.keyPosition });
    const name = String(filled.value);
    if (entries.has(name)) {
      const message = `\`${key}\` becomes \`${name}\`, and this map already has that key`;
      findings.push(error({ code: "duplicate-key", at: entry.keyPosition, message, hint: "Remove one of them." }));
      continue;
    }
    entries.set(name, { ...entry, ...(filled.unresolved === true ? { unresolvedKey: true as const } : {}) });
  }
  return { ...profiles, entries };
}

class Values {
  readonly #node: Located | undefined;
  readonly #findings: LocatedFinding[];
  readonly #fragment: boolean;
  /** By name; undefined while the value is being filled in. */
  readonly #done = new Map<string, LocatedScalar | undefined>();
  #added = 0;
  #exhausted = false;
  #depth = 0;
  #suggestions = 0;
  /** In the text that is being filled in. */
  #refusals = 0;

  constructor(node: Located | undefined, findings: LocatedFinding[], fragment: boolean) {
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
      if (found === undefined || !this.#afford(writtenText(found), token, scalar)) {
        unresolved = true;
        return token;
      }
      if (found.unresolved === true) unresolved = true;
      for (const reference of [{ name: name?.trim() ?? "", position: found.position }, ...(found.references ?? [])]) {
        const isNew = references.every(({ position }) => position !== reference.position);
        if (isNew && references.length < MAX_REFERENCES) references.push(reference);
      }
      if (token === scalar.value) typed = found.typed ?? toTyped(found);
      return writtenText(found);
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
      const message = `\`${token}\` does not name one of the \`values\``;
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
        `\`\${${name}}\` refers to itself`,
        "Break the cycle: set one of these values to plain text.",
        token,
        scalar,
      );
    }
    if (this.#depth >= MAX_NESTED && !this.#done.has(name)) {
      const message = `\`\${${name}}\` is nested more than ${MAX_NESTED} values deep`;
      return this.#refuse("values-nested-too-deep", message, "Write these values out.", token, scalar);
    }
    return this.#valueOf(name);
  }

  /** Whether a value is within the limit. A few lines of values that repeat each other ten times could fill the memory. */
  #afford(text: string, token: string, scalar: LocatedScalar): boolean {
    this.#added += text.length;
    if (this.#added <= MAX_ADDED) return true;
    if (!this.#exhausted) {
      this.#exhausted = true;
      const message = `values such as \`${token}\` add more than ${MAX_ADDED} characters to this file`;
      this.#refuse("value-bomb", message, "Use shorter values, or fewer of them.", token, scalar);
    }
    return false;
  }

  /** A value that is not a scalar is reported by the shape check. */
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
    const exact = positionWithin(scalar.position, scalar.raw, token);
    this.#findings.push(error({ code, at: scalar.position, exact, message, hint }));
    return undefined;
  }
}

function toTyped(scalar: LocatedScalar): number | boolean | undefined {
  return typeof scalar.value === "number" || typeof scalar.value === "boolean" ? scalar.value : undefined;
}
