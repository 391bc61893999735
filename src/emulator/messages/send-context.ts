import type { EmulatorContext } from "../emulator-context.ts";
import type { Phone } from "../store/state.ts";

/** What the rules of messages depend on besides the message. */
export interface SendContext {
  emulator: EmulatorContext;
  phone: Phone;
}
