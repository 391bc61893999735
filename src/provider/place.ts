import type { Route } from "./account/connection-directory.ts";
import type { ProviderRuntime } from "./runtime.ts";

/** The part of the outputs that says where the state belongs. */
export interface Place {
  /** Origin of the gateway. */
  gateway: string;
  /** The connection, when none is declared. */
  resolvedConnection?: string;
}

/** `connection`: the one that the successful request went through. */
export const placeOf = (runtime: ProviderRuntime, declared: Route, connection: string): Place => ({
  gateway: runtime.identity.origin,
  ...(declared.connection === undefined ? { resolvedConnection: connection } : {}),
});
