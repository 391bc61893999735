import type { MiddlewareHandler } from "hono";
import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { GraphError } from "../graph/graph-error.ts";
import { nodeId } from "../graph/request.ts";
import type { EmulatorEnv } from "../http-env.ts";
import { findAccount, findPhone } from "../store/accounts.ts";
import { findFlow } from "../store/flows.ts";
import type { Account } from "../store/state.ts";
import { findTemplate } from "../store/templates.ts";
import { RATES } from "../tables/rates.ts";

/** Edges of the messaging API, which have their own limits. */
const NOT_MANAGEMENT = /\/(messages|media)$/;

function ownerOf(emulator: EmulatorContext, id: string): Account | undefined {
  const { state } = emulator;
  const phone = findPhone(state, id);
  return findAccount(state, phone?.waba ?? id) ?? findTemplate(state, id)?.account ?? findFlow(state, id)?.account;
}

function usageHeader(account: Account, used: number, limit: number): string {
  return JSON.stringify({
    [account.id]: [
      {
        type: "whatsapp_business_management",
        call_count: Math.min(100, Math.ceil((used / Math.max(1, limit)) * 100)),
        total_cputime: 1,
        total_time: 1,
        estimated_time_to_regain_access: used > limit ? 37 : 0,
      },
    ],
  });
}

/** Logs a call and returns the number of calls within the last hour, this call and refused calls included. */
export function noteCall(log: number[], now: number): number {
  const first = log.findIndex((time) => time > now - PERIODS.HOUR);
  log.splice(0, first < 0 ? log.length : first);
  log.push(now);
  return log.length;
}

export function tooManyCalls(headers: Record<string, string> = {}): GraphError {
  return new GraphError({
    message:
      "(#80008) There have been too many calls to this WhatsApp Business account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.",
    code: 80008,
    headers,
  });
}

/** Limits management calls per hour and account. Reads and refused calls count: the limit holds while the caller goes on. */
export function limitCalls(emulator: EmulatorContext): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const account = ownerOf(emulator, nodeId(c));
    const isCounted = emulator.options.quotas && !c.env.isNested && !NOT_MANAGEMENT.test(c.req.path);
    if (account === undefined || !isCounted) return next();
    const { withPhoneNumber, withoutPhoneNumber } = RATES.callsPerHour;
    const hasNumber = emulator.state.phones.some((phone) => phone.waba === account.id);
    const limit = emulator.switches.callsPerHour ?? (hasNumber ? withPhoneNumber : withoutPhoneNumber);
    const used = noteCall(account.calls, emulator.now());
    const headers = { "X-Business-Use-Case-Usage": usageHeader(account, used, limit) };
    if (used > limit) throw tooManyCalls(headers);
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}
