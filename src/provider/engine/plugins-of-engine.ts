import { readdirSync, readFileSync } from "node:fs";

/**
 * Ends the other plugins of an engine that is gone. A run can have a provider process that no handler was ever called in; nothing of
 * ours is loaded there, and nothing else would end it. The engine gives its address to each plugin as the last argument.
 *
 * Reads /proc: where there is none, such a process stays, idle.
 */
export function endPluginsOf(engineAddress: string): void {
  for (const pid of processIds()) {
    if (pid === process.pid || lastArgumentOf(pid) !== engineAddress) continue;
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended in between.
    }
  }
}

function processIds(): number[] {
  try {
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

function lastArgumentOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").at(-2);
  } catch {
    return undefined;
  }
}
