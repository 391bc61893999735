import { ACCOUNT_QUOTAS } from "../../model/template/index.ts";
import type { Run } from "../run.ts";

/** How many templates a run affects. */
interface Scale {
  /** In the state at the start. */
  managed: number;
  created: number;
  edited: number;
  deleted: number;
}

/** A run that takes longer than this at the gateway's rate is announced. */
const NOTICEABLE_SECONDS = 10;

/** Warns before a run that exceeds one of the account's quotas, or takes long at the gateway's rate. */
export function warnOfScale({ managed, created, edited, deleted }: Scale, run: Run): void {
  const { createsPerHour, callsPerHour, unverifiedTemplates, verifiedTemplates } = ACCOUNT_QUOTAS;
  const calls = created + edited + deleted;
  const seconds = Math.ceil(calls / run.rate);
  const warn = (text: string) => run.warnings.add("MYCO_W_FORECAST", text);
  if (created > createsPerHour) {
    const hours = Math.ceil(created / createsPerHour);
    warn(
      `This run creates ${created} templates, and WhatsApp accepts ${createsPerHour} creates per hour and account: up stops at the quota and continues when it is run again, in about ${hours} hours altogether.`,
    );
  } else if (calls > callsPerHour) {
    warn(
      `This run changes ${calls} templates, and WhatsApp accepts ${callsPerHour} calls per hour and account: up stops at the quota and continues when it is run again.`,
    );
  } else if (seconds > NOTICEABLE_SECONDS) {
    warn(
      `This run changes ${calls} templates (${created} created, ${edited} edited, ${deleted} deleted): at least ${seconds} seconds at ${run.rate} requests per second.`,
    );
  }
  const after = managed + created - deleted;
  const exceeded = [verifiedTemplates, unverifiedTemplates].find((quota) => after > quota && managed <= quota);
  if (exceeded !== undefined) {
    const whose = exceeded === verifiedTemplates ? "an account" : "the account of an unverified business";
    warn(`The stack then has ${after} templates, counting every language: ${whose} is limited to ${exceeded}.`);
  }
}
