import { GraphError } from "../graph/graph-error.ts";
import { SlidingSecond } from "../middleware/sliding-second.ts";
import { isWindowOpen } from "../store/messages.ts";
import { RATES } from "../tables/rates.ts";
import { type Recipient, userId } from "./envelope.ts";
import type { SendContext } from "./kinds/message-kind.ts";
import { blamed, DETAILS, type MessageErrorKind, messageError } from "./message-error.ts";

type Reason = MessageErrorKind & keyof typeof DETAILS;

function isListed({ emulator }: SendContext, { kind, id }: Recipient): boolean {
  const { recipients } = emulator.options;
  return recipients === "any" || kind !== "user" || recipients.some((number) => userId(number) === id);
}

/** Why a recipient may not receive the message; undefined when it may. Groups have neither a test list nor a window. */
export function refusalOf(context: SendContext, recipient: Recipient, type: string): Reason | undefined {
  const { emulator, phone } = context;
  if (!isListed(context, recipient)) return "notAllowed";
  if (emulator.switches.undeliverable.some((number) => userId(number) === recipient.id)) return "undeliverable";
  const needsWindow = emulator.options.window && type !== "template" && recipient.kind !== "group";
  if (needsWindow && !isWindowOpen(emulator.state, phone.id, recipient.id, emulator.now())) return "reEngagement";
  return undefined;
}

/** Spends one message of the phone's throughput. The error and its subcode are recorded. */
export function spendThroughput({ emulator, phone }: SendContext): void {
  const max = emulator.switches.throughput;
  if (max === 0) return;
  const key = `messages of ${phone.id}`;
  const window = emulator.rates.get(key) ?? new SlidingSecond();
  emulator.rates.set(key, window);
  if (window.countAt(emulator.now()) >= max) {
    throw new GraphError({
      message: "(#130429) Rate limit hit",
      code: 130429,
      subcode: 2494055,
      data: blamed("Cloud API message throughput has been reached."),
    });
  }
  window.add(emulator.now());
}

/** Spends one message of the budget between two numbers. */
export function spendPairBudget({ emulator, phone }: SendContext, { id }: Recipient): void {
  if (!emulator.switches.pairRate) return;
  const { intervalMs, burst } = RATES.pair;
  const now = emulator.now();
  const pair = `${phone.id}:${id}`;
  const usedUntil = Math.max(emulator.state.pairs[pair] ?? 0, now) + intervalMs;
  if (usedUntil - now > intervalMs * burst) throw messageError("pairRate", DETAILS.pairRate);
  emulator.state.pairs[pair] = usedUntil;
}
