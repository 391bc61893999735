import { CommanderError } from "commander";
import { MycobotError } from "../errors/index.ts";
import { commandWords } from "./command-words.ts";
import { Context } from "./context.ts";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { asMycobotError, errorJson, errorText, errorTrace } from "./output/error-report.ts";
import { buildProgram } from "./program.ts";

/** Environment variables that hold secrets. */
const SECRETS = ["MATON_API_KEY", "WHATSAPP_ACCESS_TOKEN"];

/** The options as far as they can be told before the command line is understood: a usage error wants them too. */
function presetOptions(context: Context, argv: readonly string[]): void {
  const end = argv.indexOf("--");
  const options = end < 0 ? argv : argv.slice(0, end);
  context.json = options.includes("--json");
  context.verbose = options.includes("--verbose");
}

/** No secret leaves through an error, wherever it came from. */
async function redactor(context: Context): Promise<(text: string) => string> {
  const { redact, registerSecret } = await import("../gateway/redact/index.ts");
  for (const name of SECRETS) registerSecret(context.io.env[name] ?? "");
  return redact;
}

async function report(thrown: unknown, context: Context): Promise<ExitCode> {
  if (thrown instanceof CommanderError) return EXIT.done; // --help and --version: usage errors are errors of ours
  const error = asMycobotError(thrown);
  const redact = await redactor(context);
  context.note(context.json ? redact(errorJson(error)) : errorText(error, context.paintNotes, redact));
  if (context.verbose && error.code === "MYCO_INTERNAL") context.note(redact(errorTrace(error)));
  return exitCodeOf(error.code);
}

/** Rejects when the process is told to stop, unless the command sees to that itself. */
function interrupted(context: Context): Promise<never> {
  return new Promise((_, reject) => {
    const { interrupts } = context.io;
    const stop = () => {
      if (!context.endsItself) reject(new MycobotError("MYCO_INTERRUPTED", "Interrupted."));
    };
    if (interrupts.aborted) stop();
    else interrupts.addEventListener("abort", stop, { once: true });
  });
}

/**
 * Runs one command line (without `node` and the script) and returns the exit code. Never rejects: errors are written to
 * stderr, as JSON with `--json`.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const context = new Context(io);
  presetOptions(context, argv);
  try {
    const program = await buildProgram(context, (name) => argv.includes(name));
    await Promise.race([program.parseAsync(commandWords(program, argv), { from: "user" }), interrupted(context)]);
    return context.exitCode;
  } catch (thrown) {
    return await report(thrown, context);
  }
}
