import { isMycobotError, MycobotError } from "../errors/index.ts";
import { redact } from "../gateway/index.ts";

/** The error in the form in which the engine shows it: one redacted paragraph that names the resource. */
function toHandlerError(resource: string, error: unknown): Error {
  const known = isMycobotError(error)
    ? error
    : new MycobotError("MYCO_INTERNAL", error instanceof Error ? error.message : String(error), {
        hint: "This is a fault of Mycobot: please report it.",
      });
  const message = redact(`${resource}: ${known.describe()}`).replace(/\s*\n\s*/g, " ");
  const shown = new Error(message);
  // For check, diff, read and delete the SDK prints "<name>: <message>: <stack>": the message should stand there once.
  shown.name = "";
  shown.stack = known.code;
  return shown;
}

/** Runs one handler; whatever it throws leaves as {@link toHandlerError}. */
export async function asHandler<T>(resource: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toHandlerError(resource, error);
  }
}
