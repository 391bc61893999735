import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** One process, told from a later one with the same id by its start. */
export interface Process {
  pid: number;
  /** In ticks since the machine's start. */
  started: string;
  /** The file that it runs. */
  program: string;
  command: string;
}

/** Its state and start; undefined when there is no such process. */
function statusOf(pid: number): { state: string; started: string } | undefined {
  try {
    // The command's name may hold spaces and brackets: the fields stand behind the last bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return { state: fields[0] ?? "", started: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

/** True until it has ended. A zombie has: nobody has asked for its exit code yet. */
export function isAlive({ pid, started }: Process): boolean {
  const status = statusOf(pid);
  return status !== undefined && status.started === started && !/[ZX]/.test(status.state);
}

/** Everything that was started in the folder or below it: launcher, engine, language host, program, provider. */
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
      return []; // ended in the meantime, or somebody else's
    }
  });
}

/** The engine: the one that is neither Node nor a shell. */
export function isEngine({ program }: Process): boolean {
  return program.endsWith("/pulumi");
}

export function kill(process_: Process): void {
  if (isAlive(process_)) process.kill(process_.pid, "SIGKILL");
}

/** How many milliseconds after `since` the last of them has ended; undefined when one is alive after the limit. */
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
