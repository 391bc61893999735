import { isMycobotError, MycobotError } from "../errors/index.ts";
import { isGatewayError, redact } from "../gateway/index.ts";

/** The first resource that each cause was told for. */
export type ToldCauses = Map<string, string>;

/**
 * The error in the form in which the engine shows it: one redacted paragraph that names the resource.
 *
 * A cause that many resources share, such as a dead grant, is reported in full once; the others refer to it.
 */
function toHandlerError(resource: string, error: unknown, told: ToldCauses): Error {
  const known = isMycobotError(error)
    ? error
    : new MycobotError("MYCO_INTERNAL", error instanceof Error ? error.message : String(error), {
        hint: "This is a fault of Mycobot: please report it.",
      });
  const message = redact(`${resource}: ${toldOnce(resource, known, told)}`).replace(/\s*\n\s*/g, " ");
  const shown = new Error(message);
  // For check, diff, read and delete the SDK prints "<name>: <message>: <stack>", which would repeat the message.
  shown.name = "";
  shown.stack = known.code;
  return shown;
}

function toldOnce(resource: string, error: MycobotError, told: ToldCauses): string {
  const shared =
    isGatewayError(error) || error.code.startsWith("MYCO_CONNECTION_") || error.code.startsWith("MYCO_KEY_");
  if (!shared) return error.describe();
  const cause = `${error.code} ${error.message}`;
  const first = told.get(cause);
  if (first === undefined) told.set(cause, resource);
  return first === undefined || first === resource ? error.describe() : `failed like ${first}. [${error.code}]`;
}

/** Runs one handler; whatever it throws leaves as {@link toHandlerError}. */
export async function asHandler<T>(resource: string, told: ToldCauses, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toHandlerError(resource, error, told);
  }
}
