import { EmulatorClock } from "./clock.ts";
import { FaultSet } from "./faults/fault-set.ts";
import type { Switches } from "./faults/schema.ts";
import { RequestMetrics } from "./middleware/request-metrics.ts";
import type { SlidingSecond } from "./middleware/sliding-second.ts";
import type { ResolvedOptions } from "./options.ts";
import { initialState } from "./store/initial-state.ts";
import type { EmulatorState } from "./store/state.ts";
import type { StateFile } from "./store/state-file.ts";

/** One running emulator: options, time, state, faults and counters, shared by all routes. */
export class EmulatorContext {
  readonly options: ResolvedOptions;
  readonly clock: EmulatorClock;
  readonly faults: FaultSet;
  readonly metrics = new RequestMetrics();
  readonly rates = new Map<string, SlidingSecond>();
  /** Bytes of uploaded media by id, in memory, and only when direct calls can download them. */
  readonly mediaBytes = new Map<string, Buffer>();
  /** The URL that it serves, without a slash at the end. */
  origin = "";
  state: EmulatorState;
  readonly #file: StateFile | undefined;

  constructor(options: ResolvedOptions, kept?: EmulatorState, file?: StateFile) {
    this.options = options;
    this.clock = new EmulatorClock(options.now);
    this.clock.offset = kept?.clockOffset ?? 0;
    this.faults = new FaultSet(options.faults);
    this.state = kept ?? initialState(options, this.clock.now());
    this.#file = file;
  }

  get switches(): Switches {
    return this.faults.switches;
  }

  now(): number {
    return this.clock.now();
  }

  /** Restores seed, clock, faults and counters; the first connection keeps its id. */
  reset(): void {
    this.clock.offset = 0;
    this.faults.replace(this.options.faults);
    this.metrics.reset();
    this.rates.clear();
    this.mediaBytes.clear();
    this.state = initialState(this.options, this.clock.now(), this.state.firstConnection);
    this.changed();
  }

  /** Persists the state, if it has a file. Call it after every change. */
  changed(): void {
    this.#file?.save(() => ({ ...this.state, clockOffset: this.clock.offset }));
  }

  /** Writes pending changes and releases the state file. */
  async close(): Promise<void> {
    await this.#file?.close();
  }
}
