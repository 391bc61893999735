import { MycobotError } from "../errors/index.ts";
import { sameGateway } from "../gateway/index.ts";
import type { PropertyBag } from "./property-bag.ts";

/** The switch that lets a state move to another gateway or account. */
export const ACCEPT_GATEWAY_CHANGE = "MYCOBOT_ACCEPT_GATEWAY_CHANGE";

/** The connection that a resource uses. */
export interface Route {
  /** As declared. */
  connection?: string | undefined;
  /** Without a declared one: the connection that the state was written through. */
  resolvedConnection?: string | undefined;
}

/** The route in inputs or outputs. */
export function routeOf({ connection, resolvedConnection }: PropertyBag): Route {
  return {
    ...(typeof connection === "string" ? { connection } : {}),
    ...(typeof resolvedConnection === "string" ? { resolvedConnection } : {}),
  };
}

/** The outputs that record which gateway a state belongs to. */
export interface Provenance {
  /** Origin of the gateway. */
  gateway: string;
  /** The connection, if none is declared. */
  resolvedConnection?: string;
}

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

  /** Provenance after a successful request through `connection`. */
  provenance(declared: Route, connection: string): Provenance {
    return {
      gateway: this.origin,
      ...(declared.connection === undefined ? { resolvedConnection: connection } : {}),
    };
  }

  /** Provenance after a change that needed no request: unchanged, except that a declared connection replaces the resolved one. */
  keptProvenance(declared: Route, olds: PropertyBag): Provenance {
    const { resolvedConnection } = routeOf(olds);
    const gateway = typeof olds.gateway === "string" ? olds.gateway : this.origin;
    if (declared.connection !== undefined || resolvedConnection === undefined) return { gateway };
    return { gateway, resolvedConnection };
  }
}
