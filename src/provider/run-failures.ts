import { MycobotError } from "../errors/index.ts";
import { isGatewayError } from "../gateway/index.ts";

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
    const shared =
      isGatewayError(error) || error.code.startsWith("MYCO_CONNECTION_") || error.code.startsWith("MYCO_KEY_");
    if (!shared) return error.describe();
    const cause = `${error.code} ${error.message}`;
    const first = this.#explained.get(cause);
    if (first === undefined) this.#explained.set(cause, resource);
    return first === undefined || first === resource
      ? error.describe()
      : `failed for the same reason as ${first}. [${error.code}]`;
  }
}
