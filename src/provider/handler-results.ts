import type { PropertyBag } from "./wire.ts";

/** What Pulumi's dynamic provider takes from each handler (facts: `@pulumi/pulumi/dynamic`). */
export interface CheckFailure {
  /** Path of the input: `components.0.text`. */
  property: string;
  reason: string;
}

export interface CheckResult {
  inputs?: PropertyBag;
  failures?: CheckFailure[];
}

export interface DiffResult {
  /** False: equal. True: different. Undefined: only inputs differ, and the engine shows which. */
  changes?: boolean;
  replaces?: string[];
  deleteBeforeReplace?: boolean;
}

export interface CreateResult {
  id: string;
  outs: PropertyBag;
}

export interface UpdateResult {
  outs: PropertyBag;
}

/** Empty when the object is gone. Without `inputs`, a preview after a refresh would show everything as changed. */
export type ReadResult = { id: string; props: PropertyBag; inputs: PropertyBag } | Record<string, never>;
