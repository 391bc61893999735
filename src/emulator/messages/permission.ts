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

function isListed({ world }: SendContext, { kind, id }: Recipient): boolean {
  const { recipients } = world.options;
  return recipients === "any" || kind !== "user" || recipients.some((number) => userId(number) === id);
}

/** Why nothing may go to a recipient. Groups have neither a test list nor a window. */
export function refusalOf(context: SendContext, recipient: Recipient, type: string): Reason | undefined {
  const { world, phone } = context;
  if (!isListed(context, recipient)) return "notAllowed";
  if (world.switches.undeliverable.some((number) => userId(number) === recipient.id)) return "undeliverable";
  const needsWindow = world.options.window && type !== "template" && recipient.kind !== "group";
  if (needsWindow && !isWindowOpen(world.state, phone.id, recipient.id, world.now())) return "reEngagement";
  return undefined;
}

/** Spends one message of the phone's throughput; recorded with its subcode. */
export function spendThroughput({ world, phone }: SendContext): void {
  const most = world.switches.throughput;
  if (most === 0) return;
  const key = `messages of ${phone.id}`;
  const window = world.rates.get(key) ?? new SlidingSecond();
  world.rates.set(key, window);
  if (window.countAt(world.now()) >= most) {
    throw new GraphError({
      message: "(#130429) Rate limit hit",
      code: 130429,
      subcode: 2494055,
      data: { messaging_product: "whatsapp", details: "Cloud API message throughput has been reached." },
    });
  }
  window.add(world.now());
}

/** Spends one message of the pair's budget: one in six seconds, 45 at once. */
export function spendPairBudget({ world, phone }: SendContext, { id }: Recipient): void {
  if (!world.switches.pairRate) return;
  const { intervalMs, burst } = PAIR_RATE;
  const now = world.now();
  const pair = `${phone.id}:${id}`;
  const usedUntil = Math.max(world.state.pairs[pair] ?? 0, now) + intervalMs;
  if (usedUntil - now > intervalMs * burst) throw messageError("pairRate", DETAILS.pairRate);
  world.state.pairs[pair] = usedUntil;
}
