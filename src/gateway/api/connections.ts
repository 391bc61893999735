import { isGatewayError } from "../errors/gateway-error.ts";
import type { Call } from "../http/call.ts";
import type { GatewayRequest } from "../http/gateway-request.ts";
import { isJsonObject, type JsonObject, listAt, objectAt, textAt } from "../http/shape.ts";
import { WHATSAPP_APP } from "../http/target.ts";
import type { Settings } from "../options/settings.ts";
import { underSignals } from "../retry/under-signals.ts";
import type { CallOptions } from "../types/call-options.ts";
import type { Connection } from "../types/connection.ts";
import { checkedId } from "./ids.ts";
import { type WaitCall, waitUntilActive } from "./wait-until-active.ts";

export interface ConnectionListCall extends CallOptions {
  /** Default `whatsapp-business`. */
  app?: string;
  status?: "ACTIVE" | "PENDING" | "FAILED";
}

export interface ConnectionCall extends CallOptions {
  connectionId: string;
}

/** Maton's connections (control plane). Source: Maton's api-gateway skill. All throw {@link GatewayError}. */
export interface Connections {
  /** All of the app; in no documented order. */
  list(call?: ConnectionListCall): Promise<Connection[]>;
  /** @throws MYCO_CONNECTION_UNKNOWN when Maton itself says that there is none; a 404 of anything before it is MYCO_GATEWAY_RESPONSE */
  get(call: ConnectionCall): Promise<Connection>;
  /**
   * Makes a new PENDING connection; a person has to open its `url`. Every call makes another one, so it is never repeated
   * after an unclear failure (`ambiguous`). Once the connection is made this returns it: when it cannot be read back, with what the
   * answer to the create told, which may be the id alone (`status` is UNKNOWN then).
   */
  create(call?: CallOptions & { app?: string }): Promise<Connection>;
  /** One that Maton does not know any more counts as done: `absent`. A web page in place of an answer counts as nothing. */
  delete(call: ConnectionCall): Promise<"deleted" | "absent">;
  /**
   * Looks every `intervalMs` until the connection is ACTIVE. What may pass is waited out: PENDING, 404 (just made), 429, 5xx, no
   * network; a refused key ends it.
   * @throws MYCO_CONNECTION_NOT_ACTIVE when it is FAILED, MYCO_TIMED_OUT, MYCO_INTERRUPTED
   */
  waitUntilActive(call: WaitCall): Promise<Connection>;
}

/** What waiting needs besides the calls. */
type WaitContext = Pick<Settings, "clock" | "signal">;

export function connectionsApi(call: Call, { clock, signal: ending }: WaitContext): Connections {
  const get: Connections["get"] = ({ connectionId, signal }) =>
    call({ ...READ, segments: ["connections", checkedConnection(connectionId)], signal }, (body) =>
      readConnection(objectAt(body, "the answer").connection ?? body, "the connection"),
    );

  return {
    get,
    waitUntilActive: (options) =>
      underSignals([ending, options.signal], (signal) => waitUntilActive({ ...options, signal }, get, clock)),

    async list({ app = WHATSAPP_APP, status, signal } = {}) {
      const found = new Map<string, Connection>();
      let next: Cursor | undefined;
      let known: number;
      do {
        const query = { app, status, ...next };
        const request: GatewayRequest = { ...READ, segments: ["connections"], query, signal };
        const page = await call(request, readConnectionPage);
        known = found.size;
        for (const connection of page.connections) found.set(connection.connection_id, connection);
        next = page.next;
        // A server that does not know the cursor gives the first page again and again.
      } while (next !== undefined && found.size > known);
      return [...found.values()].filter((one) => one.app === app && (status === undefined || one.status === status));
    },

    async create({ app = WHATSAPP_APP, signal } = {}) {
      const request: GatewayRequest = {
        ...CONTROL,
        method: "POST",
        segments: ["connections"],
        json: { app },
        idempotent: false,
        signal,
      };
      const made = await call(request, (body) => readCreated(body, app));
      const connectionId = made.connection_id;
      // The connection exists, whatever a read says of it: its id must not be lost.
      const read = await get({ connectionId, signal }).catch((error: unknown) => ignored(error, made));
      return read.connection_id === connectionId ? read : made;
    },

    async delete({ connectionId, signal }) {
      const segments = ["connections", checkedConnection(connectionId)];
      const request: GatewayRequest = {
        ...CONTROL,
        method: "DELETE",
        segments,
        idempotent: true,
        ignoreBody: true,
        signal,
      };
      try {
        await call(request, () => undefined);
        return "deleted";
      } catch (error) {
        if (isGatewayError(error) && error.code === "MYCO_CONNECTION_UNKNOWN") return "absent";
        throw error;
      }
    },
  };
}

const CONTROL = { plane: "control" } as const;
const READ = { ...CONTROL, method: "GET", idempotent: true } as const;

function checkedConnection(id: string): string {
  return checkedId("connection", id, "connection's id");
}

type Cursor = { next_token: string } | { cursor: string };

/** No cursor is documented for this list, but its siblings have `next_token`, and one client saw `cursor`: both are followed. */
function readConnectionPage(body: unknown): { connections: Connection[]; next: Cursor | undefined } {
  const connections = listAt(body, "connections").map((value, index) => readConnection(value, `connections[${index}]`));
  const { next_token, cursor } = objectAt(body, "the answer");
  return { connections, next: cursorOf("next_token", next_token) ?? cursorOf("cursor", cursor) };
}

function cursorOf(name: "next_token" | "cursor", value: unknown): Cursor | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  return name === "cursor" ? { cursor: value } : { next_token: value };
}

function readConnection(value: unknown, where: string): Connection {
  const connection = objectAt(value, where);
  return {
    ...connection,
    connection_id: textAt(connection, "connection_id", where),
    status: textAt(connection, "status", where),
    app: textAt(connection, "app", where),
  };
}

/**
 * What the answer to a create tells. Flat, nested under `connection`, and three spellings of the id are in use; the rest varies,
 * too: some have the id alone.
 */
function readCreated(body: unknown, wantedApp: string): Connection {
  const answer = objectAt(body, "the answer");
  const created: JsonObject = isJsonObject(answer.connection) ? answer.connection : answer;
  const name = ["connection_id", "connection_Id", "id"].find((field) => created[field] !== undefined);
  const { connection_Id: _, id: __, status, app, ...rest } = created;
  return {
    ...rest,
    connection_id: textAt(created, name ?? "connection_id", "the connection"),
    status: typeof status === "string" && status !== "" ? status : "UNKNOWN",
    app: typeof app === "string" && app !== "" ? app : wantedApp,
  };
}

/** The failure of a call is reported where requests are traced; anything else is a defect. */
function ignored<T>(error: unknown, instead: T): T {
  if (isGatewayError(error)) return instead;
  throw error;
}
