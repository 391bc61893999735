import { isMycobotError, MycobotError } from "../../errors/index.ts";
import type { Call } from "../http/call.ts";
import { unlessAborted } from "../retry/abort-signals.ts";
import type { Connection, Connections } from "./connections.ts";
import { checkedId } from "./ids.ts";

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

/**
 * Gives a connection to the calls through the proxy that name none: `declared`, else the only ACTIVE one. The list is read once,
 * and again after the gateway has refused that connection.
 */
export function withConnection(call: Call, connections: Connections, declared: string | undefined): Call {
  let only: Promise<string> | undefined;
  const list = async () => {
    const hint = "Pass its id as `connection`, or set MATON_CONNECTION.";
    return onlyActive(await connections.list(), hint).connection_id;
  };
  const chosen = (): Promise<string> => {
    if (declared !== undefined) return Promise.resolve(checkedId("connection", declared));
    only ??= list().catch((error: unknown) => {
      only = undefined;
      throw error;
    });
    return only;
  };
  return async (request, read) => {
    if (request.plane !== "proxy" || request.connection !== undefined) return call(request, read);
    const { signal } = request;
    // A call whose signal has aborted reports that itself. The others still wait for the same list.
    const connection = await (signal === undefined
      ? chosen()
      : unlessAborted(signal, chosen).catch((error: unknown) => {
          if (signal.aborted) return undefined;
          throw error;
        }));
    try {
      return await call({ ...request, connection }, read);
    } catch (error) {
      if (isMycobotError(error) && REFUSED.has(error.code)) only = undefined;
      throw error;
    }
  };
}

const REFUSED: ReadonlySet<string> = new Set(["MYCO_CONNECTION_UNKNOWN", "MYCO_CONNECTION_NOT_ACTIVE"]);
