import { MycobotError } from "../errors/index.ts";
import { asHandler } from "./handler-error.ts";
import type { CheckResult, CreateResult, DiffResult, ReadResult, UpdateResult } from "./handler-results.ts";
import type { ProviderRuntime } from "./runtime.ts";
import { keepEngineKeys, type PropertyBag, toWire } from "./wire.ts";

/** Format of the outputs. Older states must still refresh, update and destroy; newer ones are refused. */
export const STATE_VERSION = 1;

/** One kind of resource. Every function gets the run, and works on bags as the engine sends them. */
export interface ResourceDefinition {
  /** How messages call the resource. */
  label(bag: PropertyBag): string;
  check(olds: PropertyBag, news: PropertyBag, runtime: ProviderRuntime): Promise<CheckResult> | CheckResult;
  /** Compares outputs with inputs. Consults nothing, and does not throw. */
  diff(olds: PropertyBag, news: PropertyBag, runtime: ProviderRuntime): DiffResult;
  create(inputs: PropertyBag, runtime: ProviderRuntime): Promise<CreateResult>;
  /** Undefined when the object is gone. */
  read(
    outputs: PropertyBag,
    runtime: ProviderRuntime,
    id: string,
  ): Promise<{ id: string; props: PropertyBag; inputs: PropertyBag } | undefined>;
  /** Absent where every change replaces. */
  update?(olds: PropertyBag, news: PropertyBag, runtime: ProviderRuntime): Promise<PropertyBag>;
  delete(outputs: PropertyBag, runtime: ProviderRuntime, id: string): Promise<void>;
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
 * Handlers from a definition: errors become messages that name the resource, failures are noted (deletes wait for that), a
 * state of another gateway or of a newer version is refused before any request, results survive the way into the state.
 */
export function defineResource(definition: ResourceDefinition, runtime: ProviderRuntime): ResourceHandlers {
  const { label } = definition;
  const handler = <T>(resource: string, work: () => Promise<T> | T): Promise<T> =>
    asHandler(resource, runtime.toldCauses, work);
  /** A failure that deletes have to wait for. */
  const noted = <T>(resource: string, work: () => Promise<T> | T): Promise<T> =>
    handler(resource, work).catch((error) => {
      runtime.failures.note(resource);
      throw error;
    });
  return {
    check: (olds, news) =>
      noted(label(news), async () => {
        const { inputs, failures = [] } = await definition.check(olds, news, runtime);
        if (failures.length > 0) runtime.failures.note(label(news));
        return {
          ...(inputs === undefined ? {} : { inputs: keepEngineKeys(inputs, news) }),
          ...(failures.length === 0 ? {} : { failures }),
        };
      }),
    diff: (_id, olds, news) =>
      handler(label(news), () => {
        assertReadable(olds);
        return definition.diff(olds, news, runtime);
      }),
    create: (inputs) =>
      noted(label(inputs), async () => {
        const { id, outs } = await definition.create(inputs, runtime);
        return { id, outs: keepEngineKeys(toWire(outs), inputs) };
      }),
    read: (id, outputs) =>
      noted(label(outputs), async () => {
        assertOurs(outputs, runtime);
        const found = await definition.read(outputs, runtime, id);
        if (found === undefined) return {};
        const { props, inputs } = found;
        return {
          id: found.id,
          props: keepEngineKeys(toWire(props), outputs),
          inputs: keepEngineKeys(toWire(inputs), outputs),
        };
      }),
    update: (_id, olds, news) =>
      noted(label(news), async () => {
        assertOurs(olds, runtime);
        if (definition.update === undefined) throw new TypeError("every change of this resource replaces it");
        return { outs: keepEngineKeys(toWire(await definition.update(olds, news, runtime)), news) };
      }),
    delete: (id, outputs) =>
      handler(label(outputs), async () => {
        assertOurs(outputs, runtime);
        if (typeof outputs.gateway !== "string") warnAboutUnknownGateway(label(outputs), runtime);
        await definition.delete(outputs, runtime, id);
      }),
  };
}

function assertOurs(outputs: PropertyBag, runtime: ProviderRuntime): void {
  assertReadable(outputs);
  runtime.identity.assertSame(outputs);
}

/** @throws MYCO_STATE_TOO_NEW */
function assertReadable({ stateVersion }: PropertyBag): void {
  if (typeof stateVersion !== "number" || stateVersion <= STATE_VERSION) return;
  throw new MycobotError(
    "MYCO_STATE_TOO_NEW",
    `its state has format ${stateVersion}, and this release of Mycobot reads up to ${STATE_VERSION}. No request was sent`,
    { hint: "Install the release of pulumi-mycobot that wrote the state, or a newer one." },
  );
}

function warnAboutUnknownGateway(resource: string, runtime: ProviderRuntime): void {
  runtime.warnings.once(
    "MYCO_W_GATEWAY_UNKNOWN",
    `the state of ${resource}, and perhaps of others, does not say through which gateway it was written. It is deleted through ${runtime.identity.origin}.`,
  );
}
