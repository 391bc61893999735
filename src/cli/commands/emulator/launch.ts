import { type EmulatorOptions, startEmulator } from "../../../emulator/index.ts";
import { MycobotError } from "../../../errors/index.ts";
import { sentences } from "../../output/sentences.ts";
import { UsageError } from "../../usage-error.ts";

function explained(error: unknown, port: number | undefined): unknown {
  if (error instanceof RangeError) return new UsageError(sentences(error.message), "See mycobot emulator --help.");
  const system: NodeJS.ErrnoException | undefined = error instanceof Error ? error : undefined;
  const code = system?.code;
  if (code === "ELOCKED") {
    const hint = "Stop that one first, or choose another --state file.";
    return new UsageError("The state file is in use by another emulator.", hint, error);
  }
  if (code === "EADDRINUSE") {
    const hint = "Choose another port, or --port 0 for any free one.";
    return new MycobotError("MYCO_CANNOT_LISTEN", `Port ${port} is in use by another program.`, { hint, cause: error });
  }
  if (code === "EACCES" && system?.syscall === "listen") {
    const hint = "Choose a port above 1023.";
    return new MycobotError("MYCO_CANNOT_LISTEN", `Listening on port ${port} is not allowed.`, { hint, cause: error });
  }
  return error;
}

/** Starts the emulator; what it cannot start with becomes an error for people. */
export async function launch(options: EmulatorOptions) {
  try {
    return await startEmulator(options);
  } catch (error) {
    throw explained(error, options.port);
  }
}
