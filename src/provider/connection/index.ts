import { isDeepStrictEqual } from "node:util";
import { MycobotError } from "../../errors/index.ts";
import { type Connection, GatewayError, isGatewayError } from "../../gateway/index.ts";
import { WHATSAPP_APP } from "../account/connection-directory.ts";
import { defineResource, type ResourceHandlers, STATE_VERSION } from "../define-resource.ts";
import type { CheckResult, CreateResult, DiffResult } from "../handler-results.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { containsUnknown, type PropertyBag, withoutEngineKeys } from "../wire.ts";

interface ConnectionInputs {
  app: string;
  /** Id of a connection that was taken over. */
  existing?: string;
}

function labelOf(bag: PropertyBag): string {
  return `connection ${String(bag.existing ?? bag.connectionId ?? `to ${bag.app ?? WHATSAPP_APP}`)}`;
}

function inputsOf(bag: PropertyBag): ConnectionInputs {
  const { app, existing } = bag as Partial<ConnectionInputs>;
  return { app: app ?? WHATSAPP_APP, ...(existing === undefined ? {} : { existing }) };
}

/** Never the `url`: it carries a session token. */
function outputsOf(inputs: ConnectionInputs, connection: Connection, runtime: ProviderRuntime): PropertyBag {
  return {
    ...inputs,
    connectionId: connection.connection_id,
    status: connection.status,
    createdAt: connection.creation_time,
    gateway: runtime.identity.origin,
    stateVersion: STATE_VERSION,
  };
}

function check(_olds: PropertyBag, news: PropertyBag, runtime: ProviderRuntime): CheckResult {
  const given = withoutEngineKeys(news);
  if (containsUnknown(given)) return { inputs: given };
  if (typeof given.existing === "string") runtime.claims.add("connection", given.existing);
  const failures = ["app", "existing"]
    .filter(
      (property) => given[property] !== undefined && (typeof given[property] !== "string" || given[property] === ""),
    )
    .map((property) => ({ property, reason: `${property} must be a string that is not empty` }));
  return failures.length > 0 ? { inputs: given, failures } : { inputs: { ...inputsOf(given) } };
}

/** Nothing of a connection can be updated: every change replaces. */
function diff(olds: PropertyBag, news: PropertyBag): DiffResult {
  if (containsUnknown(withoutEngineKeys(news))) return { changes: true };
  const [before, after] = [inputsOf(olds), inputsOf(news)];
  if (isDeepStrictEqual(before, after)) return { changes: false };
  const replaces = (["app", "existing"] as const).filter((key) => before[key] !== after[key]);
  return { changes: true, replaces, deleteBeforeReplace: false };
}

async function create(bag: PropertyBag, runtime: ProviderRuntime): Promise<CreateResult> {
  const inputs = inputsOf(bag);
  const connection = await takeOrMake(inputs, runtime);
  if (connection.status === "PENDING") {
    const { connection_id: id } = connection;
    const text = `connection ${id} is PENDING until a person grants it: 'mycobot connections open ${id}' shows the link.`;
    runtime.warnings.add("MYCO_W_CONNECTION_PENDING", text);
  }
  return { id: connection.connection_id, outs: outputsOf(inputs, connection, runtime) };
}

async function takeOrMake(inputs: ConnectionInputs, runtime: ProviderRuntime): Promise<Connection> {
  const { connections } = runtime.gateway();
  if (inputs.existing !== undefined) return connections.get({ connectionId: inputs.existing });
  try {
    return await connections.create({ app: inputs.app });
  } catch (error) {
    if (!(error instanceof GatewayError) || !error.ambiguous) throw error;
    // Creating is not idempotent and a pending connection names no owner, so none is taken over and none is tried again.
    throw new MycobotError(error.code, `${error.message}. The connection may have been created all the same`, {
      hint: "Run 'mycobot connections list --status PENDING', delete the one that is not needed, and run 'pulumi up' again.",
      cause: error,
    });
  }
}

/** Maton's own answer that it does not know the connection: other 404s are somebody else's. */
function isUnknown(error: unknown): boolean {
  return isGatewayError(error) && error.code === "MYCO_CONNECTION_UNKNOWN";
}

/**
 * A connection that the gateway does not know counts as gone only when the user says so: the key of another account gets the same
 * answer, and nothing that Maton publishes identifies the account that made it.
 */
function assertLossAccepted(id: string, runtime: ProviderRuntime, cause: unknown): void {
  const accepted = `connection:${id}`;
  if (runtime.acceptsLoss(accepted)) return;
  throw new MycobotError(
    "MYCO_LOSS_SUSPECTED",
    `the gateway does not know connection ${id}, and the key of another account would get the same answer. Kept in state`,
    {
      hint: `Check MATON_API_KEY. If the connection was deleted, run again with MYCOBOT_ACCEPT_LOSS=${accepted}.`,
      cause,
    },
  );
}

async function read(
  outputs: PropertyBag,
  runtime: ProviderRuntime,
  id: string,
): Promise<{ id: string; props: PropertyBag; inputs: PropertyBag } | undefined> {
  const inputs = inputsOf(outputs);
  try {
    const connection = await runtime.gateway().connections.get({ connectionId: id });
    return { id, props: outputsOf(inputs, connection, runtime), inputs: { ...inputs } };
  } catch (error) {
    if (!isUnknown(error)) throw error;
    assertLossAccepted(id, runtime, error);
    return undefined;
  }
}

/** One that was taken over belongs to somebody else; one that the file now names by its id stays as well. */
async function remove(outputs: PropertyBag, runtime: ProviderRuntime, id: string): Promise<void> {
  if (inputsOf(outputs).existing !== undefined || runtime.claims.has("connection", id)) return;
  runtime.failures.assertNone();
  const { connections } = runtime.gateway();
  try {
    await connections.get({ connectionId: id });
  } catch (error) {
    if (!isUnknown(error)) throw error;
    return assertLossAccepted(id, runtime, error);
  }
  // From here on the key is certain to be the right one: it has just read the connection.
  try {
    await connections.delete({ connectionId: id });
  } catch (error) {
    if (await isGone(id, runtime)) return;
    throw error;
  }
}

/** After a delete whose answer says nothing: a closer look, which may fail as well. */
async function isGone(id: string, runtime: ProviderRuntime): Promise<boolean> {
  try {
    await runtime.gateway().connections.get({ connectionId: id });
    return false;
  } catch (error) {
    return isUnknown(error);
  }
}

/** The handlers of a Connection resource, over one run's runtime. There is no update: every change replaces. */
export function connectionHandlers(runtime: ProviderRuntime): ResourceHandlers {
  return defineResource({ label: labelOf, check, diff, create, read, delete: remove }, runtime);
}
