import type { AccountCall, Exchange, Gateway, PhoneCall, ProxyCall } from "../../gateway/index.ts";
import type { Stack } from "../../stack/types.ts";
import type { Context } from "../context.ts";
import type { ScopeFlags } from "./flags.ts";
import { type IdSources, namedConnection, requirePhone, requireWaba, SPECIFY } from "./ids.ts";

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

/** The ids of options, stack and environment. @throws StackError */
export async function idSources(context: Context, flags: ScopeFlags): Promise<IdSources> {
  return { flags, stack: await readStack(flags.stack, context), env: context.io.env };
}

async function onlyConnection(gateway: Gateway, signal: AbortSignal): Promise<string> {
  const { onlyActive } = await import("../../gateway/index.ts");
  return onlyActive(await gateway.connections.list({ signal }), SPECIFY.connection).connection_id;
}

/** The scope of these ids, with this client. */
export function scopeOf(gateway: Gateway, sources: IdSources, context: Context, dryRun = false): Scope {
  const signal = context.io.interrupts;
  async function resolveConnection(): Promise<string> {
    const named = namedConnection(sources);
    if (named !== undefined) return named;
    if (!dryRun) return onlyConnection(gateway, signal);
    context.note("note: no connection specified; the key's only ACTIVE connection would be used.");
    return UNKNOWN_CONNECTION;
  }
  let connection: Promise<string> | undefined;
  async function proxy(): Promise<Connected<ProxyCall>> {
    connection ??= resolveConnection();
    return { connection: await connection, signal };
  }
  return {
    gateway,
    stack: sources.stack,
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
