import { MycobotError } from "../errors/index.ts";
import { type GatewayError, isGatewayError } from "../gateway/index.ts";

/** Codes of a refused write that concern what it contains, and subcodes of them that concern the whole account. */
const ABOUT_CONTENT = [100, 192];
const ABOUT_ACCOUNT = [2388019, 2388185];

/** Identifies a cause that many resources share; undefined for one that is the resource's own. */
function sharedCause(error: MycobotError): string | undefined {
  const { code, message, cause } = error;
  if (code.startsWith("MYCO_CONNECTION_") || code.startsWith("MYCO_KEY_")) return `${code} ${message}`;
  // A refusal that was given another hint has the same message.
  const refusal = isGatewayError(cause) && cause.message === message ? cause : undefined;
  const failure = isGatewayError(error) ? error : refusal;
  if (failure === undefined || failure.code !== code) return undefined;
  // Whether it was answered or not sent at all.
  if (code === "MYCO_QUOTA_EXHAUSTED") return `${code} ${failure.connection}`;
  return failure.whatsapp === undefined ? `${code} ${failure.message}` : sharedAnswer(failure, failure.whatsapp);
}

/** Answers of one cause differ in their trace ids. */
function sharedAnswer(
  { code: ours, method, url }: GatewayError,
  { code, subcode = 0, details = "" }: NonNullable<GatewayError["whatsapp"]>,
): string | undefined {
  const isAboutOne = ABOUT_CONTENT.includes(code) && !ABOUT_ACCOUNT.includes(subcode);
  if (isAboutOne && method !== "GET") return undefined;
  return `${ours} ${code} ${subcode} ${details} ${isAboutOne ? url : ""}`;
}

/** The failures of one run: each cause is explained once, and deletes wait until everything else has succeeded. */
export class RunFailures {
  #first: string | undefined;
  /** The first resource that failed for each cause. */
  readonly #explained = new Map<string, string>();

  /** `resource`: what failed, as messages name it. */
  record(resource: string): void {
    this.#first ??= resource;
  }

  /** @throws MYCO_DELETE_REFUSED after any failure */
  assertNone(): void {
    if (this.#first === undefined) return;
    throw new MycobotError(
      "MYCO_DELETE_REFUSED",
      `deletes run only after everything else has succeeded, and ${this.#first} failed in this run. Nothing was deleted`,
      { hint: "Fix that failure and run the command again." },
    );
  }

  /** The error in full, or a reference to the resource that failed first for a cause that many share, such as an expired grant. */
  explain(resource: string, error: MycobotError): string {
    const cause = sharedCause(error);
    if (cause === undefined) return error.describe();
    const first = this.#explained.get(cause);
    if (first === undefined) this.#explained.set(cause, resource);
    return first === undefined || first === resource
      ? error.describe()
      : `failed for the same reason as ${first}. [${error.code}]`;
  }
}
