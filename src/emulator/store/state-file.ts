import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";
import { isObject } from "../json.ts";
import { newPhone } from "./accounts.ts";
import type { EmulatorState } from "./state.ts";

/** The holder renews its lock this often. */
const BEAT_MS = 1000;
/** A lock that was not renewed for so long belongs to a process that is gone. */
const STALE_MS = 4000;
const POLL_MS = 100;

interface StateLock {
  /** Whether the lock is still the one that was made: its folder may have been removed, or another process took over. */
  isHeld(): Promise<boolean>;
  /** Gives it back. Never rejects. */
  release(): Promise<void>;
}

function lockOf(path: string): string {
  return `${path}.lock`;
}

/** What tells two locks of one name apart; undefined while there is none. Inode numbers alone are used again. */
async function markOf(path: string): Promise<string | undefined> {
  const { ino, birthtimeMs } = (await stat(lockOf(path)).catch(() => undefined)) ?? {};
  return ino === undefined ? undefined : `${ino} ${birthtimeMs}`;
}

/**
 * Locks a file for this process by `FILE.lock` beside it. Throws an error with the code ELOCKED while another holder's
 * lock is not stale, and the system's error when the lock cannot be made. `onLost` is called when the lock turns out to
 * be gone, or another process's.
 */
async function tryLock(path: string, onLost: () => void): Promise<StateLock> {
  const unlock = await lock(path, {
    lockfilePath: lockOf(path),
    realpath: false,
    stale: STALE_MS,
    update: BEAT_MS,
    retries: 0,
    onCompromised: onLost,
  });
  const mark = await markOf(path);
  return {
    isHeld: async () => mark !== undefined && (await markOf(path)) === mark,
    release: () => unlock().catch(() => undefined),
  };
}

/** When the lock of a file was renewed last; undefined while nothing holds it. */
async function lastBeat(path: string): Promise<number | undefined> {
  return (await stat(lockOf(path)).catch(() => undefined))?.mtimeMs;
}

/** As {@link tryLock}, but waits until another holder has shown a sign of life, or its lock is stale and is taken over. */
async function lockState(path: string, onLost: () => void): Promise<StateLock> {
  const seen = await lastBeat(path);
  for (;;) {
    try {
      return await tryLock(path, onLost);
    } catch (error) {
      const beat = await lastBeat(path);
      const isRenewed = beat !== undefined && beat !== seen;
      const isHeld = error instanceof Error && "code" in error && error.code === "ELOCKED";
      if (!isHeld || isRenewed) throw error;
    }
    await sleep(POLL_MS);
  }
}

function isState(value: unknown): value is EmulatorState {
  return isObject(value) && value.version === 1 && Array.isArray(value.accounts);
}

/** Files of earlier releases know no messages, no media, and less about a phone. */
function completed(state: EmulatorState): EmulatorState {
  return {
    ...state,
    messages: state.messages ?? [],
    inbound: state.inbound ?? [],
    media: state.media ?? [],
    pairs: state.pairs ?? {},
    phones: state.phones.map((phone) => ({ ...newPhone(phone), ...phone })),
  };
}

/** One name per file, whatever links lead to it. The file need not exist; its folder must. */
function canonical(path: string): Promise<string> {
  return realpath(path).catch(async () => join(await realpath(dirname(path)), basename(path)));
}

/** "ENOSPC: no space left on device" of a system error. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isLocked = "code" in error && error.code === "ELOCKED";
  return isLocked ? "another emulator uses it now" : (error.message.split(", ")[0] ?? "");
}

/**
 * A state file, locked until it is closed. Writes after changes: whole files only (write aside, then rename), one at a
 * time, the newest state last. A write that fails is warned of once per cause; the next change tries again.
 */
export class StateFile {
  readonly #path: string;
  readonly #warn: (text: string) => void;
  readonly #warned = new Set<string>();
  #lock: StateLock | undefined;
  #newest: (() => EmulatorState) | undefined;
  #pending = false;
  #failed = false;
  #writing: Promise<void> | undefined;

  private constructor(path: string, warn: (text: string) => void) {
    this.#path = path;
    this.#warn = warn;
  }

  /** Locks the file. Throws an error with the code ELOCKED while another emulator has it. */
  static async open(path: string, warn: (text: string) => void): Promise<StateFile> {
    const file = new StateFile(await canonical(path), warn);
    await file.#acquire(lockState);
    return file;
  }

  /** The state that the file keeps, or undefined when there is no file yet. Throws when the file is something else. */
  async load(): Promise<EmulatorState | undefined> {
    let text: string;
    try {
      text = await readFile(this.#path, "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    }
    const value: unknown = JSON.parse(text);
    if (!isState(value)) throw new RangeError(`${this.#path} is no state file of this emulator`);
    return completed(value);
  }

  save(state: () => EmulatorState): void {
    this.#newest = state;
    this.#pending = true;
    this.#writing ??= this.#drain();
  }

  /** Resolves when everything is written, or has failed to be. */
  async flush(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  /** Writes what is not written yet, and gives the lock back. */
  async close(): Promise<void> {
    await this.flush();
    if (this.#failed && this.#newest !== undefined) {
      // The last chance, and the last word about it.
      this.#warned.clear();
      this.save(this.#newest);
      await this.flush();
    }
    if (await this.#lock?.isHeld()) await this.#lock?.release();
    this.#lock = undefined;
  }

  async #acquire(by: typeof tryLock): Promise<void> {
    const lock = await by(this.#path, () => {
      // The notice may come after another lock was made.
      if (this.#lock !== lock) return;
      this.#lock = undefined;
      if (this.#newest !== undefined) this.save(this.#newest);
    });
    this.#lock = lock;
  }

  async #drain(): Promise<void> {
    while (this.#pending && this.#newest !== undefined) {
      this.#pending = false;
      try {
        await this.#write(this.#newest);
        this.#failed = false;
        this.#warned.clear();
      } catch (error) {
        this.#failed = true;
        this.#warnOf(error);
      }
    }
    this.#writing = undefined;
  }

  async #write(state: () => EmulatorState): Promise<void> {
    if (!(await this.#lock?.isHeld())) await this.#acquire(tryLock);
    const aside = `${this.#path}.${process.pid}.tmp`;
    try {
      await writeFile(aside, JSON.stringify(state()), { mode: 0o600 });
      await rename(aside, this.#path);
    } catch (error) {
      await rm(aside, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  #warnOf(error: unknown): void {
    const cause = causeOf(error);
    if (this.#warned.has(cause)) return;
    this.#warned.add(cause);
    this.#warn(
      `Cannot write the state file ${this.#path}: ${cause}. The state is kept in memory; the next change tries again.`,
    );
  }
}
