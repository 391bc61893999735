import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";
import { isObject } from "../json.ts";
import { newPhone } from "./accounts.ts";
import type { EmulatorState } from "./state.ts";

/** The holder renews its lock this often. */
const BEAT_MS = 1000;
/** A lock that was not renewed for this long belongs to a dead process. */
const STALE_MS = 4000;
const POLL_MS = 100;

interface StateLock {
  /** Whether this process still holds the lock: its folder can be removed, or another process can take it over. */
  isHeld(): Promise<boolean>;
  /** Releases the lock. Never rejects. */
  release(): Promise<void>;
}

function lockOf(path: string): string {
  return `${path}.lock`;
}

/** Identifies a lock; undefined without one. The inode number is not enough: file systems reuse it. */
async function markOf(path: string): Promise<string | undefined> {
  const { ino, birthtimeMs } = (await stat(lockOf(path)).catch(() => undefined)) ?? {};
  return ino === undefined ? undefined : `${ino} ${birthtimeMs}`;
}

/**
 * Locks a file for this process by `FILE.lock`, next to it. Throws an error with the code ELOCKED while another process
 * holds a lock that is not stale, and the system's error when it cannot create the lock. Calls `onLost` when the lock has
 * been removed or taken over.
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

/** The last renewal of the lock of a file; undefined without a lock. */
async function lastBeat(path: string): Promise<number | undefined> {
  return (await stat(lockOf(path)).catch(() => undefined))?.mtimeMs;
}

/** Like {@link tryLock}, but waits until another process renews its lock, or until that lock is stale and can be taken over. */
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

/** State files of earlier releases lack messages, media, flows and some fields of phones. */
function completed(state: EmulatorState): EmulatorState {
  return {
    ...state,
    messages: state.messages ?? [],
    inbound: state.inbound ?? [],
    media: state.media ?? [],
    pairs: state.pairs ?? {},
    accounts: state.accounts.map((account) => ({ ...account, flows: account.flows ?? [] })),
    phones: state.phones.map((phone) => ({ ...newPhone(phone), ...phone })),
  };
}

/** The real path of a file, through all links. The file need not exist; its folder must. */
function canonical(path: string): Promise<string> {
  return realpath(path).catch(async () => join(await realpath(dirname(path)), basename(path)));
}

/** "ENOSPC: no space left on device" of a system error. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isLocked = "code" in error && error.code === "ELOCKED";
  return isLocked ? "another emulator is using it" : (error.message.split(", ")[0] ?? "");
}

/**
 * A state file, locked until it is closed. Each change writes a whole file (a temporary file, then a rename), one at a
 * time; the newest state is written last. A failed write warns once per cause; the next change tries again.
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

  /** Locks the file. Throws an error with the code ELOCKED while another emulator holds the lock. */
  static async open(path: string, warn: (text: string) => void): Promise<StateFile> {
    const file = new StateFile(await canonical(path), warn);
    await file.#acquire(lockState);
    return file;
  }

  /** The state in the file; undefined when the file does not exist. Throws when the file has other content. */
  async load(): Promise<EmulatorState | undefined> {
    let text: string;
    try {
      text = await readFile(this.#path, "utf8");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    }
    const value: unknown = JSON.parse(text);
    if (!isState(value)) throw new RangeError(`${this.#path} is not a state file of the emulator`);
    return completed(value);
  }

  save(state: () => EmulatorState): void {
    this.#newest = state;
    this.#pending = true;
    this.#writing ??= this.#drain();
  }

  /** Resolves when all pending writes have succeeded or failed. */
  async flush(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  /** Writes pending changes and releases the lock. */
  async close(): Promise<void> {
    await this.flush();
    if (this.#failed && this.#newest !== undefined) {
      // The last attempt, with its own warning.
      this.#warned.clear();
      this.save(this.#newest);
      await this.flush();
    }
    if (await this.#lock?.isHeld()) await this.#lock?.release();
    this.#lock = undefined;
  }

  async #acquire(by: typeof tryLock): Promise<void> {
    const lock = await by(this.#path, () => {
      // The notification can arrive after a new lock was created.
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
