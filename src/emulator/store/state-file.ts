import { readFile, rename, writeFile } from "node:fs/promises";
import { isObject } from "../json.ts";
import { newPhone } from "./phones.ts";
import type { EmulatorState } from "./state.ts";

const isState = (value: unknown): value is EmulatorState =>
  isObject(value) && value.version === 1 && Array.isArray(value.accounts);

/** Files of earlier releases know no messages, no media, and less about a phone. */
const completed = (state: EmulatorState): EmulatorState => ({
  ...state,
  messages: state.messages ?? [],
  inbound: state.inbound ?? [],
  media: state.media ?? [],
  pairs: state.pairs ?? {},
  phones: state.phones.map((phone) => ({ ...newPhone(phone), ...phone })),
});

/** The state that a file keeps, or undefined when there is no file yet. Throws when the file is something else. */
export const loadState = async (path: string): Promise<EmulatorState | undefined> => {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const value: unknown = JSON.parse(text);
  if (!isState(value)) throw new RangeError(`${path} is no state file of this emulator`);
  return completed(value);
};

/** Writes a state file after changes: whole files only (write aside, then rename), one at a time, the newest state last. */
export class StateFile {
  readonly #path: string;
  #pending: (() => EmulatorState) | undefined;
  #writing: Promise<void> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  save(state: () => EmulatorState): void {
    this.#pending = state;
    this.#writing ??= this.#drain();
  }

  /** Resolves when everything is on disk. */
  async flush(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  async #drain(): Promise<void> {
    try {
      while (this.#pending !== undefined) {
        const state = this.#pending;
        this.#pending = undefined;
        const aside = `${this.#path}.${process.pid}.tmp`;
        await writeFile(aside, JSON.stringify(state()), { mode: 0o600 });
        await rename(aside, this.#path);
      }
    } finally {
      this.#writing = undefined;
    }
  }
}
