import { PassThrough, Readable, Writable } from "node:stream";
import type { ExitCode } from "../../../src/cli/exit-codes.ts";
import type { Io, OutputStream } from "../../../src/cli/io.ts";
import { run } from "../../../src/cli/run.ts";

export interface CliOptions {
  stdin?: string;
  env?: Io["env"];
  cwd?: string;
  /** Columns of a terminal; without it stdout and stderr are no terminal. */
  terminal?: number;
  interrupts?: AbortSignal;
  clock?: Io["clock"];
  nodeVersion?: string;
  /** stdin is a terminal too, where someone types `stdin`. */
  typed?: boolean;
}

export interface CliResult {
  code: ExitCode;
  stdout: string;
  stderr: string;
}

function capture(terminal: number | undefined): { stream: OutputStream; text: () => string } {
  let text = "";
  const sink = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  const stream = terminal === undefined ? sink : Object.assign(sink, { isTTY: true, columns: terminal });
  return { stream, text: () => text };
}

/** Runs a command line in this process and returns what came out. */
export async function runCli(argv: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { stdin, env = {}, cwd = process.cwd(), terminal, interrupts = new AbortController().signal } = options;
  const { clock, nodeVersion, typed = false } = options;
  const out = capture(terminal);
  const err = capture(terminal);
  const input = stdin === undefined ? new PassThrough().end() : Readable.from([Buffer.from(stdin)]);
  const io: Io = {
    stdin: typed ? Object.assign(input, { isTTY: true }) : input,
    stdout: out.stream,
    stderr: err.stream,
    env,
    cwd,
    interrupts,
    ...(clock === undefined ? {} : { clock }),
    ...(nodeVersion === undefined ? {} : { nodeVersion }),
  };
  const code = await run(argv, io);
  return { code, stdout: out.text(), stderr: err.text() };
}
