import { PERIODS } from "../clock.ts";
import type { EmulatorState, InboundMessage, SentMessage } from "./state.ts";

export type MessageStatus = "accepted" | "sent" | "delivered" | "read" | "failed";

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
const windowEnd = (state: EmulatorState, phone: string, from: string): number | undefined => {
  const last = state.inbound.findLast((message) => message.phone === phone && message.from === from);
  return last && last.at + WINDOW;
};

export const isWindowOpen = (state: EmulatorState, phone: string, from: string, now: number): boolean =>
  (windowEnd(state, phone, from) ?? 0) > now;
