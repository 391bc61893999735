import type { Context } from "hono";
import type { EmulatorContext } from "../emulator-context.ts";
import type { EmulatorApp, EmulatorEnv, RequestContext } from "../http-env.ts";
import { isObject, type JsonObject } from "../json.ts";
import { MatonError } from "../maton/maton-error.ts";
import { connectionView, findConnection, newConnection } from "../store/connections.ts";
import type { Connection } from "../store/state.ts";

const METHODS = ["API_KEY", "BASIC", "JWT", "OAUTH1", "OAUTH2", "MCP"];

async function bodyOf(c: RequestContext): Promise<JsonObject> {
  try {
    const body: unknown = JSON.parse((await c.req.text()) || "{}");
    if (isObject(body)) return body;
  } catch {}
  throw new MatonError(400, "Request body must be a JSON object");
}

function connectionInPath(emulator: EmulatorContext, c: Context<EmulatorEnv, "/:connection">): Connection {
  const connection = findConnection(emulator.state, c.req.param("connection"));
  if (connection === undefined) throw new MatonError(404, `Connection \`${c.req.param("connection")}\` not found`);
  return connection;
}

function create(emulator: EmulatorContext, { app, method }: JsonObject): Connection {
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

/** Answers of a create: the documented flat one, and two that older clients have met. */
function created(emulator: EmulatorContext, connection: Connection): JsonObject {
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
  const most = limit === undefined ? found.length : Number(limit);
  const views = found
    .slice(0, most)
    .map((connection) => ({ ...connectionView(connection, emulator.origin), method: connection.method }));
  return { connections: views };
}

/** Maton's control plane: connections can be listed, made, read and deleted, never changed. */
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
