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

const USAGE = "X-Business-Use-Case-Usage";

/** Edges of the messaging API, which have their own limits. */
const NOT_MANAGEMENT = /\/(messages|media)$/;

function ownerOf(emulator: EmulatorContext, id: string): Account | undefined {
  const { state } = emulator;
  const phone = findPhone(state, id);
  return findAccount(state, phone?.waba ?? id) ?? findTemplate(state, id)?.account ?? findFlow(state, id)?.account;
}

/** The header that every management call answers: how much of a quota is used, and the minutes until it has room again. */
function usageOf(account: Account, log: readonly number[], limit: number, now: number): Record<string, string> {
  const used = log.length;
  // A call is possible again when fewer than `limit` of the last hour's are left, if the caller is silent until then.
  const freed = limit > 0 ? log[used - limit] : log[used - 1];
  const wait = used > limit && freed !== undefined ? Math.ceil((freed + PERIODS.HOUR - now) / PERIODS.MINUTE) : 0;
  const usage = {
    type: "whatsapp_business_management",
    call_count: Math.min(100, Math.ceil((used / Math.max(1, limit)) * 100)),
    total_cputime: 1,
    total_time: 1,
    estimated_time_to_regain_access: wait,
  };
  return { [USAGE]: JSON.stringify({ [account.id]: [usage] }) };
}

/** Logs a call. The log keeps the calls of the last hour, refused ones included. */
function noteCall(log: number[], now: number): void {
  const first = log.findIndex((time) => time > now - PERIODS.HOUR);
  log.splice(0, first < 0 ? log.length : first);
  log.push(now);
}

/** Counts a create. Throws 80008 above the limit. */
export function limitCreates(emulator: EmulatorContext, account: Account): void {
  if (!emulator.options.quotas) return;
  const { createsPerHour } = emulator.switches;
  noteCall(account.creates, emulator.now());
  if (account.creates.length <= createsPerHour) return;
  throw tooManyCalls(usageOf(account, account.creates, createsPerHour, emulator.now()));
}

function tooManyCalls(headers: Record<string, string>): GraphError {
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
    noteCall(account.calls, emulator.now());
    const headers = usageOf(account, account.calls, limit, emulator.now());
    if (account.calls.length > limit) throw tooManyCalls(headers);
    await next();
    // The answer of a create above its own quota has the header already.
    if (c.res.headers.has(USAGE)) return;
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}
