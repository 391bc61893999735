import type { AccountCall, Exchange, Gateway, PhoneCall, ProxyCall } from "../../gateway/index.ts";
import type { Stack } from "../../stack/types.ts";
import type { Context } from "../context.ts";
import { resolvedConnection } from "./connection.ts";
import type { ScopeFlags } from "./flags.ts";
import {
  checkedConnection,
  declaredKey,
  findConnection,
  type IdSources,
  requirePhone,
  requireWaba,
  stackSource,
} from "./ids.ts";

/** The commands choose the connection themselves: a stack may declare it. */
type Connected<Call extends ProxyCall> = Call & { connection: string };

/** What a command acts on. Ids are resolved on demand; a missing one is a UsageError at that point. */
export interface Scope {
  gateway: Gateway;
  /** The stack of `--stack`. */
  stack: Stack | undefined;
  /** Aborted when the process is interrupted. */
  signal: AbortSignal;
  sources: IdSources;
  /** The request is printed, not sent. */
  dryRun: boolean;
  /** Parameters of every call through the proxy. Lists the key's connections if none is specified. */
  proxy(): Promise<Connected<ProxyCall>>;
  /** Parameters of a call on the account. */
  account(): Promise<Connected<AccountCall>>;
  /** Parameters of a call on the phone number. */
  phone(): Promise<Connected<PhoneCall>>;
}

/** Placeholder for the connection of a dry run, where only a request could determine it. */
const UNKNOWN_CONNECTION = "the-only-ACTIVE-one";

async function readStack(name: string | undefined, context: Context): Promise<Stack | undefined> {
  if (name === undefined) return undefined;
  const { loadStack } = await import("../../stack/index.ts");
  // Reading commands and manual changes adopt nothing, so conflicts with other stack files do not matter.
  return loadStack(name, { cwd: context.io.cwd, alone: true });
}

/** The sources of ids, with the whole stack. */
export interface ScopeSources extends IdSources {
  stack: Stack | undefined;
}

/** The ids of options, stack and environment. @throws StackError */
export async function idSources(context: Context, flags: ScopeFlags): Promise<ScopeSources> {
  return { flags, stack: await readStack(flags.stack, context), env: context.io.env };
}

/** The scope of these ids, with this client. */
export function scopeOf(gateway: Gateway, sources: ScopeSources, context: Context, dryRun = false): Scope {
  const signal = context.io.interrupts;
  const { stack } = sources;
  async function resolveConnection(): Promise<string> {
    if (!dryRun) {
      return (await resolvedConnection(sources, context, () => gateway.connections.list({ signal }))).id;
    }
    const named = findConnection(sources);
    if (named !== undefined) return checkedConnection(named).id;
    const key = declaredKey(sources);
    const which =
      key === undefined ? "the key's only ACTIVE connection" : `the connection ${key} of ${stackSource(stack)}`;
    context.note(`note: no connection specified; ${which} would be used.`);
    return key === undefined ? UNKNOWN_CONNECTION : `the-id-of-${key}`;
  }
  let connection: Promise<string> | undefined;
  async function proxy(): Promise<Connected<ProxyCall>> {
    connection ??= resolveConnection();
    return { connection: await connection, signal };
  }
  return {
    gateway,
    stack,
    signal,
    sources,
    dryRun,
    proxy,
    account: async () => {
      const wabaId = requireWaba(sources);
      return { wabaId, ...(await proxy()) };
    },
    phone: async () => {
      const phoneNumberId = requirePhone(sources);
      return { phoneNumberId, ...(await proxy()) };
    },
  };
}

/** Runs `work` with the scope of options, stack and environment. */
export async function withScope<Result>(
  context: Context,
  flags: ScopeFlags,
  work: (scope: Scope) => Promise<Result>,
  dryRun = false,
): Promise<Result> {
  const sources = await idSources(context, flags);
  return withGateway(context, (gateway) => work(scopeOf(gateway, sources, context, dryRun)));
}

/**
 * Runs `work` with a client configured from the environment, traced with `--verbose`, and closes it. Before `work` sends a
 * request, no key is required.
 */
export async function withGateway<Result>(
  context: Context,
  work: (gateway: Gateway) => Promise<Result>,
  onExchange: (exchange: Exchange) => void = () => undefined,
): Promise<Result> {
  const { createGateway, gatewayOptions, registerSecret } = await import("../../gateway/index.ts");
  const { env, clock } = context.io;
  registerSecret(env.WHATSAPP_ACCESS_TOKEN ?? "");
  const gateway = createGateway({
    ...gatewayOptions(env),
    ...(clock === undefined ? {} : { clock }),
    onExchange: (exchange) => {
      if (context.verbose) context.note(context.paintNotes("dim", traceLine(exchange)));
      onExchange(exchange);
    },
  });
  try {
    return await work(gateway);
  } finally {
    // Not awaited: an interrupted command must not wait for a pending response.
    gateway.close().catch(() => undefined);
  }
}

/** One line of `--verbose`. The gateway has redacted it. */
function traceLine({ method, url, status, ms, attempt, fbtraceId, failure }: Exchange): string {
  const outcome = status === undefined ? "no response" : String(status);
  const more = [
    ...(attempt > 1 ? [`attempt ${attempt}`] : []),
    ...(fbtraceId === undefined ? [] : [`fbtrace_id ${fbtraceId}`]),
  ];
  const first = [`trace: ${method} ${url}: ${outcome} in ${ms} ms`, ...more].join(", ");
  return failure === undefined ? first : `${first}\n  ${failure}`;
}
