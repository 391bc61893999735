#!/usr/bin/env node
import { Context } from "./context.ts";
import { EXIT } from "./exit-codes.ts";
import { reportError } from "./report-error.ts";
import { run } from "./run.ts";

const interrupts = new AbortController();

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // The second time there is no more waiting for an orderly end.
    if (interrupts.signal.aborted) process.exit(EXIT.interrupted);
    interrupts.abort(signal);
  });
}

// `mycobot … | head` closes the pipe: that is no failure, and nobody is left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(EXIT.done);
  });
}

const { stdin, stdout, stderr, env } = process;
const argv = process.argv.slice(2);
const io = { stdin, stdout, stderr, env, cwd: process.cwd(), interrupts: interrupts.signal };

// What nobody waited for: told like any other defect, without the raw trace that might hold a secret.
process.once("uncaughtException", (error) => {
  reportError(error, new Context(argv, io)).then((code) => process.exit(code));
});

process.exitCode = await run(argv, io);
// Connections that are kept alive would hold the process: it ends as soon as everything is written.
stdout.write("", () => stderr.write("", () => process.exit()));
