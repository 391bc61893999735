import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import { type Scope, type ScopeSources, scopeOf, withGateway } from "../../scope/scope.ts";
import { attempt, type Examination, type Finding, failed, passed, skipped } from "./check.ts";
import { CHECK_NAMES, GATEWAY_CHECKS, LOCAL_CHECKS, SETTINGS } from "./checks/index.ts";

/** Runs every check. The findings are in the order of {@link CHECK_NAMES}; a check that could not run is skipped. */
export async function examine(context: Context, sources: ScopeSources): Promise<Finding[]> {
  const examination: Examination = { context };
  const { value: remote, error } = await attempt(() =>
    withGateway(
      context,
      (gateway) => gatewayFindings(examination, scopeOf(gateway, sources, context)),
      ({ date }) => {
        const there = Date.parse(date ?? "");
        if (!Number.isNaN(there)) examination.reading = { here: context.clock.now(), there };
      },
    ),
  );
  const findings =
    error === undefined
      ? [passed(SETTINGS, "valid"), ...remote]
      : [failed(SETTINGS, EXIT.invalid, error.message, error.hint)];
  for (const check of LOCAL_CHECKS) findings.push(await check.run(examination));
  const first = findings.find(({ status }) => status === "failed");
  return CHECK_NAMES.map((name) => {
    const own = findings.filter((finding) => finding.name === name);
    return joined(own) ?? skipped(name, `Depends on a failed check: ${first?.name ?? ""}.`);
  });
}

async function gatewayFindings(examination: Examination, scope: Scope): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of GATEWAY_CHECKS) findings.push(...(await check.run(examination, scope)));
  return findings;
}

/** Several findings of one check, such as phone numbers, as one: the first failure, or all of them. */
function joined(findings: readonly Finding[]): Finding | undefined {
  const [first] = findings;
  const failure = findings.find(({ status }) => status === "failed");
  if (failure !== undefined || first === undefined) return failure;
  return { ...first, message: findings.map(({ message }) => message).join("; ") };
}
