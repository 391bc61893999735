import type { Clock } from "../gateway/index.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./output/json.ts";
import { type Paint, painter } from "./output/paint.ts";
import { wallClock } from "./time/wall-clock.ts";

const DEFAULT_WIDTH = 80;

/** What a command is handed: the streams, and the options that every command knows. */
export class Context {
  readonly io: Io;
  /** `--json`: one JSON object on stdout, errors as JSON on stderr. */
  json: boolean;
  /** `--verbose`: traces on stderr. */
  verbose: boolean;
  /** What the process ends with, unless an error decides otherwise. */
  exitCode: ExitCode = EXIT.done;
  /** True for a command that listens to `io.interrupts` and ends by itself. */
  endsItself = false;
  readonly paint: Paint;
  readonly paintNotes: Paint;
  #held: string[] = [];

  constructor(argv: readonly string[], io: Io) {
    // Read before the command line is understood: a usage error is told as JSON too.
    const end = argv.indexOf("--");
    const options = end < 0 ? argv : argv.slice(0, end);
    this.json = options.includes("--json");
    this.verbose = options.includes("--verbose");
    this.io = io;
    this.paint = painter(io.stdout, io.env);
    this.paintNotes = painter(io.stderr, io.env);
  }

  /** Columns of the terminal; 80 where stdout is none. */
  get width(): number {
    return this.io.stdout.columns ?? DEFAULT_WIDTH;
  }

  /** Whether a person may be watching: then there is progress. */
  get watched(): boolean {
    return this.io.stderr.isTTY === true;
  }

  get clock(): Clock {
    return this.io.clock ?? wallClock;
  }

  /** Data: to stdout, with a newline at its end. */
  print(text: string): void {
    this.io.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  }

  /** The command's result as JSON. `version: 1` is put in front. */
  printJson(result: Readonly<Record<string, unknown>>): void {
    this.print(jsonText({ version: 1, ...result }));
  }

  /**
   * Anything that is no data: to stderr. With `--json` it waits for the end, unless a person may be watching or asked for
   * traces: an error is alone on stderr then, and can be parsed.
   */
  note(text: string): void {
    if (this.json && !this.verbose && !this.watched) this.#held.push(text);
    else this.complain(text);
  }

  /** To stderr at once. */
  complain(text: string): void {
    this.io.stderr.write(text.endsWith("\n") ? text : `${text}\n`);
  }

  /** What {@link note} has held back. It is handed out once. */
  heldNotes(): string[] {
    return this.#held.splice(0);
  }
}
