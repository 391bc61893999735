import { isDeepStrictEqual } from "node:util";
import { MycobotError } from "../errors/index.ts";
import { type Connection, GatewayError, isGatewayError } from "../gateway/index.ts";
import { WHATSAPP_APP } from "../model/connection.ts";
import type { CheckResult, CreateResult, DiffResult } from "./define-resource.ts";
import { defineResource, type ResourceHandlers, STATE_VERSION } from "./define-resource.ts";
import { containsUnknown, type PropertyBag, withoutEngineKeys } from "./property-bag.ts";
import type { Run } from "./run.ts";

interface ConnectionInputs {
  app: string;
  /** Id of an adopted connection. */
  existing?: string;
}

function labelOf(bag: PropertyBag): string {
  return `connection ${String(bag.existing ?? bag.connectionId ?? `to ${bag.app ?? WHATSAPP_APP}`)}`;
}

function inputsOf(bag: PropertyBag): ConnectionInputs {
  const { app, existing } = bag as Partial<ConnectionInputs>;
  return { app: app ?? WHATSAPP_APP, ...(existing === undefined ? {} : { existing }) };
}

/** Without the `url`: it contains a session token. */
function outputsOf(inputs: ConnectionInputs, connection: Connection, run: Run): PropertyBag {
  return {
    ...inputs,
    connectionId: connection.connection_id,
    status: connection.status,
    createdAt: connection.creation_time,
    gateway: run.identity.origin,
    stateVersion: STATE_VERSION,
  };
}

/** A connection that exists. */
export function importedConnection(
  bag: PropertyBag,
  connection: Connection,
  run: Run,
): { id: string; outputs: PropertyBag } {
  return { id: connection.connection_id, outputs: outputsOf(inputsOf(bag), connection, run) };
}

function check(_olds: PropertyBag, news: PropertyBag, run: Run): CheckResult {
  const given = withoutEngineKeys(news);
  if (containsUnknown(given)) return { inputs: given };
  if (typeof given.existing === "string") run.claims.add("connection", given.existing);
  const failures = ["app", "existing"]
    .filter(
      (property) => given[property] !== undefined && (typeof given[property] !== "string" || given[property] === ""),
    )
    .map((property) => ({ property, reason: `${property} must be a non-empty string` }));
  return failures.length > 0 ? { inputs: given, failures } : { inputs: { ...inputsOf(given) } };
}

/** No field of a connection can be updated: every change replaces it. */
function diff(olds: PropertyBag, news: PropertyBag): DiffResult {
  if (containsUnknown(withoutEngineKeys(news))) return { changes: true };
  const [before, after] = [inputsOf(olds), inputsOf(news)];
  if (isDeepStrictEqual(before, after)) return { changes: false };
  const replaces = (["app", "existing"] as const).filter((key) => before[key] !== after[key]);
  return { changes: true, replaces, deleteBeforeReplace: false };
}

async function create(bag: PropertyBag, run: Run): Promise<CreateResult> {
  const inputs = inputsOf(bag);
  const connection = await adoptOrCreate(inputs, run);
  if (connection.status === "PENDING") {
    const { connection_id: id } = connection;
    const text = `connection ${id} is PENDING until it is authorized: 'mycobot connections open ${id}' shows the link.`;
    run.warnings.add("MYCO_W_CONNECTION_PENDING", text);
  }
  return { id: connection.connection_id, outs: outputsOf(inputs, connection, run) };
}

async function adoptOrCreate(inputs: ConnectionInputs, run: Run): Promise<Connection> {
  const { connections } = run.gateway();
  if (inputs.existing !== undefined) return connections.get({ connectionId: inputs.existing });
  try {
    return await connections.create({ app: inputs.app });
  } catch (error) {
    if (!(error instanceof GatewayError) || !error.ambiguous) throw error;
    // Create is not idempotent, and a pending connection does not show its owner: no retry, and no adoption of a pending one.
    throw new MycobotError(error.code, `${error.message}. The connection may have been created`, {
      hint: "Run 'mycobot connections list --status PENDING', delete the connection that is not needed, then run 'pulumi up' again.",
      cause: error,
    });
  }
}

/** Maton's own answer for an unknown connection. Other 404s prove nothing. */
function isUnknown(error: unknown): boolean {
  return isGatewayError(error) && error.code === "MYCO_CONNECTION_UNKNOWN";
}

/**
 * An unknown connection counts as gone only if the user confirms it: the key of another account gets the same answer, and Maton
 * publishes nothing that identifies the account of a connection.
 *
 * @throws MYCO_LOSS_SUSPECTED
 */
function assertLossAccepted(id: string, run: Run, cause: unknown): void {
  const accepted = `connection:${id}`;
  if (run.acceptsLoss(accepted)) return;
  throw new MycobotError(
    "MYCO_LOSS_SUSPECTED",
    `the gateway does not know connection ${id}; the key of another account would get the same answer. Kept in state`,
    {
      hint: `Check MATON_API_KEY. If the connection was deleted, run again with MYCOBOT_ACCEPT_LOSS=${accepted}.`,
      cause,
    },
  );
}

async function read(
  outputs: PropertyBag,
  run: Run,
  id: string,
): Promise<{ id: string; props: PropertyBag; inputs: PropertyBag } | undefined> {
  const inputs = inputsOf(outputs);
  try {
    const connection = await run.gateway().connections.get({ connectionId: id });
    return { id, props: outputsOf(inputs, connection, run), inputs: { ...inputs } };
  } catch (error) {
    if (!isUnknown(error)) throw error;
    assertLossAccepted(id, run, error);
    return undefined;
  }
}

/** An adopted connection is never deleted, nor one that the stack file now declares by id. */
async function remove(outputs: PropertyBag, run: Run, id: string): Promise<void> {
  if (inputsOf(outputs).existing !== undefined || run.claims.has("connection", id)) return;
  run.failures.assertNone();
  const { connections } = run.gateway();
  try {
    await connections.get({ connectionId: id });
  } catch (error) {
    if (!isUnknown(error)) throw error;
    return assertLossAccepted(id, run, error);
  }
  // The key belongs to the right account: it has just read the connection.
  try {
    await connections.delete({ connectionId: id });
  } catch (error) {
    if (await isGone(id, run)) return;
    throw error;
  }
}

/** Whether the connection is gone, after a delete that failed. False if that cannot be read. */
async function isGone(id: string, run: Run): Promise<boolean> {
  try {
    await run.gateway().connections.get({ connectionId: id });
    return false;
  } catch (error) {
    return isUnknown(error);
  }
}

/** The handlers of a Connection resource. Without update: every change replaces. */
export function connectionHandlers(run: Run): ResourceHandlers {
  return defineResource({ label: labelOf, check, diff, create, read, delete: remove }, run);
}
