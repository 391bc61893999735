import type { Context, MiddlewareHandler } from "hono";
import type { EmulatorContext } from "../emulator-context.ts";
import type { EmulatorApp, EmulatorEnv, RequestContext } from "../http-env.ts";
import { isObject, type JsonObject } from "../json.ts";
import {
  connectionView,
  defaultConnection,
  findConnection,
  newConnection,
  setConnectionStatus,
  WHATSAPP_APP,
} from "../store/connections.ts";
import type { ConnectionRecord } from "../store/state.ts";
import { MatonError } from "./maton-error.ts";

const METHODS = ["API_KEY", "BASIC", "JWT", "OAUTH1", "OAUTH2", "MCP"];

async function bodyOf(c: RequestContext): Promise<JsonObject> {
  try {
    const body: unknown = JSON.parse((await c.req.text()) || "{}");
    if (isObject(body)) return body;
  } catch {}
  throw new MatonError(400, "Request body must be a JSON object");
}

function connectionInPath(emulator: EmulatorContext, c: Context<EmulatorEnv, "/:connection">): ConnectionRecord {
  const connection = findConnection(emulator.state, c.req.param("connection"));
  if (connection === undefined) throw new MatonError(404, `Connection \`${c.req.param("connection")}\` not found`);
  return connection;
}

function create(emulator: EmulatorContext, { app, method }: JsonObject): ConnectionRecord {
  if (typeof app !== "string" || !/^[a-z0-9-]+$/.test(app)) throw new MatonError(400, "Missing or invalid field `app`");
  if (method !== undefined && !METHODS.includes(String(method)))
    throw new MatonError(400, `Invalid method \`${String(method)}\``);
  const connection = newConnection({
    app,
    ...(method === undefined ? {} : { method: String(method) }),
    status: emulator.options.connect === "auto" ? "ACTIVE" : "PENDING",
    now: emulator.now(),
    linkMinutes: emulator.switches.connectLinkMinutes,
  });
  emulator.state.connections.push(connection);
  emulator.changed();
  return connection;
}

/** The answer to a create: the documented flat form, or one of two forms that older clients have received. */
function created(emulator: EmulatorContext, connection: ConnectionRecord): JsonObject {
  const view = connectionView(connection, emulator.origin);
  const { connection_id, status, url, app } = view;
  switch (emulator.switches.connectionCreateShape) {
    case "id-only":
      return { connection_id: connection_id ?? null };
    case "nested":
      return { connection: view };
    default:
      return { connection_id: connection_id ?? null, status: status ?? null, url: url ?? null, app: app ?? null };
  }
}

function listed(emulator: EmulatorContext, { app, status, method, limit }: Record<string, string>): JsonObject {
  const found = emulator.state.connections.filter(
    (connection) =>
      (app === undefined || connection.app === app) &&
      (status === undefined || connection.status === status.toUpperCase()) &&
      (method === undefined || connection.method === method),
  );
  const count = limit === undefined ? found.length : Number(limit);
  const views = found
    .slice(0, count)
    .map((connection) => ({ ...connectionView(connection, emulator.origin), method: connection.method }));
  return { connections: views };
}

/** Maton's control plane: connections can be listed, created, read and deleted, but not updated. */
export function connectionRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/", (c) => c.json(listed(emulator, c.req.query())));
  app.post("/", async (c) => c.json(created(emulator, create(emulator, await bodyOf(c)))));
  app.get("/:connection", (c) =>
    c.json({ connection: connectionView(connectionInPath(emulator, c), emulator.origin) }),
  );
  app.delete("/:connection", (c) => {
    const connection = connectionInPath(emulator, c);
    emulator.state.connections = emulator.state.connections.filter((other) => other !== connection);
    emulator.changed();
    return emulator.switches.deleteStatus === 204 ? c.body(null, 204) : c.json({});
  });
}

function page(title: string, text: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body><h1>${title}</h1><p>${text}</p></body></html>`;
}

/**
 * The page at a connection's URL. A visit is the user's authorization: the connection becomes ACTIVE, or FAILED with
 * `&outcome=fail`. An expired link answers 410.
 */
export function connectPage(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/connect", (c) => {
    const { session_token: token, outcome } = c.req.query();
    const connection = emulator.state.connections.find(({ sessionToken }) => sessionToken === token);
    if (connection === undefined) return c.html(page("Unknown link", "This connect link is not valid."), 404);
    if (connection.status === "ACTIVE")
      return c.html(page("Connected", "This connection is already active. You can close this page."));
    if (connection.linkUntil < emulator.now())
      return c.html(page("Link expired", "Create a new connection and open its link."), 410);
    setConnectionStatus(connection, outcome === "fail" ? "FAILED" : "ACTIVE", emulator.now());
    emulator.changed();
    return outcome === "fail"
      ? c.html(page("Connection failed", "WhatsApp did not grant access."))
      : c.html(page("Connected", `${connection.app} is connected. You can close this page.`));
  });
}

function checkNamed(emulator: EmulatorContext, id: string): void {
  const connection = findConnection(emulator.state, id);
  if (connection === undefined) throw new MatonError(404, `Connection \`${id}\` not found`);
  if (connection.app !== WHATSAPP_APP) {
    throw new MatonError(400, `Connection \`${id}\` belongs to app \`${connection.app}\`, not \`${WHATSAPP_APP}\``);
  }
  if (connection.status !== "ACTIVE")
    throw new MatonError(400, `Connection \`${id}\` is not active (status ${connection.status})`);
}

/** Resolves the connection of a proxied call: the one in the header, otherwise the default one. */
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
