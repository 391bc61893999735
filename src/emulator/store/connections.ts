import { matonTime, PERIODS } from "../clock.ts";
import { connectionId, hexToken } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import type { ConnectionRecord, ConnectionState, EmulatorState } from "./state.ts";

/** WhatsApp's app at Maton: the first segment of every proxied path. */
export const WHATSAPP_APP = "whatsapp-business";

interface NewConnection {
  id?: string;
  app: string;
  method?: string;
  status: ConnectionState;
  now: number;
  linkMinutes: number;
}

export function newConnection({ id, app, method, status, now, linkMinutes }: NewConnection): ConnectionRecord {
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

export function findConnection(state: EmulatorState, id: string): ConnectionRecord | undefined {
  return state.connections.find((connection) => connection.id === id);
}

export function setConnectionStatus(connection: ConnectionRecord, status: ConnectionState, now: number): void {
  connection.status = status;
  connection.updated = matonTime(now);
}

/** The ACTIVE connection of an app for calls that name no connection. */
export function defaultConnection(
  state: EmulatorState,
  app: string,
  which: "oldest" | "newest",
): ConnectionRecord | undefined {
  const active = state.connections.filter((connection) => connection.app === app && connection.status === "ACTIVE");
  const byAge = active.toSorted((a, b) => (a.created < b.created ? -1 : 1));
  return byAge.at(which === "oldest" ? 0 : -1);
}

/** The object that Maton shows; its URL contains the session token. */
export function connectionView(connection: ConnectionRecord, origin: string): JsonObject {
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
