import type { Connection } from "../../../../gateway/index.ts";
import { WHATSAPP_APP } from "../../../../model/connection.ts";
import { connectionUsers } from "../../../account/connection-users.ts";
import { projectStacks, stackConnections } from "../../../account/declared.ts";
import type { Context } from "../../../context.ts";
import { EXIT } from "../../../exit-codes.ts";
import { resolvedConnection } from "../../../scope/connection.ts";
import type { Scope } from "../../../scope/scope.ts";
import { attempt, type Examination, type Finding, failed, type GatewayCheck, passed, warned } from "../check.ts";
import { gatewayFailure } from "./gateway.ts";

const NAME = "connection";

interface Verdict {
  finding: Finding;
  /** The connection, if it can be used. */
  id?: string;
}

/** Whether there is an ACTIVE connection to use. */
export const connection: GatewayCheck = {
  name: NAME,
  run: async (examination, scope) => {
    if (examination.connections === undefined) return [];
    const { connections, context } = examination;
    const { finding, id } = await verdictOn(examination, scope, connections);
    if (id !== undefined) finding.message += await usersText(connections, id, context);
    if (id !== undefined) examination.connection = { connection: id, signal: scope.signal };
    return [finding];
  },
};

async function verdictOn(
  { context }: Examination,
  { gateway, signal, sources }: Scope,
  all: readonly Connection[],
): Promise<Verdict> {
  const { value: found, error: refused } = await attempt(() => resolvedConnection(sources, context, async () => all));
  if (refused !== undefined) return refusal(refused.message, refused.hint);
  const { id: connectionId, from } = found;
  const known = all.find((each) => each.connection_id === connectionId);
  if (known !== undefined) return judged(known, from, all);
  const { value, error } = await attempt(() => gateway.connections.get({ connectionId, signal }));
  if (error === undefined) return judged(value, from, all);
  // Any other error says nothing about the connection: a 404 of another server, an outage.
  if (error.code !== "MYCO_CONNECTION_UNKNOWN") return { finding: gatewayFailure(error) };
  const ids = all.map((each) => `${each.connection_id} (${each.status})`).join(", ");
  return refusal(
    `${from}: the key has no connection ${connectionId}.`,
    ids === "" ? "Create one: mycobot connections create." : `Available: ${ids}.`,
  );
}

/** Which stacks of the project use the connection, and which use others. */
async function usersText(all: readonly Connection[], own: string, context: Context): Promise<string> {
  const users = connectionUsers(await stackConnections(await projectStacks(context), context), all, context);
  const others = all.filter(({ connection_id }) => connection_id !== own).map(({ connection_id: id }) => id);
  const used = (id: string) => users.get(id)?.join(", ");
  return [
    ...(used(own) === undefined ? [] : [`; used by ${used(own)}`]),
    ...others.filter((id) => used(id) !== undefined).map((id) => `; ${id} is used by ${used(id)}`),
  ].join("");
}

function refusal(message: string, hint: string | undefined): Verdict {
  return { finding: failed(NAME, EXIT.invalid, message, hint) };
}

function judged({ connection_id: id, status, app }: Connection, from: string, all: readonly Connection[]): Verdict {
  const named = `${id} (${from})`;
  if (app !== WHATSAPP_APP) {
    const message = `${named} is a connection for ${app}, not for ${WHATSAPP_APP}.`;
    return refusal(message, "Specify a connection listed by `mycobot connections list`.");
  }
  if (status === "ACTIVE") return accepted(`${named} is ACTIVE`, id, all);
  if (status === "PENDING") {
    return refusal(
      `${named} is PENDING: authorization was not completed.`,
      `Complete it: mycobot connections open ${id} --wait. A link older than 30 minutes has expired; create a new connection.`,
    );
  }
  return refusal(`${named} is ${status}.`, "Delete it, and create a new one: mycobot connections create.");
}

/** Uncompleted connections cause a warning: an interrupted run may have created them. */
function accepted(message: string, id: string, all: readonly Connection[]): Verdict {
  const pending = all.filter((each) => each.status === "PENDING").map((each) => each.connection_id);
  if (pending.length === 0) return { finding: passed(NAME, message), id };
  const hint =
    "Delete what is not needed: mycobot connections delete ID. Complete the others: mycobot connections open ID.";
  return { finding: warned(NAME, `${message}. Also PENDING: ${pending.join(", ")}`, hint), id };
}

/** A failure of this check, found by another one. */
export function connectionFailure(message: string, hint: string | undefined): Finding {
  return refusal(message, hint).finding;
}
