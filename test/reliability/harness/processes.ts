import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** One process. Its start time distinguishes it from a later process with the same id. */
export interface Process {
  pid: number;
  /** Start time in ticks since boot. */
  started: string;
  /** The executable file. */
  program: string;
  command: string;
}

/** The state and start time of a process; undefined if it does not exist. */
function statusOf(pid: number): { state: string; started: string } | undefined {
  try {
    // The command name may contain spaces and parentheses; the fields follow the last parenthesis.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return { state: fields[0] ?? "", started: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

/** True until the process has ended. A zombie has ended, but its exit code has not been read. */
export function isAlive({ pid, started }: Process): boolean {
  const status = statusOf(pid);
  return status !== undefined && status.started === started && !/[ZX]/.test(status.state);
}

/**
 * All processes whose working directory is the folder or below it: launcher, engine, language host, program, provider.
 */
export function processesIn(folder: string): Process[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const cwd = readlinkSync(`/proc/${name}/cwd`);
      if (cwd !== folder && !cwd.startsWith(`${folder}/`)) return [];
      const pid = Number(name);
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim();
      const status = statusOf(pid);
      if (status === undefined || /[ZX]/.test(status.state)) return [];
      return [{ pid, started: status.started, program: readlinkSync(`/proc/${name}/exe`), command }];
    } catch {
      return []; // ended in the meantime, or owned by another user
    }
  });
}

/** True for the engine, which is neither Node nor a shell. */
export function isEngine({ program }: Process): boolean {
  return program.endsWith("/pulumi");
}

export function kill(process_: Process): void {
  if (isAlive(process_)) process.kill(process_.pid, "SIGKILL");
}

/** Milliseconds from `since` until the last process has ended; undefined if one is alive after the limit. */
export async function whenGone(
  processes: readonly Process[],
  since: number,
  limitMs: number,
): Promise<number | undefined> {
  for (;;) {
    const passed = performance.now() - since;
    if (!processes.some(isAlive)) return passed;
    if (passed > limitMs) return undefined;
    await pause(10);
  }
}
