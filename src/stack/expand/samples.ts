import { didYouMean } from "../did-you-mean.ts";
import { written } from "../merge/interpolate.ts";
import { error, type Finding, warning } from "../source/finding.ts";
import { entriesOf, isScalar, type Located, type LocatedScalar } from "../source/located.ts";
import { type Place, placeWithin } from "../source/place.ts";
import type { Token } from "./variables-in.ts";

interface Declared {
  sample: LocatedScalar;
  keyPlace: Place;
  used: boolean;
}

/** A sample as text: a number keeps the digits that it was written with. */
export function asText(node: LocatedScalar): LocatedScalar {
  return typeof node.value === "number" ? { ...node, value: written(node) } : node;
}

/** The variables that texts may use, those of the language before those of the template. */
export class Samples {
  readonly #own: Map<string, Declared>;
  readonly #outer: Samples | undefined;

  constructor(variables: Located | undefined, outer?: Samples) {
    this.#outer = outer;
    this.#own = new Map(
      entriesOf(variables).flatMap(([name, { value, keyPlace }]) =>
        isScalar(value) ? [[name, { sample: asText(value), keyPlace, used: false }] as const] : [],
      ),
    );
  }

  names(): string[] {
    return [...new Set([...this.#own.keys(), ...(this.#outer?.names() ?? [])])];
  }

  /** The sample of a variable, from now on used; of one that nobody declared, a finding and its name as the sample. */
  take(variable: Token, text: LocatedScalar, findings: Finding[]): LocatedScalar {
    const sample = this.#find(variable.name);
    if (sample !== undefined) return sample;
    findings.push(
      error({
        code: "undeclared-variable",
        at: text.place,
        exact: placeWithin(text.place, text.raw, variable.token),
        message: `\`${variable.token}\` is not among the \`variables\``,
        hint: didYouMean(variable.name, this.names(), `Declare it with a sample: variables: { ${variable.name}: … }.`),
      }),
    );
    return { kind: "scalar", value: variable.name, raw: "", place: text.place };
  }

  #find(name: string): LocatedScalar | undefined {
    const own = this.#own.get(name);
    const outer = this.#outer === undefined ? undefined : this.#outer.#find(name);
    if (own === undefined) return outer;
    own.used = true;
    return own.sample;
  }

  /** Warnings about what was declared here and never taken. */
  unused(): Finding[] {
    return [...this.#own]
      .filter(([, declared]) => !declared.used)
      .map(([name, { keyPlace }]) =>
        warning({
          code: "unused-variable",
          at: keyPlace,
          message: `the variable \`${name}\` is declared, and no text uses it`,
          hint: `Use it as \`{{${name}}}\`, or take it out.`,
        }),
      );
  }
}
