import { spawn } from "node:child_process";

export interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Both streams: what a person sees. */
  output: string;
}

export interface CommandOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Called with the running child's process group id. */
  onStart?: (pid: number) => void;
}

/** Runs a command in a process group of its own and waits for its end. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let stdout = "";
    let stderr = "";
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      output += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr, output }));
    if (child.pid !== undefined) options.onStart?.(child.pid);
  });
}
