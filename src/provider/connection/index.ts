import { isDeepStrictEqual } from "node:util";
import { MycobotError } from "../../errors/index.ts";
import { type Connection, GatewayError } from "../../gateway/index.ts";
import { WHATSAPP_APP } from "../account/connection-directory.ts";
import { asHandler } from "../handler-error.ts";
import type { CheckResult, DiffResult, ReadResult } from "../handler-results.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { type Bag, containsUnknown, toWire, withoutEngineKeys, withProvider } from "../wire.ts";

const STATE_VERSION = 1;

interface ConnectionInputs {
  app: string;
  /** Id of a connection that was taken over. */
  existing?: string;
}

const labelOf = (bag: Bag): string =>
  `connection ${String(bag.existing ?? bag.connectionId ?? `to ${bag.app ?? WHATSAPP_APP}`)}`;

function inputsOf(bag: Bag): ConnectionInputs {
  const { app, existing } = bag as Partial<ConnectionInputs>;
  return { app: app ?? WHATSAPP_APP, ...(existing === undefined ? {} : { existing }) };
}

/** Never the `url`: it carries a session token. */
const outputsOf = (inputs: ConnectionInputs, connection: Connection): Bag => ({
  ...inputs,
  connectionId: connection.connection_id,
  status: connection.status,
  createdAt: connection.creation_time,
  stateVersion: STATE_VERSION,
});

function check(news: Bag): CheckResult {
  const given = withoutEngineKeys(news);
  if (containsUnknown(given)) return { inputs: given };
  const failures = ["app", "existing"]
    .filter(
      (property) => given[property] !== undefined && (typeof given[property] !== "string" || given[property] === ""),
    )
    .map((property) => ({ property, reason: `${property} must be a string that is not empty` }));
  return failures.length > 0 ? { inputs: given, failures } : { inputs: { ...inputsOf(given) } };
}

/** Nothing of a connection can be updated: every change replaces. */
function diff(olds: Bag, news: Bag): DiffResult {
  if (containsUnknown(withoutEngineKeys(news))) return { changes: true };
  const [before, after] = [inputsOf(olds), inputsOf(news)];
  if (isDeepStrictEqual(before, after)) return { changes: false };
  const replaces = (["app", "existing"] as const).filter((key) => before[key] !== after[key]);
  return { changes: true, replaces, deleteBeforeReplace: false };
}

async function create(inputs: ConnectionInputs, runtime: ProviderRuntime): Promise<Connection> {
  const { connections } = runtime.gateway();
  if (inputs.existing !== undefined) return connections.get({ connectionId: inputs.existing });
  try {
    return await connections.create({ app: inputs.app });
  } catch (error) {
    if (!(error instanceof GatewayError) || !error.ambiguous || error.method !== "POST") throw error;
    // Creating is not idempotent and a pending connection names no owner, so none is taken over and none is tried again.
    throw new MycobotError(error.code, `${error.message}. The connection may have been created all the same`, {
      hint: "Run 'mycobot connections list --status PENDING', delete the one that nobody needs, and run 'pulumi up' again.",
      cause: error,
    });
  }
}

/**
 * Gone only when the gateway does not know it and its list leaves it out. A list without any connection looks like the key
 * of another account.
 */
async function isGone(
  id: string,
  inputs: ConnectionInputs,
  error: unknown,
  runtime: ProviderRuntime,
): Promise<boolean> {
  if (!(error instanceof GatewayError) || error.status !== 404) return false;
  const all = await runtime.gateway().connections.list({ app: inputs.app });
  if (all.length === 0 && !runtime.acceptLoss()) {
    throw new MycobotError(
      "MYCO_LOSS_SUSPECTED",
      `the gateway does not know it, and lists no ${inputs.app} connection at all: MATON_API_KEY may be another account's. The state keeps it`,
      { hint: "Check the key. If it was deleted on purpose, run with MYCOBOT_ACCEPT_LOSS=1.", cause: error },
    );
  }
  return all.every((connection) => connection.connection_id !== id);
}

async function read(id: string, props: Bag, runtime: ProviderRuntime): Promise<ReadResult> {
  const inputs = inputsOf(props);
  try {
    const connection = await runtime.gateway().connections.get({ connectionId: id });
    const outs = toWire(outputsOf(inputs, connection));
    return { id, props: withProvider(outs, props), inputs: withProvider({ ...inputs }, props) };
  } catch (error) {
    if (await isGone(id, inputs, error, runtime)) return {};
    throw error;
  }
}

/** The handlers of a Connection resource, over one run's runtime. There is no update: every change replaces. */
export function connectionHandlers(runtime: ProviderRuntime) {
  return {
    check: (_olds: Bag, news: Bag): Promise<CheckResult> =>
      asHandler(labelOf(news), () => {
        const { existing } = inputsOf(news);
        if (existing !== undefined) runtime.claims.add("connection", existing);
        return check(news);
      }),
    diff: (_id: string, olds: Bag, news: Bag): Promise<DiffResult> => asHandler(labelOf(news), () => diff(olds, news)),
    create: (bag: Bag) =>
      asHandler(labelOf(bag), async () => {
        const inputs = inputsOf(bag);
        const connection = await create(inputs, runtime);
        return { id: connection.connection_id, outs: toWire(outputsOf(inputs, connection)) };
      }),
    read: (id: string, props: Bag): Promise<ReadResult> => asHandler(labelOf(props), () => read(id, props, runtime)),
    delete: (id: string, props: Bag): Promise<void> =>
      asHandler(labelOf(props), async () => {
        // One that was taken over belongs to somebody else; one that the file now names by its id stays as well.
        if (inputsOf(props).existing !== undefined || runtime.claims.has("connection", id)) return;
        await runtime.gateway().connections.delete({ connectionId: id });
      }),
  };
}
