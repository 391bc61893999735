import type { Connection } from "../../gateway/index.ts";
import type { Context } from "../context.ts";
import { fieldLines } from "../output/fields.ts";

/** How long `--wait` waits for a connection, in milliseconds. */
export const CONNECTION_TIMEOUT = 5 * 60_000;

export const WAIT_EXIT_CODES = { 8: "with --wait: still PENDING after --timeout" } as const;

/** A connection without its URL, which is a session token. */
export function connectionView({ url: _, ...rest }: Connection): Omit<Connection, "url"> {
  return rest;
}

/** Prints a connection without its URL. */
export function printConnection(connection: Connection, context: Context): void {
  if (context.json) {
    context.printJson({ connection: connectionView(connection) });
    return;
  }
  const { connection_id, status, app, method, creation_time, last_updated_time, metadata = {} } = connection;
  const more = Object.entries(metadata).map(([name, value]) => [name, JSON.stringify(value)] as const);
  const fields = [
    ["connection", connection_id],
    ["status", status],
    ["app", app],
    ["method", method],
    ["created", creation_time],
    ["changed", last_updated_time],
    ...more,
  ] as const;
  context.print(fieldLines(fields, context.width, context.paint));
}
