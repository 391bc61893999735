import { spawn } from "node:child_process";

export interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Both streams in the order of arrival. */
  output: string;
}

export interface CommandOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Called with the process group id of the running child. */
  onStart?: (pid: number) => void;
}

/** Runs a command in its own process group and waits until it exits. */
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
