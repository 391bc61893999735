import { MycobotError } from "../../errors/index.ts";
import { type ConnectionStatus as KnownStatus, WHATSAPP_APP } from "../../model/connection.ts";
import { isGatewayError } from "../errors/gateway-error.ts";
import type { Call } from "../http/call.ts";
import type { GatewayRequest } from "../http/gateway-request.ts";
import { isJsonObject, type JsonObject, listAt, objectAt, textAt } from "../http/json.ts";
import type { Settings } from "../options/settings.ts";
import type { Clock } from "../rate/clock.ts";
import { sleep, underSignals } from "../retry/abort-signals.ts";
import { checkedId } from "./ids.ts";
import type { CallOptions } from "./proxy-request.ts";

/** The known statuses; others are possible. UNKNOWN: created, but not read back yet. */
export type ConnectionStatus = KnownStatus | "UNKNOWN" | (string & {});

/** A Maton connection: one person's grant for one app. Source: Maton's api-gateway skill. No field can be updated. */
export interface Connection {
  connection_id: string;
  status: ConnectionStatus;
  app: string;
  /** RFC 3339 with microseconds: `2025-12-08T07:20:53.488460Z`. */
  creation_time?: string;
  last_updated_time?: string;
  /** Where a person completes the connection. Contains a session token: do not store it, and print it only on request. */
  url?: string | null;
  /** `OAUTH2` for WhatsApp Business. */
  method?: string;
  metadata?: Record<string, unknown>;
  [field: string]: unknown;
}

export interface ConnectionListCall extends CallOptions {
  /** Default {@link WHATSAPP_APP}. */
  app?: string;
  status?: KnownStatus;
}

export interface ConnectionCall extends CallOptions {
  connectionId: string;
}

export interface WaitCall extends ConnectionCall {
  /** Default: as Maton's own command. */
  timeoutMs?: number;
  /** Between two reads. Default: as Maton's own command. */
  intervalMs?: number;
}

/** The defaults of Maton's own command. Source: its manual, `connection create`. */
const WAIT = { timeoutMs: 300_000, intervalMs: 2_000 };

/** Maton's connections (control plane). Source: Maton's api-gateway skill. All methods throw {@link GatewayError}. */
export interface Connections {
  /** All connections of the app, in no documented order. */
  list(call?: ConnectionListCall): Promise<Connection[]>;
  /** @throws MYCO_CONNECTION_UNKNOWN for Maton's own 404; a 404 of a server in front of it is MYCO_GATEWAY_RESPONSE */
  get(call: ConnectionCall): Promise<Connection>;
  /**
   * Creates a new PENDING connection, which a person completes at its `url`. Each call creates another one, so it is never retried
   * after an unclear failure (`ambiguous`). Once the connection exists, this method returns it: if it cannot be read back, with the
   * fields of the first answer, which may be the id alone (`status` is UNKNOWN then).
   */
  create(call?: CallOptions & { app?: string }): Promise<Connection>;
  /** A connection that Maton does not know is `absent`. A web page in place of an answer is an error. */
  delete(call: ConnectionCall): Promise<"deleted" | "absent">;
  /**
   * Reads the connection every `intervalMs` until it is ACTIVE. Continues on temporary conditions: PENDING, 404 (just created), 429,
   * 5xx, network failures. A rejected key ends it.
   * @throws MYCO_CONNECTION_NOT_ACTIVE when it is FAILED, MYCO_TIMED_OUT, MYCO_INTERRUPTED
   */
  waitUntilActive(call: WaitCall): Promise<Connection>;
}

const CONTROL = { plane: "control" } as const;
const READ = { ...CONTROL, method: "GET", idempotent: true } as const;

