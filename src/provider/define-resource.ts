import { isMycobotError, MycobotError } from "../errors/index.ts";
import { redact } from "../gateway/index.ts";
import { keepEngineKeys, type PropertyBag, toWire } from "./property-bag.ts";
import type { Run } from "./run.ts";
import type { RunFailures } from "./run-failures.ts";

/** Format of the outputs. Older states must still refresh, update and destroy; newer ones are refused. */
export const STATE_VERSION = 1;

/** One kind of resource. Every function receives the run, and property bags as the engine sends them. */
export interface ResourceDefinition {
  /** The resource as messages name it. */
  label(bag: PropertyBag): string;
  check(olds: PropertyBag, news: PropertyBag, run: Run): Promise<CheckResult> | CheckResult;
  /** Compares outputs with inputs, without any request. Never fails in a refresh. */
  diff(olds: PropertyBag, news: PropertyBag, run: Run): DiffResult;
  create(inputs: PropertyBag, run: Run): Promise<CreateResult>;
  /** Undefined when the object is gone. */
  read(
    outputs: PropertyBag,
    run: Run,
    id: string,
  ): Promise<{ id: string; props: PropertyBag; inputs: PropertyBag } | undefined>;
  /** Absent where every change replaces. */
  update?(olds: PropertyBag, news: PropertyBag, run: Run): Promise<PropertyBag>;
  delete(outputs: PropertyBag, run: Run, id: string): Promise<void>;
}

/** The handlers that Pulumi's dynamic provider calls. */
export interface ResourceHandlers {
  check(olds: PropertyBag, news: PropertyBag): Promise<CheckResult>;
  diff(id: string, olds: PropertyBag, news: PropertyBag): Promise<DiffResult>;
  create(inputs: PropertyBag): Promise<CreateResult>;
  read(id: string, outputs: PropertyBag): Promise<ReadResult>;
  update(id: string, olds: PropertyBag, news: PropertyBag): Promise<UpdateResult>;
  delete(id: string, outputs: PropertyBag): Promise<void>;
}

/**
 * Makes handlers of a definition. Errors become messages that name the resource; failures are recorded, since deletes depend on
 * them; a state of another gateway or of a newer version is refused before any request; results are plain JSON.
 */
export function defineResource(definition: ResourceDefinition, run: Run): ResourceHandlers {
  const { label } = definition;
  const handler = <T>(resource: string, work: () => Promise<T> | T): Promise<T> =>
    asHandler(resource, run.failures, work);
  /** A failure that blocks deletes. */
  const recorded = <T>(resource: string, work: () => Promise<T> | T): Promise<T> =>
    handler(resource, work).catch((error) => {
      run.failures.record(resource);
      throw error;
    });
  return {
    check: (olds, news) =>
      recorded(label(news), async () => {
        const { inputs, failures = [] } = await definition.check(olds, news, run);
        if (failures.length > 0) run.failures.record(label(news));
        return {
          ...(inputs === undefined ? {} : { inputs: keepEngineKeys(inputs, news) }),
          ...(failures.length === 0 ? {} : { failures }),
        };
      }),
    diff: (_id, olds, news) =>
      recorded(label(news), () => {
        assertReadable(olds);
        return definition.diff(olds, news, run);
      }),
    create: (inputs) =>
      recorded(label(inputs), async () => {
        const { id, outs } = await definition.create(inputs, run);
        return { id, outs: keepEngineKeys(toWire(outs), inputs) };
      }),
    read: (id, outputs) =>
      recorded(label(outputs), async () => {
        assertOurs(outputs, run);
        const found = await definition.read(outputs, run, id);
        if (found === undefined) return {};
        const { props, inputs } = found;
        return {
          id: found.id,
          props: keepEngineKeys(toWire(props), outputs),
          inputs: keepEngineKeys(toWire(inputs), outputs),
        };
      }),
    update: (_id, olds, news) =>
      recorded(label(news), async () => {
        assertOurs(olds, run);
        if (definition.update === undefined) throw new TypeError("every change of this resource replaces it");
        return { outs: keepEngineKeys(toWire(await definition.update(olds, news, run)), news) };
      }),
    delete: (id, outputs) =>
      handler(label(outputs), async () => {
        assertOurs(outputs, run);
        if (typeof outputs.gateway !== "string") warnAboutUnknownGateway(label(outputs), run);
        await definition.delete(outputs, run, id);
      }),
  };
}

function assertOurs(outputs: PropertyBag, run: Run): void {
  assertReadable(outputs);
  run.identity.assertSame(outputs);
}

/** @throws MYCO_STATE_TOO_NEW */
function assertReadable({ stateVersion }: PropertyBag): void {
  if (typeof stateVersion !== "number" || stateVersion <= STATE_VERSION) return;
  throw new MycobotError(
    "MYCO_STATE_TOO_NEW",
    `its state has format ${stateVersion}; this release of Mycobot reads formats up to ${STATE_VERSION}. No request was sent`,
    { hint: "Install the release of pulumi-mycobot that wrote the state, or a later one." },
  );
}

function warnAboutUnknownGateway(resource: string, run: Run): void {
  run.warnings.once(
    "MYCO_W_GATEWAY_UNKNOWN",
    `the state of ${resource}, and possibly of others, does not record its gateway. It is deleted through ${run.identity.origin}.`,
  );
}

/** A rejected input. Source of the result types: `@pulumi/pulumi/dynamic`. */
export interface CheckFailure {
  /** Path of the input: `components.0.text`. */
  property: string;
  reason: string;
}

export interface CheckResult {
  inputs?: PropertyBag;
  failures?: CheckFailure[];
}

export interface DiffResult {
  /** False: equal. True: different. Undefined: only inputs differ, and the engine shows which. */
  changes?: boolean;
  replaces?: string[];
  deleteBeforeReplace?: boolean;
}

export interface CreateResult {
  id: string;
  outs: PropertyBag;
}

interface UpdateResult {
  outs: PropertyBag;
}

/** Empty if the object is gone. Without `inputs`, a preview after a refresh would show every input as changed. */
type ReadResult = { id: string; props: PropertyBag; inputs: PropertyBag } | Record<string, never>;

/**
 * Runs one handler. An error leaves in the form in which the engine shows it: one redacted paragraph that names the resource.
 */
async function asHandler<T>(resource: string, failures: RunFailures, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toHandlerError(resource, error, failures);
  }
}

function toHandlerError(resource: string, error: unknown, failures: RunFailures): Error {
  const known = isMycobotError(error)
    ? error
    : new MycobotError("MYCO_INTERNAL", error instanceof Error ? error.message : String(error), {
        hint: "This is a bug in Mycobot: please report it.",
      });
  const message = redact(`${resource}: ${failures.explain(resource, known)}`).replace(/\s*\n\s*/g, " ");
  const shown = new Error(message);
  // For check, diff, read and delete the SDK prints "<name>: <message>: <stack>", which would repeat the message.
  shown.name = "";
  shown.stack = known.code;
  return shown;
}
