import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";

/** The holder renews its lock this often. */
const BEAT_MS = 1000;
/** A lock that was not renewed for so long belongs to a process that is gone. */
const STALE_MS = 4000;
const POLL_MS = 100;

export interface StateLock {
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
export async function tryLock(path: string, onLost: () => void): Promise<StateLock> {
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
export async function lockState(path: string, onLost: () => void): Promise<StateLock> {
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
