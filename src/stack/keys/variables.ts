import { didYouMean } from "../did-you-mean.ts";
import { error, type LocatedFinding, warning } from "../findings.ts";
import { mapOf, sample } from "../shape/schema.ts";
import {
  entriesOf,
  isScalar,
  type Located,
  type LocatedScalar,
  positionWithin,
  type SourcePosition,
  writtenText,
} from "../source/located.ts";

/** `variables` of a template or a language. */
export const variables = mapOf(sample({ description: "The sample that WhatsApp's reviewers see.", example: "Ana" }), {
  description: "Named variables with the samples that WhatsApp's reviewers see. Texts use them as `{{name}}`.",
  example: { first_name: "Ana" },
});

/** `{{name}}` or `{{1}}` in a text. */
export interface Token {
  /** As written, with the braces. */
  token: string;
  name: string;
}

const TOKEN = /\{\{([^{}]+)\}\}/g;

/** The variables of a text without duplicates, in order of first appearance. */
export function variablesIn(text: string): Token[] {
  const tokens = new Map<string, Token>();
  for (const [token, inside = ""] of text.matchAll(TOKEN)) {
    const name = inside.trim();
    if (name !== "" && !tokens.has(name)) tokens.set(name, { token, name });
  }
  return [...tokens.values()];
}

export function isPositional(name: string): boolean {
  return /^\d+$/.test(name);
}

/** A sample as text: a number keeps its digits as written. */
export function asText(node: LocatedScalar): LocatedScalar {
  return typeof node.value === "number" ? { ...node, value: writtenText(node) } : node;
}

interface Declared {
  sample: LocatedScalar;
  keyPosition: SourcePosition;
  used: boolean;
}

/** The variables that texts may use: those of the language, then those of the template. */
export class Samples {
  readonly #own: Map<string, Declared>;
  readonly #outer: Samples | undefined;

  constructor(declared: Located | undefined, outer?: Samples) {
    this.#outer = outer;
    this.#own = new Map(
      entriesOf(declared).flatMap(([name, { value, keyPosition }]) =>
        isScalar(value) ? [[name, { sample: asText(value), keyPosition, used: false }] as const] : [],
      ),
    );
  }

  names(): string[] {
    return [...new Set([...this.#own.keys(), ...(this.#outer?.names() ?? [])])];
  }

  /** Returns the sample of a variable and marks it as used. For an undeclared one: a finding, and its name as the sample. */
  take(variable: Token, text: LocatedScalar, findings: LocatedFinding[]): LocatedScalar {
    const found = this.#find(variable.name);
    if (found !== undefined) return found;
    findings.push(
      error({
        code: "undeclared-variable",
        at: text.position,
        exact: positionWithin(text.position, text.raw, variable.token),
        message: `\`${variable.token}\` is not declared under \`variables\``,
        hint: didYouMean(variable.name, this.names(), `Declare it with a sample: variables: { ${variable.name}: … }.`),
      }),
    );
    return { kind: "scalar", value: variable.name, raw: "", position: text.position };
  }

  /** A variable of the language hides the template's, but counts as a use of both. */
  #find(name: string): LocatedScalar | undefined {
    const own = this.#own.get(name);
    const outer = this.#outer === undefined ? undefined : this.#outer.#find(name);
    if (own === undefined) return outer;
    own.used = true;
    return own.sample;
  }

  /** Warnings for variables declared here that no text uses. */
  unused(): LocatedFinding[] {
    return [...this.#own]
      .filter(([, declared]) => !declared.used)
      .map(([name, { keyPosition }]) =>
        warning({
          code: "unused-variable",
          at: keyPosition,
          message: `the variable \`${name}\` is declared, but no text uses it`,
          hint: `Use it as \`{{${name}}}\`, or remove it.`,
        }),
      );
  }
}
