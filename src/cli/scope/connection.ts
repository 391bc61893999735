import type { Connection } from "../../gateway/index.ts";
import type { Context } from "../context.ts";
import { connectionsInState } from "../pulumi/connection-in-state.ts";
import {
  checkedConnection,
  declaredKey,
  type FoundId,
  findConnection,
  type IdSources,
  SPECIFY,
  stackSource,
} from "./ids.ts";

/**
 * The connection that a command uses: of an option, the stack, the environment, else the only ACTIVE one. A connection that the
 * stack declares by its app has its id in Pulumi's state, which is read only if needed: the environment names one, or the key has several.
 *
 * @param list lists the key's connections; called only if needed
 * @throws UsageError, MYCO_CONNECTION_AMBIGUOUS, MYCO_CONNECTION_NOT_ACTIVE
 */
export async function resolvedConnection(
  sources: IdSources,
  context: Context,
  list: () => Promise<readonly Connection[]>,
): Promise<FoundId> {
  const key = declaredKey(sources);
  const named = findConnection(sources);
  if (key === undefined && named !== undefined) return checkedConnection(named);
  const { stack } = sources;
  if (key === undefined || stack === undefined) return only(await list(), SPECIFY.connection);
  const all = named === undefined ? await list() : [];
  const [first, ...others] = all;
  if (first?.status === "ACTIVE" && others.length === 0) return { id: first.connection_id, from: "the only one" };
  const { io } = context;
  const [reading] = await connectionsInState([key], stack, { io, signal: io.interrupts });
  const from = `the connection ${key} of ${stackSource(stack)}`;
  if (reading?.id !== undefined) return checkedConnection({ id: reading.id, from });
  const unknown = `the id of ${from} is not known: ${reading?.why ?? ""}`;
  if (named !== undefined) {
    context.note(`note: ${unknown}. ${named.from} is used.`);
    return checkedConnection(named);
  }
  const found = await only(all, `${sentence(unknown)}. ${reading?.hint ?? ""}, or specify --connection ID.`);
  context.note(`note: ${unknown}. The only ACTIVE connection is used.`);
  return found;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

async function only(all: readonly Connection[], hint: string): Promise<FoundId> {
  const { onlyActive } = await import("../../gateway/index.ts");
  return { id: onlyActive(all, hint).connection_id, from: "the only ACTIVE one" };
}
