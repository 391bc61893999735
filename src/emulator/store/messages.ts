import { PERIODS } from "../clock.ts";
import { hexToken } from "../ids.ts";
import { objectOf } from "../json.ts";
import type { EmulatorState, InboundMessage, SentMessage, TemplateRecord } from "./state.ts";
import { templateLanguage, templateName } from "./templates.ts";

export type MessageStatus = "accepted" | "sent" | "delivered" | "read" | "failed";

/** The time from acceptance to each status, on the emulator's clock. */
const REACHED: readonly [MessageStatus, number][] = [
  ["read", PERIODS.MINUTE],
  ["delivered", 2 * PERIODS.SECOND],
  ["sent", PERIODS.SECOND],
];

/** The status of a message. Users of the emulator receive and read every message quickly. */
export function messageStatus(message: SentMessage, now: number): MessageStatus {
  if (message.errors !== undefined) return "failed";
  if (message.isUndelivered === true && now - message.at >= PERIODS.SECOND) return "sent";
  return REACHED.find(([, after]) => now - message.at >= after)?.[0] ?? "accepted";
}

/** Whether the message was sent with that template. */
export function isSendOf({ request }: SentMessage, template: TemplateRecord): boolean {
  const { name, language } = objectOf(request.template);
  return name === templateName(template) && objectOf(language).code === templateLanguage(template);
}

export function findInbound(state: EmulatorState, phone: string, id: string): InboundMessage | undefined {
  return state.inbound.find((message) => message.id === id && message.phone === phone);
}

export function findSent(state: EmulatorState, phone: string, id: string): SentMessage | undefined {
  return state.messages.find((message) => message.id === id && message.phone === phone);
}

export const WINDOW = PERIODS.DAY;

/** The end of the conversation window, in which free-form messages are allowed; undefined when the user never wrote. */
function windowEnd(state: EmulatorState, phone: string, from: string): number | undefined {
  const last = state.inbound.findLast((message) => message.phone === phone && message.from === from);
  return last && last.at + WINDOW;
}

export function isWindowOpen(state: EmulatorState, phone: string, from: string, now: number): boolean {
  return (windowEnd(state, phone, from) ?? 0) > now;
}

const OUT = "\x11\x18\x12";
const IN = "\x12\x18\x14";

/**
 * A message id: "wamid." and Base64 of bytes that start with the length of the user's number and the number, as in
 * recorded ids. Three bytes before the key tell the direction.
 */
export function newWamid(user: string, direction: "in" | "out"): string {
  const key = hexToken().toUpperCase().slice(0, 20);
  const bytes = `\x1d\x07\x0b${String.fromCharCode(user.length)}${user}\x15\x02\x00${direction === "in" ? IN : OUT}${key}\x00`;
  return `wamid.${Buffer.from(bytes, "latin1").toString("base64")}`;
}

/** Whether an id has the form of a message id. The message may not exist. */
export function isWamid(id: string): boolean {
  return /^wamid\.[A-Za-z0-9+/_=-]{8,}$/.test(id);
}
