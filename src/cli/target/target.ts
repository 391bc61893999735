import { onlyActive } from "../../gateway/api/only-active.ts";
import type { AccountCall, Gateway, PhoneCall, ProxyCall } from "../../gateway/index.ts";
import type { Stack } from "../../stack/types.ts";
import type { Context } from "../context.ts";
import { type IdSources, namedConnection, requirePhone, requireWaba } from "./ids.ts";
import { withGateway } from "./open-gateway.ts";
import type { TargetFlags } from "./target-flags.ts";

/** How a connection is named on the command line. */
export const NAME_A_CONNECTION = "Give --connection ID, --stack STACK or MATON_CONNECTION.";

/** What a command acts on. Ids are looked for when they are asked for; what is missing is a UsageError then. */
export interface Target {
  gateway: Gateway;
  /** The stack that `--stack` names. */
  stack: Stack | undefined;
  /** Aborted when the process is told to stop. */
  signal: AbortSignal;
  sources: IdSources;
  /** What every call through the proxy takes; asks for the key's connections when none is named. */
  proxy(): Promise<ProxyCall>;
  /** What a call on the account takes. */
  account(): Promise<AccountCall>;
  /** What a call on the phone number takes. */
  phone(): Promise<PhoneCall>;
}

async function readStack(name: string | undefined, context: Context): Promise<Stack | undefined> {
  if (name === undefined) return undefined;
  const { loadStack } = await import("../../stack/index.ts");
  // What only reads, or acts by hand, takes nothing over: other stack files are not its business.
  return loadStack(name, { cwd: context.io.cwd, alone: true });
}

/** The ids that options, stack and environment give. @throws StackError */
export async function idSources(context: Context, flags: TargetFlags): Promise<IdSources> {
  return { flags, stack: await readStack(flags.stack, context), env: context.io.env };
}

/** The target that options, stack and environment name, with this client. */
export function targetOf(gateway: Gateway, sources: IdSources, context: Context): Target {
  const signal = context.io.interrupts;
  const findOnly = async () => onlyActive(await gateway.connections.list({ signal }), NAME_A_CONNECTION).connection_id;
  let only: Promise<string> | undefined;
  const proxy = async () => {
    const named = namedConnection(sources);
    if (named !== undefined) return { connection: named, signal };
    only ??= findOnly();
    return { connection: await only, signal };
  };
  return {
    gateway,
    stack: sources.stack,
    signal,
    sources,
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

/** Runs `work` on the target that options, stack and environment name. */
export async function withTarget<Result>(
  context: Context,
  flags: TargetFlags,
  work: (target: Target) => Promise<Result>,
): Promise<Result> {
  const sources = await idSources(context, flags);
  return withGateway(context, (gateway) => work(targetOf(gateway, sources, context)));
}
