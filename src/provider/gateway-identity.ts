import { MycobotError } from "../errors/index.ts";
import { sameGateway } from "../gateway/index.ts";
import type { PropertyBag } from "./wire.ts";

/** The switch that lets a state move to another gateway or account. */
export const ACCEPT_GATEWAY_CHANGE = "MYCOBOT_ACCEPT_GATEWAY_CHANGE";

/** Which gateway this run talks to, and whether a state belongs to it. */
export class GatewayIdentity {
  readonly #origin: () => string;
  readonly #accepted: () => boolean;

  /** `accepted`: the user set {@link ACCEPT_GATEWAY_CHANGE}. */
  constructor(origin: () => string, accepted: () => boolean) {
    this.#origin = origin;
    this.#accepted = accepted;
  }

  get origin(): string {
    return this.#origin();
  }

  /** Whether the state names this gateway. One that names none does not. */
  isSame({ gateway }: PropertyBag): boolean {
    return typeof gateway === "string" && sameGateway(gateway, this.origin);
  }

  /** Runs before any request. A state without an origin takes it from the first read or update that succeeds. @throws MYCO_GATEWAY_CHANGED */
  assertSame({ gateway }: PropertyBag): void {
    if (typeof gateway !== "string" || this.isSame({ gateway }) || this.#accepted()) return;
    throw new MycobotError(
      "MYCO_GATEWAY_CHANGED",
      `the state was written through ${gateway}, and this run would go through ${this.origin}. No request was sent`,
      {
        hint: `Correct MATON_API_URL (or MATON_GATEWAY_URL). To move the state deliberately, run once with ${ACCEPT_GATEWAY_CHANGE}=1.`,
      },
    );
  }

  /** The only trace of the Maton account that a state without a declared connection has: the connection it was written through. */
  assertSameAccount(recorded: string | undefined, known: readonly string[]): void {
    if (recorded === undefined || known.includes(recorded) || this.#accepted()) return;
    const has = known.length === 0 ? "no connection" : known.join(", ");
    throw new MycobotError(
      "MYCO_GATEWAY_CHANGED",
      `the state was written through connection ${recorded}, which the account of MATON_API_KEY at ${this.origin} does not have (it has ${has})`,
      {
        hint: `Check MATON_API_KEY and MATON_API_URL. If the connection was replaced, declare the new one (account.connection) and run 'pulumi up', or run once with ${ACCEPT_GATEWAY_CHANGE}=1.`,
      },
    );
  }
}
