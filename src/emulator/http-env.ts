import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";

export interface EmulatorEnv {
  Bindings: HttpBindings & {
    /** Whether the call is part of another one, which has been counted for both. */
    isNested?: boolean;
  };
  Variables: {
    /** Status that the metrics note instead of the answer's: 0 for a connection that was cut. */
    notedStatus: number;
  };
}

export type RequestContext = Context<EmulatorEnv>;
export type EmulatorApp = Hono<EmulatorEnv>;
