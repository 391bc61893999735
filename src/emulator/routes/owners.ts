import { unknownObject } from "../graph/errors.ts";
import { nodeId } from "../graph/request.ts";
import type { EmulatorContext } from "../http-env.ts";
import { findAccount } from "../store/accounts.ts";
import { findPhone } from "../store/phones.ts";
import type { Account, Phone } from "../store/state.ts";
import type { World } from "../world.ts";

/** The account in the path; 100/33 when the emulator has none of that id. */
export function accountInPath(world: World, c: EmulatorContext): Account {
  const account = findAccount(world.state, nodeId(c));
  if (account === undefined) throw unknownObject(c.req.method, nodeId(c));
  return account;
}

/** The phone number in the path; 100/33 when the emulator has none of that id. */
export function phoneInPath(world: World, c: EmulatorContext): Phone {
  const phone = findPhone(world.state, nodeId(c));
  if (phone === undefined) throw unknownObject(c.req.method, nodeId(c));
  return phone;
}
