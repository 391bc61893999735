import { MycobotError } from "../../errors/index.ts";
import type { Connection } from "./connections.ts";

/**
 * The only ACTIVE connection, for a caller that specified none. `hint` explains how to specify one.
 * @throws MYCO_CONNECTION_NOT_ACTIVE, MYCO_CONNECTION_AMBIGUOUS, with the existing connections
 */
export function onlyActive(connections: readonly Connection[], hint: string): Connection {
  const active = connections.filter(({ status }) => status === "ACTIVE");
  const [first, second] = active;
  if (first !== undefined && second === undefined) return first;
  if (first !== undefined) {
    throw new MycobotError("MYCO_CONNECTION_AMBIGUOUS", `The key has several ACTIVE connections: ${listed(active)}.`, {
      hint,
    });
  }
  const pending = connections.find(({ status }) => status === "PENDING");
  throw new MycobotError(
    "MYCO_CONNECTION_NOT_ACTIVE",
    connections.length === 0
      ? "The key has no connection for WhatsApp Business."
      : `The key has no ACTIVE connection, only: ${listed(connections)}.`,
    {
      hint:
        pending === undefined
          ? "Create one with `mycobot connections create`, then open it: `mycobot connections open ID --wait`."
          : `Complete it: \`mycobot connections open ${pending.connection_id} --wait\`.`,
    },
  );
}

function listed(connections: readonly Connection[]): string {
  return connections.map(({ connection_id, status }) => `${connection_id} (${status})`).join(", ");
}
