import { type Clock, createGateway, type Gateway, gatewayOptions } from "../../../src/gateway/index.ts";
import { profileHandlers } from "../../../src/provider/business-profile.ts";
import { connectionHandlers } from "../../../src/provider/connection.ts";
import type { PropertyBag } from "../../../src/provider/property-bag.ts";
import { Run } from "../../../src/provider/run.ts";
import { templateHandlers } from "../../../src/provider/template/index.ts";
import { WABA } from "../../engine/harness/scenario.ts";
import { TEST_KEY } from "../../engine/harness/workspace.ts";

/** Shortens the waits between attempts, so that a case takes only as long as its responses. */
const hasty: Clock = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, Math.min(ms, 30));
    return () => clearTimeout(timer);
  },
};

const DEADLINES = { connect: 1500, headers: 1500, body: 1500, total: 2500 };

/** The handlers of one engine run, without any memory of earlier runs. */
export interface EngineRun {
  templates: ReturnType<typeof templateHandlers>;
  profiles: ReturnType<typeof profileHandlers>;
  connections: ReturnType<typeof connectionHandlers>;
  gateway: Gateway;
}

export function startRun(url: string, more: NodeJS.ProcessEnv = {}): EngineRun {
  const env = { MATON_API_KEY: TEST_KEY, MATON_API_URL: url, MYCOBOT_RATE: "1000", ...more };
  const gateway = createGateway({ ...gatewayOptions(env), deadlines: DEADLINES, clock: hasty });
  const runtime = new Run(env);
  runtime.gateway = () => gateway;
  return {
    templates: templateHandlers(runtime),
    profiles: profileHandlers(runtime),
    connections: connectionHandlers(runtime),
    gateway,
  };
}

/** The property that the engine adds: the handler string. */
export const PROVIDER = { __provider: "exports.handler=…" };

export function templateInputs(name: string, text: string): PropertyBag {
  return {
    waba: WABA,
    name,
    language: "en_US",
    category: "UTILITY",
    components: [{ type: "BODY", text }],
    adopt: "matching",
    onRemove: "delete",
    ...PROVIDER,
  };
}

/** The inputs that `check` returns and the engine then uses. */
export async function checkedInputs(
  handlers: {
    check(olds: PropertyBag, news: PropertyBag): Promise<{ inputs?: PropertyBag; failures?: readonly unknown[] }>;
  },
  inputs: PropertyBag,
  olds: PropertyBag = {},
): Promise<PropertyBag> {
  const { inputs: checked, failures = [] } = await handlers.check(olds, inputs);
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  return { ...checked, ...PROVIDER };
}

/** The result of a handler, or the message of its error. */
export type Outcome<T> = { value: T; error?: undefined } | { value?: undefined; error: string };

export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
