import type { EmulatorContext } from "../../emulator-context.ts";
import type { Json, JsonObject } from "../../json.ts";
import type { Phone } from "../../store/state.ts";

/** What the rules of a message depend on besides the message itself. */
export interface SendContext {
  emulator: EmulatorContext;
  phone: Phone;
}

/** Checks the object at a path of the message; throws the answer of the messages edge. */
export type MessageCheck = (context: SendContext, value: Json, path: string) => void;

/** A type of message: the rules of the object under its name. */
export interface MessageKind {
  check: MessageCheck;
  /** The error of the status of a message that WhatsApp accepts and that fails afterwards. */
  laterFailure?: (context: SendContext, value: JsonObject) => JsonObject | undefined;
}
