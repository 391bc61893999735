import { MycobotError } from "../../errors/index.ts";
import type { Connection } from "../types/connection.ts";

function listed(connections: readonly Connection[]): string {
  return connections.map(({ connection_id, status }) => `${connection_id} (${status})`).join(", ");
}

/**
 * The one connection that works, where nobody named one. `naming`: how the caller's user names one, for the hint.
 * @throws MYCO_CONNECTION_NOT_ACTIVE, MYCO_CONNECTION_AMBIGUOUS, naming those there are
 */
export function onlyActive(connections: readonly Connection[], naming: string): Connection {
  const active = connections.filter(({ status }) => status === "ACTIVE");
  const [first, second] = active;
  if (first !== undefined && second === undefined) return first;
  if (first !== undefined) {
    throw new MycobotError("MYCO_CONNECTION_AMBIGUOUS", `The key has several ACTIVE connections: ${listed(active)}.`, {
      hint: naming,
    });
  }
  const pending = connections.find(({ status }) => status === "PENDING");
  throw new MycobotError(
    "MYCO_CONNECTION_NOT_ACTIVE",
    connections.length === 0
      ? "The key has no connection for WhatsApp Business."
      : `None of the key's connections is ACTIVE: ${listed(connections)}.`,
    {
      hint:
        pending === undefined
          ? "Make one with `mycobot connections create`, then open it: `mycobot connections open ID --wait`."
          : `Complete it: \`mycobot connections open ${pending.connection_id} --wait\`.`,
    },
  );
}
