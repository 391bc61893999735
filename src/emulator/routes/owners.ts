import type { EmulatorContext } from "../emulator-context.ts";
import { unknownObject } from "../graph/errors.ts";
import { nodeId } from "../graph/request.ts";
import type { RequestContext } from "../http-env.ts";
import { findAccount } from "../store/accounts.ts";
import { findPhone } from "../store/phones.ts";
import type { Account, Phone } from "../store/state.ts";

/** The account in the path; 100/33 when the emulator has none of that id. */
export function accountInPath(emulator: EmulatorContext, c: RequestContext): Account {
  const account = findAccount(emulator.state, nodeId(c));
  if (account === undefined) throw unknownObject(c.req.method, nodeId(c));
  return account;
}

/** The phone number in the path; 100/33 when the emulator has none of that id. */
export function phoneInPath(emulator: EmulatorContext, c: RequestContext): Phone {
  const phone = findPhone(emulator.state, nodeId(c));
  if (phone === undefined) throw unknownObject(c.req.method, nodeId(c));
  return phone;
}
