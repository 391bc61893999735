import type { Context } from "hono";
import type { EmulatorApp, EmulatorContext, EmulatorEnv } from "../http-env.ts";
import { isObject, type JsonObject } from "../json.ts";
import { MatonError } from "../maton/maton-error.ts";
import { connectionView, findConnection, newConnection } from "../store/connections.ts";
import type { Connection } from "../store/state.ts";
import type { World } from "../world.ts";

const METHODS = ["API_KEY", "BASIC", "JWT", "OAUTH1", "OAUTH2", "MCP"];

async function bodyOf(c: EmulatorContext): Promise<JsonObject> {
  try {
    const body: unknown = JSON.parse((await c.req.text()) || "{}");
    if (isObject(body)) return body;
  } catch {}
  throw new MatonError(400, "Request body must be a JSON object");
}

function connectionInPath(world: World, c: Context<EmulatorEnv, "/:connection">): Connection {
  const connection = findConnection(world.state, c.req.param("connection"));
  if (connection === undefined) throw new MatonError(404, `Connection \`${c.req.param("connection")}\` not found`);
  return connection;
}

function create(world: World, { app, method }: JsonObject): Connection {
  if (typeof app !== "string" || !/^[a-z0-9-]+$/.test(app)) throw new MatonError(400, "Missing or invalid field `app`");
  if (method !== undefined && !METHODS.includes(String(method)))
    throw new MatonError(400, `Invalid method \`${String(method)}\``);
  const connection = newConnection({
    app,
    ...(method === undefined ? {} : { method: String(method) }),
    status: world.options.connect === "auto" ? "ACTIVE" : "PENDING",
    now: world.now(),
    linkMinutes: world.switches.connectLinkMinutes,
  });
  world.state.connections.push(connection);
  world.changed();
  return connection;
}

/** Answers of a create: the documented flat one, and two that older clients have met. */
function created(world: World, connection: Connection): JsonObject {
  const view = connectionView(connection, world.origin);
  const { connection_id, status, url, app } = view;
  switch (world.switches.connectionCreateShape) {
    case "id-only":
      return { connection_id: connection_id ?? null };
    case "nested":
      return { connection: view };
    default:
      return { connection_id: connection_id ?? null, status: status ?? null, url: url ?? null, app: app ?? null };
  }
}

function listed(world: World, { app, status, method, limit }: Record<string, string>): JsonObject {
  const found = world.state.connections.filter(
    (connection) =>
      (app === undefined || connection.app === app) &&
      (status === undefined || connection.status === status.toUpperCase()) &&
      (method === undefined || connection.method === method),
  );
  const most = limit === undefined ? found.length : Number(limit);
  const views = found
    .slice(0, most)
    .map((connection) => ({ ...connectionView(connection, world.origin), method: connection.method }));
  return { connections: views };
}

/** Maton's control plane: connections can be listed, made, read and deleted, never changed. */
export function connectionRoutes(app: EmulatorApp, world: World): void {
  app.get("/", (c) => c.json(listed(world, c.req.query())));
  app.post("/", async (c) => c.json(created(world, create(world, await bodyOf(c)))));
  app.get("/:connection", (c) => c.json({ connection: connectionView(connectionInPath(world, c), world.origin) }));
  app.delete("/:connection", (c) => {
    const connection = connectionInPath(world, c);
    world.state.connections = world.state.connections.filter((other) => other !== connection);
    world.changed();
    return world.switches.deleteStatus === 204 ? c.body(null, 204) : c.json({});
  });
}
