import { matonTime, PERIODS } from "../clock.ts";
import { connectionId, hexToken } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import type { Connection, ConnectionStatus, EmulatorState } from "./state.ts";

export const WHATSAPP_APP = "whatsapp-business";

export interface NewConnection {
  id?: string;
  app: string;
  method?: string;
  status: ConnectionStatus;
  now: number;
  linkMinutes: number;
}

export function newConnection({ id, app, method, status, now, linkMinutes }: NewConnection): Connection {
  const time = matonTime(now);
  return {
    id: id ?? connectionId(),
    app,
    method: method ?? "OAUTH2",
    status,
    created: time,
    updated: time,
    sessionToken: hexToken() + hexToken(),
    linkUntil: now + linkMinutes * PERIODS.MINUTE,
    metadata: {},
  };
}

export function findConnection(state: EmulatorState, id: string): Connection | undefined {
  return state.connections.find((connection) => connection.id === id);
}

export function setConnectionStatus(connection: Connection, status: ConnectionStatus, now: number): void {
  connection.status = status;
  connection.updated = matonTime(now);
}

/** The ACTIVE connection of an app that serves calls naming none. */
export function defaultConnection(
  state: EmulatorState,
  app: string,
  which: "oldest" | "newest",
): Connection | undefined {
  const active = state.connections.filter((connection) => connection.app === app && connection.status === "ACTIVE");
  const byAge = active.toSorted((a, b) => (a.created < b.created ? -1 : 1));
  return byAge.at(which === "oldest" ? 0 : -1);
}

/** The object as Maton shows it; the URL carries the session token. */
export function connectionView(connection: Connection, origin: string): JsonObject {
  return {
    connection_id: connection.id,
    status: connection.status,
    creation_time: connection.created,
    last_updated_time: connection.updated,
    url: `${origin}/_emulator/connect?session_token=${connection.sessionToken}`,
    app: connection.app,
    metadata: connection.metadata,
  };
}
