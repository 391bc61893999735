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
export function messageStatus(message: SentMessage, now: number): MessageStatus {
  if (message.errors !== undefined) return "failed";
  return REACHED.find(([, after]) => now - message.at >= after)?.[0] ?? "accepted";
}

export function findInbound(state: EmulatorState, phone: string, id: string): InboundMessage | undefined {
  return state.inbound.find((message) => message.id === id && message.phone === phone);
}

export function findSent(state: EmulatorState, phone: string, id: string): SentMessage | undefined {
  return state.messages.find((message) => message.id === id && message.phone === phone);
}

export const WINDOW = PERIODS.DAY;

/** When the user may no longer be written to without a template; undefined when the user never wrote. */
function windowEnd(state: EmulatorState, phone: string, from: string): number | undefined {
  const last = state.inbound.findLast((message) => message.phone === phone && message.from === from);
  return last && last.at + WINDOW;
}

export function isWindowOpen(state: EmulatorState, phone: string, from: string, now: number): boolean {
  return (windowEnd(state, phone, from) ?? 0) > now;
}
