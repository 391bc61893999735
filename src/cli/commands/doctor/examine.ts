import { isMycobotError } from "../../../errors/index.ts";
import { gatewayOptions } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { IdSources } from "../../target/ids.ts";
import { withGateway } from "../../target/open-gateway.ts";
import { targetOf } from "../../target/target.ts";
import { CHECK_NAMES, type Check, failed, passed } from "./check.ts";
import { checkApiVersion } from "./checks/api-version.ts";
import { appNameInUrl } from "./checks/app-name.ts";
import { type ClockReading, checkClock } from "./checks/clock.ts";
import { checkEngine } from "./checks/engine.ts";
import { checkNode } from "./checks/node.ts";
import { examineGateway } from "./examine-gateway.ts";

const DEFAULT_API_VERSION = "v21.0";

async function remoteChecks(
  context: Context,
  sources: IdSources,
): Promise<{ checks: Check[]; reading?: ClockReading }> {
  const misplaced = appNameInUrl(context.io.env);
  let reading: ClockReading | undefined;
  try {
    const checks = await withGateway(
      context,
      async (gateway) => (misplaced === undefined ? examineGateway(targetOf(gateway, sources, context)) : [misplaced]),
      ({ date }) => {
        const there = Date.parse(date ?? "");
        if (!Number.isNaN(there)) reading = { here: context.clock.now(), there };
      },
    );
    return { checks: [passed("settings", "fit to be used"), ...checks], ...(reading === undefined ? {} : { reading }) };
  } catch (error) {
    if (!isMycobotError(error) || error.code === "MYCO_INTERRUPTED") throw error;
    return { checks: [failed("settings", EXIT.invalid, error.message, error.hint ?? "")] };
  }
}

/** Several of one name, such as phone numbers, as one: the first that failed, else all. */
function joined(checks: readonly Check[]): Check | undefined {
  const [first] = checks;
  const worst = checks.find((check) => check.status === "failed");
  if (worst !== undefined || first === undefined) return worst;
  return { ...first, message: checks.map((check) => check.message).join("; ") };
}

/** Looks at everything, in the order of {@link CHECK_NAMES}. What could not be looked at is there as skipped. */
export async function examine(context: Context, sources: IdSources): Promise<Check[]> {
  const { io, clock } = context;
  const remote = await remoteChecks(context, sources);
  const version = gatewayOptions(io.env).apiVersion ?? DEFAULT_API_VERSION;
  const found: Check[] = [
    ...remote.checks,
    await checkEngine(io),
    checkNode(io.nodeVersion ?? process.versions.node),
    checkApiVersion(version, clock.now()),
    checkClock(remote.reading),
  ];
  const first = found.find((check) => check.status === "failed");
  return CHECK_NAMES.map((name) => {
    const all = found.filter((check) => check.name === name);
    return joined(all) ?? { name, status: "skipped", message: `It needs what failed: ${first?.name ?? ""}.` };
  });
}
