import type { Phone } from "../store/state.ts";
import type { World } from "../world.ts";

/** What the rules of messages depend on besides the message. */
export interface SendContext {
  world: World;
  phone: Phone;
}
