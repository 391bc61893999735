import { GraphError } from "../graph/graph-error.ts";
import { SlidingSecond } from "../middleware/sliding-second.ts";
import { isWindowOpen } from "../store/messages.ts";
import { DETAILS } from "../tables/message-errors.ts";
import { PAIR_RATE } from "../tables/message-limits.ts";
import type { Recipient } from "./envelope.ts";
import { type MessageErrorKind, messageError } from "./message-error.ts";
import type { SendContext } from "./send-context.ts";
import { userId } from "./user-id.ts";

type Reason = MessageErrorKind & keyof typeof DETAILS;

function isListed({ emulator }: SendContext, { kind, id }: Recipient): boolean {
  const { recipients } = emulator.options;
  return recipients === "any" || kind !== "user" || recipients.some((number) => userId(number) === id);
}

/** Why nothing may go to a recipient. Groups have neither a test list nor a window. */
export function refusalOf(context: SendContext, recipient: Recipient, type: string): Reason | undefined {
  const { emulator, phone } = context;
  if (!isListed(context, recipient)) return "notAllowed";
  if (emulator.switches.undeliverable.some((number) => userId(number) === recipient.id)) return "undeliverable";
  const needsWindow = emulator.options.window && type !== "template" && recipient.kind !== "group";
  if (needsWindow && !isWindowOpen(emulator.state, phone.id, recipient.id, emulator.now())) return "reEngagement";
  return undefined;
}

/** Spends one message of the phone's throughput; recorded with its subcode. */
export function spendThroughput({ emulator, phone }: SendContext): void {
  const most = emulator.switches.throughput;
  if (most === 0) return;
  const key = `messages of ${phone.id}`;
  const window = emulator.rates.get(key) ?? new SlidingSecond();
  emulator.rates.set(key, window);
  if (window.countAt(emulator.now()) >= most) {
    throw new GraphError({
      message: "(#130429) Rate limit hit",
      code: 130429,
      subcode: 2494055,
      data: { messaging_product: "whatsapp", details: "Cloud API message throughput has been reached." },
    });
  }
  window.add(emulator.now());
}

/** Spends one message of the pair's budget: one in six seconds, 45 at once. */
export function spendPairBudget({ emulator, phone }: SendContext, { id }: Recipient): void {
  if (!emulator.switches.pairRate) return;
  const { intervalMs, burst } = PAIR_RATE;
  const now = emulator.now();
  const pair = `${phone.id}:${id}`;
  const usedUntil = Math.max(emulator.state.pairs[pair] ?? 0, now) + intervalMs;
  if (usedUntil - now > intervalMs * burst) throw messageError("pairRate", DETAILS.pairRate);
  emulator.state.pairs[pair] = usedUntil;
}
