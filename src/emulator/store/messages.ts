import { PERIODS } from "../clock.ts";
import type { JsonObject } from "../json.ts";
import type { EmulatorState } from "./state.ts";

export type MessageStatus = "accepted" | "sent" | "delivered" | "read" | "failed";

/** A message that the business sent. */
export interface SentMessage {
  id: string;
  phone: string;
  /** wa_id, BSUID or group id. */
  to: string;
  type: string;
  /** The request as it came. */
  request: JsonObject;
  /** When it was accepted, milliseconds. */
  at: number;
  /** Why it was not delivered, shaped as in a status webhook. */
  errors?: JsonObject[];
}

/** A message of a user, as the control surface made it. */
export interface InboundMessage {
  id: string;
  phone: string;
  from: string;
  text: string;
  at: number;
  /** When the business marked it as read, and until when it shows that it is typing. */
  readAt?: number;
  typingUntil?: number;
}

/** How long after it was accepted a message reaches each status, on the emulator's clock. */
const REACHED: readonly [MessageStatus, number][] = [
  ["read", PERIODS.MINUTE],
  ["delivered", 2 * PERIODS.SECOND],
  ["sent", PERIODS.SECOND],
];

/** Delivered after two seconds and read after a minute: users of the emulator are quick and read everything. */
export const messageStatus = (message: SentMessage, now: number): MessageStatus => {
  if (message.errors !== undefined) return "failed";
  return REACHED.find(([, after]) => now - message.at >= after)?.[0] ?? "accepted";
};

export const findInbound = (state: EmulatorState, phone: string, id: string): InboundMessage | undefined =>
  state.inbound.find((message) => message.id === id && message.phone === phone);

export const findSent = (state: EmulatorState, phone: string, id: string): SentMessage | undefined =>
  state.messages.find((message) => message.id === id && message.phone === phone);

export const WINDOW = PERIODS.DAY;

/** When the user may no longer be written to without a template; undefined when the user never wrote. */
export const windowEnd = (state: EmulatorState, phone: string, from: string): number | undefined => {
  const last = state.inbound.findLast((message) => message.phone === phone && message.from === from);
  return last && last.at + WINDOW;
};

export const isWindowOpen = (state: EmulatorState, phone: string, from: string, now: number): boolean =>
  (windowEnd(state, phone, from) ?? 0) > now;
