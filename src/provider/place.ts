import type { Route } from "./account/connection-directory.ts";
import type { ProviderRuntime } from "./runtime.ts";
import type { PropertyBag } from "./wire.ts";

/** The part of the outputs that says where the state belongs. */
export interface Place {
  /** Origin of the gateway. */
  gateway: string;
  /** The connection, when none is declared. */
  resolvedConnection?: string;
}

/** The way that inputs or outputs name. */
export function routeOf({ connection, resolvedConnection }: PropertyBag): Route {
  return {
    ...(typeof connection === "string" ? { connection } : {}),
    ...(typeof resolvedConnection === "string" ? { resolvedConnection } : {}),
  };
}

/** After a request that succeeded; `connection`: the one it went through. */
export function placeOf(runtime: ProviderRuntime, declared: Route, connection: string): Place {
  return {
    gateway: runtime.identity.origin,
    ...(declared.connection === undefined ? { resolvedConnection: connection } : {}),
  };
}

/** After a change that needed no request: as in the state, but for a connection that is declared now. */
export function placeKept(runtime: ProviderRuntime, declared: Route, olds: PropertyBag): Place {
  const { resolvedConnection } = routeOf(olds);
  const gateway = typeof olds.gateway === "string" ? olds.gateway : runtime.identity.origin;
  if (declared.connection !== undefined || resolvedConnection === undefined) return { gateway };
  return { gateway, resolvedConnection };
}
