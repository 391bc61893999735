import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";

export interface ShellResult {
  code: number;
  output: string;
}

/** A shell that keeps its variables between commands. */
export class Shell {
  readonly #child: ChildProcessWithoutNullStreams;
  #output = "";
  #count = 0;
  #look: () => void = () => {};

  constructor(cwd: string, env: NodeJS.ProcessEnv) {
    this.#child = spawn("bash", [], { cwd, env });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.#output += text;
        this.#look();
      });
    }
    this.#child.once("exit", () => this.#look());
  }

  /** Runs a command and waits until it exits. Its stdin is empty, as in a job without a terminal. */
  run(command: string): Promise<ShellResult> {
    this.#count += 1;
    const mark = `@@end-${this.#count}@@`;
    this.#output = "";
    return new Promise((resolve, reject) => {
      this.#look = () => {
        const [, output = "", code] = new RegExp(`^([\\s\\S]*?)${mark} (\\d+)\\n`).exec(this.#output) ?? [];
        if (code !== undefined) resolve({ code: Number(code), output });
        else if (this.#child.exitCode !== null) reject(new Error(`the shell ended:\n${this.#output}`));
      };
      // Both streams are merged, so that all output of the command precedes its mark.
      this.#child.stdin.write(`{ ${command}\n} 2>&1 </dev/null; printf '${mark} %s\\n' $?\n`);
    });
  }

  async close(): Promise<void> {
    const ended = this.#child.exitCode === null ? once(this.#child, "exit") : undefined;
    this.#child.stdin.end();
    await ended;
  }
}
