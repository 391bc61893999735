import { MycobotError } from "../errors/index.ts";

/** What failed in this run: deletes come last, and only after everything else has worked. */
export class RunFailures {
  #first: string | undefined;

  /** `resource`: what failed, as messages call it. */
  note(resource: string): void {
    this.#first ??= resource;
  }

  /** @throws MYCO_DELETE_REFUSED once anything has failed */
  assertNone(): void {
    if (this.#first === undefined) return;
    throw new MycobotError(
      "MYCO_DELETE_REFUSED",
      `deletes wait until everything else has worked, and ${this.#first} failed in this run. Nothing was deleted`,
      { hint: "Fix that failure and run the command again." },
    );
  }
}