export function connectionsApi(call: Call, { clock, signal: ending }: Pick<Settings, "clock" | "signal">): Connections {
  const get: Connections["get"] = ({ connectionId, signal }) =>
    call({ ...READ, segments: ["connections", checkedId("connection", connectionId)], signal }, (body) =>
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
        // A server that ignores the cursor returns the first page again and again.
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
      const created = await call(request, (body) => readCreated(body, app));
      const connectionId = created.connection_id;
      // The connection exists even if it cannot be read: its id must not be lost.
      const read = await get({ connectionId, signal }).catch((error: unknown) => insteadOf(error, created));
      return read.connection_id === connectionId ? read : created;
    },

    async delete({ connectionId, signal }) {
      const request: GatewayRequest = {
        ...CONTROL,
        method: "DELETE",
        segments: ["connections", checkedId("connection", connectionId)],
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

type Cursor = { next_token: string } | { cursor: string };

/** No cursor is documented for this list. Maton's other lists have `next_token`, and one client uses `cursor`: both are followed. */
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
 * Reads the answer to a create. Its forms vary: flat or nested under `connection`, three spellings of the id, and sometimes the id
 * alone.
 */
function readCreated(body: unknown, requestedApp: string): Connection {
  const answer = objectAt(body, "the answer");
  const created: JsonObject = isJsonObject(answer.connection) ? answer.connection : answer;
  const name = ["connection_id", "connection_Id", "id"].find((field) => created[field] !== undefined);
  const { connection_Id: _, id: __, status, app, ...rest } = created;
  return {
    ...rest,
    connection_id: textAt(created, name ?? "connection_id", "the connection"),
    status: typeof status === "string" && status !== "" ? status : "UNKNOWN",
    app: typeof app === "string" && app !== "" ? app : requestedApp,
  };
}

/** A failed call appears in the trace of requests; any other error is a defect. */
function insteadOf<T>(error: unknown, value: T): T {
  if (isGatewayError(error)) return value;
  throw error;
}

async function waitUntilActive(
  { connectionId, timeoutMs = WAIT.timeoutMs, intervalMs = WAIT.intervalMs, signal }: WaitCall,
  get: Connections["get"],
  clock: Clock,
): Promise<Connection> {
  const end = clock.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const connection = await get({ connectionId, signal });
      if (connection.status === "ACTIVE") return connection;
      if (connection.status === "FAILED") throw failed(connectionId);
      last = undefined;
    } catch (error) {
      if (!isTemporary(error)) throw error;
      last = error;
    }
    const left = end - clock.now();
    if (left <= 0) throw timedOut(connectionId, timeoutMs, last);
    await interruptible(connectionId, () => sleep(clock, Math.min(intervalMs, left), signal));
  }
}

/** Includes 404: a connection that was just created may not be visible everywhere. */
function isTemporary(error: unknown): boolean {
  if (!isGatewayError(error) || error.code === "MYCO_INTERRUPTED") return false;
  const { status } = error;
  return status === undefined || status === 404 || status === 429 || status >= 500;
}

async function interruptible(connectionId: string, wait: () => Promise<void>): Promise<void> {
  try {
    await wait();
  } catch (cause) {
    throw new MycobotError("MYCO_INTERRUPTED", `Waiting for connection ${connectionId} was interrupted`, { cause });
  }
}

function failed(connectionId: string): MycobotError {
  return new MycobotError("MYCO_CONNECTION_NOT_ACTIVE", `Connection ${connectionId} is FAILED`, {
    hint: `Delete it (\`mycobot connections delete ${connectionId}\`) and create a new one.`,
  });
}

function timedOut(connectionId: string, timeoutMs: number, cause: unknown): MycobotError {
  const why = cause instanceof Error ? `: ${cause.message}` : "";
  return new MycobotError(
    "MYCO_TIMED_OUT",
    `Connection ${connectionId} was not ACTIVE after ${Math.round(timeoutMs / 1000)} s${why}`,
    {
      hint: `Open its URL (\`mycobot connections open ${connectionId}\`). A link older than half an hour has expired; create a new connection then.`,
      cause,
    },
  );
}
