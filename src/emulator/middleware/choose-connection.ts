import type { MiddlewareHandler } from "hono";
import type { EmulatorContext } from "../emulator-context.ts";
import type { EmulatorEnv } from "../http-env.ts";
import { MatonError } from "../maton/maton-error.ts";
import { defaultConnection, findConnection, WHATSAPP_APP } from "../store/connections.ts";

function checkNamed(emulator: EmulatorContext, id: string): void {
  const connection = findConnection(emulator.state, id);
  if (connection === undefined) throw new MatonError(404, `Connection \`${id}\` not found`);
  if (connection.app !== WHATSAPP_APP) {
    throw new MatonError(400, `Connection \`${id}\` belongs to app \`${connection.app}\`, not \`${WHATSAPP_APP}\``);
  }
  if (connection.status !== "ACTIVE")
    throw new MatonError(400, `Connection \`${id}\` is not active (status ${connection.status})`);
}

/** Resolves the connection of a proxied call: the header's, else the oldest ACTIVE one (or the newest, by switch). */
export function chooseConnection(emulator: EmulatorContext): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const { switches } = emulator;
    const named = c.req.header("maton-connection");
    if (named) checkNamed(emulator, named);
    else if (defaultConnection(emulator.state, WHATSAPP_APP, switches.defaultConnection) === undefined) {
      throw new MatonError(400, `No active connection found for app \`${WHATSAPP_APP}\``);
    }
    if (switches.deadGrant) throw new MatonError(500, "Internal server error");
    await next();
  };
}
