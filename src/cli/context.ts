import type { Clock } from "../gateway/index.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { type Paint, painter } from "./output/paint.ts";
import { jsonText } from "./output/visible.ts";

const DEFAULT_WIDTH = 80;

/** The system's time. */
const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** The environment of a command: the streams, and the options common to all commands. */
export class Context {
  readonly io: Io;
  /** `--json`: one JSON object on stdout, errors as JSON on stderr. */
  json: boolean;
  /** `--verbose`: traces on stderr. */
  verbose: boolean;
  /** The exit code of the process, unless an error sets another one. */
  exitCode: ExitCode = EXIT.done;
  /** True for a command that handles `io.interrupts` itself. */
  endsItself = false;
  readonly paint: Paint;
  readonly paintNotes: Paint;
  #held: string[] = [];

  constructor(argv: readonly string[], io: Io) {
    // Read before the command line is parsed: usage errors are printed as JSON, too.
    const end = argv.indexOf("--");
    const options = end < 0 ? argv : argv.slice(0, end);
    this.json = options.includes("--json");
    this.verbose = options.includes("--verbose");
    this.io = io;
    this.paint = painter(io.stdout, io.env);
    this.paintNotes = painter(io.stderr, io.env);
  }

  /** Columns for text: those of the terminal, else `COLUMNS`, else {@link DEFAULT_WIDTH}. */
  get width(): number {
    return this.#columns ?? DEFAULT_WIDTH;
  }

  /** Columns for tables: without a terminal and without `COLUMNS` they do not wrap, so that scripts read whole rows. */
  get tableWidth(): number {
    return this.#columns ?? Number.POSITIVE_INFINITY;
  }

  get #columns(): number | undefined {
    const { stdout, env } = this.io;
    if (stdout.columns !== undefined) return stdout.columns;
    const columns = Number(env.COLUMNS);
    return Number.isInteger(columns) && columns > 0 ? columns : undefined;
  }

  /** Whether stderr is a terminal: then progress is shown. */
  get watched(): boolean {
    return this.io.stderr.isTTY === true;
  }

  get clock(): Clock {
    return this.io.clock ?? SYSTEM_CLOCK;
  }

  /** Prints data to stdout, with a final newline. */
  print(text: string): void {
    this.io.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  }

  /** Prints the command's result as JSON, preceded by `version: 1`. */
  printJson(result: Readonly<Record<string, unknown>>): void {
    this.print(jsonText({ version: 1, ...result }));
  }

  /**
   * Prints anything that is not data to stderr. With `--json` it is held until the end, except on a terminal and with
   * `--verbose`: if the command fails, stderr then contains only the error, as parsable JSON.
   */
  note(text: string): void {
    if (this.json && !this.verbose && !this.watched) this.#held.push(text);
    else this.complain(text);
  }

  /** Prints to stderr immediately. */
  complain(text: string): void {
    this.io.stderr.write(text.endsWith("\n") ? text : `${text}\n`);
  }

  /** The messages that {@link note} has held. Returns each of them once. */
  heldNotes(): string[] {
    return this.#held.splice(0);
  }
}
