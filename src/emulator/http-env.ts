import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";

export interface EmulatorEnv {
  Bindings: HttpBindings;
  Variables: {
    /** Status that the metrics note instead of the answer's: 0 for a connection that was cut. */
    notedStatus: number;
  };
}

export type RequestContext = Context<EmulatorEnv>;
export type EmulatorApp = Hono<EmulatorEnv>;
