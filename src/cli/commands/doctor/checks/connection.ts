import { isMycobotError } from "../../../../errors/index.ts";
import { onlyActive } from "../../../../gateway/api/only-active.ts";
import type { Connection } from "../../../../gateway/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import { findConnection, namedConnection } from "../../../target/ids.ts";
import { NAME_A_CONNECTION, type Target } from "../../../target/target.ts";
import { attempt } from "../attempt.ts";
import { type Check, failed, passed, warned } from "../check.ts";

const NAME = "connection";
const APP = "whatsapp-business";

export interface CheckedConnection {
  check: Check;
  /** The id, when it can be used. */
  id?: string;
}

function refusal(message: string, hint: string): CheckedConnection {
  return { check: failed(NAME, EXIT.invalid, message, hint) };
}

/** Links that nobody followed: one may be left over from a run that broke off. */
function withOthers(message: string, id: string, connections: readonly Connection[]): CheckedConnection {
  const pending = connections.filter((each) => each.status === "PENDING").map((each) => each.connection_id);
  if (pending.length === 0) return { check: passed(NAME, message), id };
  const text = `${message}. Still PENDING beside it: ${pending.join(", ")}`;
  const hint =
    "Nobody needs them? mycobot connections delete ID. Somebody should complete one: mycobot connections open ID.";
  return { check: warned(NAME, text, hint), id };
}

function judged({ connection_id: id, status, app }: Connection, from: string, all: readonly Connection[]) {
  const named = `${id} (${from})`;
  if (app !== APP)
    return refusal(
      `${named} is a connection for ${app}, not for ${APP}.`,
      "Give one that `mycobot connections list` shows.",
    );
  if (status === "ACTIVE") return withOthers(`${named} is ACTIVE`, id, all);
  if (status === "PENDING") {
    return refusal(
      `${named} is PENDING: nobody has completed it.`,
      `Open it: mycobot connections open ${id} --wait. A link older than half an hour works no more: make another connection then.`,
    );
  }
  return refusal(`${named} is ${status}.`, "Delete it, and make another one: mycobot connections create.");
}

/** Whether there is a connection to use. */
export async function checkConnection(
  { gateway, signal, sources }: Target,
  all: readonly Connection[],
): Promise<CheckedConnection> {
  const { value: connectionId, error: unfit } = await attempt(async () => namedConnection(sources));
  if (unfit !== undefined) return refusal(unfit.message, unfit.hint ?? "");
  if (connectionId === undefined) return onlyOne(all);
  const from = findConnection(sources)?.from ?? "";
  const known = all.find((each) => each.connection_id === connectionId);
  if (known !== undefined) return judged(known, from, all);
  const { value, error } = await attempt(() => gateway.connections.get({ connectionId, signal }));
  if (error === undefined) return judged(value, from, all);
  // Anything else says nothing of the connection: a front's 404, an outage.
  if (error.code !== "MYCO_CONNECTION_UNKNOWN") {
    return { check: failed("gateway", EXIT.failure, error.message, error.hint ?? "") };
  }
  const ids = all.map((each) => `${each.connection_id} (${each.status})`).join(", ");
  return refusal(
    `${from}: the key has no connection ${connectionId}.`,
    ids === "" ? "Make one: mycobot connections create." : `It has: ${ids}.`,
  );
}

function onlyOne(all: readonly Connection[]): CheckedConnection {
  try {
    const { connection_id: id } = onlyActive(all, NAME_A_CONNECTION);
    return withOthers(`${id} is ACTIVE, the only one`, id, all);
  } catch (error) {
    if (isMycobotError(error)) return refusal(error.message, error.hint ?? "");
    throw error;
  }
}
