import type { Connection } from "../../gateway/index.ts";
import { chosenConnection } from "../../model/connection.ts";
import type { Context } from "../context.ts";
import type { StackConnections } from "./declared.ts";

/** The names of the stacks that use or declare each connection, by its id. */
export function connectionUsers(
  stacks: readonly StackConnections[],
  connections: readonly Connection[],
  { io }: Context,
): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { stack, known } of stacks) {
    const ids = new Set(known.map(({ id }) => id));
    const fallback =
      chosenConnection(stack) === undefined ? defaultConnection(connections, io.env.MATON_CONNECTION) : "";
    if (fallback !== "") ids.add(fallback);
    for (const id of ids) users.set(id, [...(users.get(id) ?? []), stack.name]);
  }
  return users;
}

/** The connection of a stack that chooses none. */
function defaultConnection(connections: readonly Connection[], fromEnvironment = ""): string {
  if (fromEnvironment !== "") return fromEnvironment;
  const [only, ...others] = connections.filter(({ status }) => status === "ACTIVE");
  return only === undefined || others.length > 0 ? "" : only.connection_id;
}
