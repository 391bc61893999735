#!/usr/bin/env node
import { setImmediate } from "node:timers/promises";
import { Context } from "./context.ts";
import { EXIT } from "./exit-codes.ts";
import { reportError } from "./report-error.ts";
import { run } from "./run.ts";

const interrupts = new AbortController();
const { stdin, stdout, stderr, env } = process;
const argv = process.argv.slice(2);
const io = { stdin, stdout, stderr, env, cwd: process.cwd(), interrupts: interrupts.signal };

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // The second signal ends the process at once.
    if (interrupts.signal.aborted) process.exit(EXIT.interrupted);
    interrupts.abort(signal);
  });
}

/** Reported once, like any other defect, without the raw stack trace: it might contain a secret. */
let defect: Promise<never> | undefined;
function fail(error: unknown): void {
  defect ??= reportError(error, new Context(argv, io)).then((code) => process.exit(code));
}

process.on("uncaughtException", fail);
for (const stream of [stdout, stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // `mycobot … | head` closes the pipe: not a failure.
    if (error.code === "EPIPE") process.exit(EXIT.done);
    fail(error);
  });
}

process.exitCode = await run(argv, io);
// A failed write is reported by now.
await setImmediate();
// Keep-alive connections would keep the process running: it ends once all output is written or has failed.
stdout.write("", () => stderr.write("", () => defect ?? process.exit()));
