import type { Gateway, PlannedRequest } from "../../gateway/index.ts";
import type { Context } from "../context.ts";
import { jsonText } from "../output/json.ts";
import { visible } from "../output/visible.ts";
import { type IdSources, namedConnection } from "./ids.ts";

/** Stands for the connection where only a request could tell which one it is. */
const UNKNOWN_CONNECTION = "the-only-ACTIVE-one";

/** The connection of a request that is not sent. */
export function plannedConnection(sources: IdSources, context: Context): string {
  const named = namedConnection(sources);
  if (named === undefined) {
    context.note("note: no connection is named; the request would ask for the only ACTIVE one of the key.");
  }
  return named ?? UNKNOWN_CONNECTION;
}

function planText({ method, url, headers, body }: PlannedRequest): string {
  const lines = [`${method} ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  return visible(body === undefined ? lines.join("\n") : [...lines, "", jsonText(body)].join("\n"));
}

/** `--dry-run`: prints the request that `work` would send. Needs no key, sends nothing. */
export async function printPlannedRequest(
  context: Context,
  work: (gateway: Gateway) => Promise<unknown>,
): Promise<void> {
  const { gatewayOptions, plannedRequest, redact } = await import("../../gateway/index.ts");
  const request = await plannedRequest(work, gatewayOptions(context.io.env));
  if (context.json) context.printJson({ request });
  else context.print(redact(planText(request)));
}
