import type { Gateway, PlannedRequest } from "../../gateway/index.ts";
import type { Context } from "../context.ts";
import { jsonText, visible } from "../output/visible.ts";
import type { ScopeFlags } from "./flags.ts";
import { type Scope, withScope } from "./scope.ts";

/** A command that sends one request: what it sends, how, and how the response is shown. */
export interface CommandRequest<Call, Response> {
  /** The call. May read from the account; in a dry run (`scope.dryRun`) it sends nothing. */
  plan(scope: Scope): Promise<Call>;
  send(gateway: Gateway, call: Call): Promise<Response>;
  show(response: Response, call: Call): void;
  /** The plan reads from the account even in a dry run, which then needs a key and a connection. */
  plansOnline?: boolean;
}

export interface RequestFlags extends ScopeFlags {
  /** `--dry-run`: print the request, send nothing. */
  dryRun?: boolean | undefined;
}

/** Plans, sends and shows one request; with `--dry-run` prints it instead. */
export function runRequest<Call, Response>(
  context: Context,
  { dryRun = false, ...flags }: RequestFlags,
  { plan, send, show, plansOnline = false }: CommandRequest<Call, Response>,
): Promise<void> {
  const run = async (scope: Scope) => {
    const call = await plan(scope);
    if (dryRun) return printPlannedRequest(context, (gateway) => send(gateway, call));
    show(await send(scope.gateway, call), call);
  };
  return withScope(context, flags, run, dryRun && !plansOnline);
}

function planText({ method, url, headers, body }: PlannedRequest): string {
  const lines = [`${method} ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  return visible(body === undefined ? lines.join("\n") : [...lines, "", jsonText(body)].join("\n"));
}

/** Prints the request that `work` would send. Needs no key. */
async function printPlannedRequest(context: Context, work: (gateway: Gateway) => Promise<unknown>): Promise<void> {
  const { gatewayOptions, plannedRequest, redact } = await import("../../gateway/index.ts");
  const request = await plannedRequest(work, gatewayOptions(context.io.env));
  if (context.json) context.printJson({ request });
  else context.print(redact(planText(request)));
}
