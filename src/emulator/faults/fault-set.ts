import type { Switches } from "./schema.ts";
import { type FaultEffect, type FaultRule, type Faults, type FaultsInput, faultsSchema } from "./schema.ts";

const LITERAL = /[.+^${}()|[\]\\]/g;

function globToRegex(glob: string): RegExp {
  const source = glob
    .replace(LITERAL, "\\$&")
    .replace(/\*\*|\*|\?/g, (mark) => (mark === "**" ? ".*" : mark === "*" ? "[^/]*" : "[^/]"));
  return new RegExp(`^${source}$`);
}

/** A test for `path` (and `query`, with its "?"): a glob over the path, or `/regex/flags` over both. */
export function pathPattern(pattern: string): (path: string, query: string) => boolean {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(pattern) ?? [];
  if (source !== undefined && /[\\^$()|[\]+{]|\.\*/.test(source)) {
    const regex = new RegExp(source, flags);
    return (path, query) => regex.test(path + query);
  }
  const regex = globToRegex(pattern);
  return (path) => regex.test(path);
}

interface ArmedRule {
  rule: FaultRule;
  matches: (method: string, path: string, query: string) => boolean;
  seen: number;
}

function arm(rule: FaultRule): ArmedRule {
  const { method, path } = rule.match;
  const onPath = path === undefined ? () => true : pathPattern(path);
  return {
    rule,
    matches: (m, p, q) => (method === undefined || method.toUpperCase() === m) && onPath(p, q),
    seen: 0,
  };
}

function isHit({ rule: { match }, seen }: ArmedRule): boolean {
  const first = match.nth ?? 1;
  const count = match.times ?? (match.nth === undefined ? Number.POSITIVE_INFINITY : 1);
  return seen >= first && seen < first + count;
}

/** The active faults. Rules count the requests that they match; the first rule that hits decides. */
export class FaultSet {
  #faults: Faults;
  #armed: ArmedRule[] = [];

  constructor(input: FaultsInput = {}) {
    this.#faults = faultsSchema.parse(input);
    this.#armed = this.#faults.rules.map(arm);
  }

  get switches(): Switches {
    return this.#faults.switches;
  }

  /** Replaces switches and rules. For invalid input it throws a ZodError and changes nothing. */
  replace(input: object): void {
    this.#faults = faultsSchema.parse(input);
    this.#armed = this.#faults.rules.map(arm);
  }

  current(): Faults & { hits: number[] } {
    return { ...this.#faults, hits: this.#armed.map(({ seen }) => seen) };
  }

  /** The effect on this request, if any. Every matching rule counts it. */
  effectOn(method: string, path: string, query: string): FaultEffect | undefined {
    const matching = this.#armed.filter((armed) => armed.matches(method, path, query));
    for (const armed of matching) armed.seen += 1;
    return matching.find(isHit)?.rule.then;
  }
}
