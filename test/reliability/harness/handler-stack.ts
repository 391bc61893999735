import type { PropertyBag } from "../../../src/provider/property-bag.ts";
import { checkedInputs, type EngineRun, outcomeOf, PROVIDER, startRun, templateInputs } from "./handlers.ts";

/** The result of a run. */
export interface RunReport {
  /** The errors of failed resources; empty if the run succeeded. */
  errors: string[];
  /** The write handlers that were called. None is called for a resource that `diff` reports as equal. */
  calls: string[];
}

/** A minimal engine for templates: keeps a state and calls the handlers in the engine's order, without processes. */
export class HandlerStack {
  readonly #url: string;
  readonly #kept = new Map<string, PropertyBag>();

  constructor(url: string) {
    this.#url = url;
  }

  holds(name: string): boolean {
    return this.#kept.has(name);
  }

  /** Like `pulumi up`, with or without `--refresh`. `declared` maps template names to texts. */
  async up(declared: Readonly<Record<string, string>>, refresh: boolean): Promise<RunReport> {
    const run = startRun(this.#url);
    const report: RunReport = { errors: [], calls: [] };
    const attempt = async (call: string, work: () => Promise<void>): Promise<void> => {
      const { error } = await outcomeOf(work);
      if (error !== undefined) report.errors.push(`${call}: ${error}`);
    };
    if (refresh) for (const [name, outs] of this.#kept) await attempt("read", () => this.#read(run, name, outs));
    // Like the engine: no updates after a failed refresh, and deletions only after everything else has succeeded.
    if (report.errors.length === 0) {
      for (const [name, text] of Object.entries(declared)) {
        await attempt("write", () => this.#write(run, name, text, report.calls));
      }
    }
    if (report.errors.length === 0) {
      for (const [name, outs] of this.#kept) {
        if (!(name in declared)) await attempt("delete", () => this.#delete(run, name, outs, report.calls));
      }
    }
    await run.gateway.close();
    return report;
  }

  async #read({ templates }: EngineRun, name: string, outs: PropertyBag): Promise<void> {
    const { id, props } = await templates.read(String(name), outs);
    if (id === undefined) this.#kept.delete(name);
    else this.#kept.set(name, { ...props, ...PROVIDER });
  }

  async #write({ templates }: EngineRun, name: string, text: string, calls: string[]): Promise<void> {
    const olds = this.#kept.get(name);
    const inputs = await checkedInputs(templates, templateInputs(name, text), olds);
    if (olds === undefined) {
      calls.push("create");
      this.#kept.set(name, { ...(await templates.create(inputs)).outs, ...PROVIDER });
      return;
    }
    const { changes } = await templates.diff(name, olds, inputs);
    if (changes === false) return;
    calls.push("update");
    this.#kept.set(name, { ...(await templates.update(name, olds, inputs)).outs, ...PROVIDER });
  }

  async #delete({ templates }: EngineRun, name: string, outs: PropertyBag, calls: string[]): Promise<void> {
    calls.push("delete");
    await templates.delete(name, outs);
    this.#kept.delete(name);
  }
}
