import { isMycobotError } from "../../../errors/index.ts";
import type { AccountCall, Gateway, WireTemplate } from "../../../gateway/index.ts";
import { collectTemplates, noteUnreadable } from "../../account/collect-templates.ts";
import { pairTemplates } from "../../account/declared-templates.ts";
import type { Context } from "../../context.ts";
import { visibleLine } from "../../output/visible.ts";
import type { Target } from "../../target/target.ts";
import { durationText } from "../../time/duration.ts";
import { sleep } from "../../time/sleep.ts";
import { nextPause } from "./next-pause.ts";

/** Where one declared template stands. */
export interface Review {
  name: string;
  language: string;
  /** WhatsApp's, or NOT_CREATED. */
  status: string;
  /** Undefined when it is not created. */
  id?: string;
  rejectedReason?: string;
}

const FIELDS = ["rejected_reason"];

/** What may pass: the next look may succeed. */
const PASSING: readonly string[] = [
  "MYCO_GATEWAY_UNREACHABLE",
  "MYCO_GATEWAY_TIMEOUT",
  "MYCO_GATEWAY_RESPONSE",
  "MYCO_RATE_LIMITED",
  "MYCO_QUOTA_EXHAUSTED",
];

function reviewOf({ id, name, language, status, rejected_reason }: WireTemplate): Review {
  const reason = rejected_reason === undefined || rejected_reason === "NONE" ? {} : { rejectedReason: rejected_reason };
  return { id, name, language, status, ...reason };
}

function isPending({ status }: Review): boolean {
  return status === "PENDING";
}

/** All declared ones: one list of the account. */
async function firstLook({ gateway, stack }: Target, account: AccountCall, context: Context): Promise<Review[]> {
  const { templates, unreadable } = await collectTemplates(gateway, account, {}, Number.POSITIVE_INFINITY, context);
  noteUnreadable(unreadable, context);
  return pairTemplates(stack?.templates ?? [], templates).pairs.map(({ declared, observed }) => {
    const { name, language } = declared.body;
    return observed === undefined ? { name, language, status: "NOT_CREATED" } : reviewOf(observed);
  });
}

/** The list of PENDING ones costs one request however many there are; those that left it are read one by one, once. */
async function settled(gateway: Gateway, account: AccountCall, pending: readonly Review[]): Promise<Review[]> {
  const still = new Set<string>();
  for await (const { id, status } of gateway.templates.list({ ...account, status: "PENDING", fields: [] })) {
    if (status === "PENDING") still.add(id);
  }
  const left = pending.filter(({ id }) => id !== undefined && !still.has(id));
  const reviews: Review[] = [];
  for (const { id = "" } of left) {
    reviews.push(reviewOf(await gateway.templates.get({ ...account, templateId: id, fields: FIELDS })));
  }
  return reviews;
}

/** The next look. A failure that may pass is told, and counts as nothing new; its wait is the least one asked for. */
async function nextLook(
  { gateway }: Target,
  account: AccountCall,
  pending: readonly Review[],
  context: Context,
): Promise<{ news: Review[]; waitMs: number }> {
  try {
    return { news: await settled(gateway, account, pending), waitMs: 0 };
  } catch (error) {
    if (!isMycobotError(error) || !PASSING.includes(error.code)) throw error;
    context.note(`note: ${visibleLine(error.message)}. It is tried again.`);
    const asked = "retryAfterMs" in error && typeof error.retryAfterMs === "number" ? error.retryAfterMs : 0;
    return { news: [], waitMs: asked };
  }
}

/** Looks until nothing is PENDING or the time is over; where every declared template then stands, in the stack's order. */
export async function awaitReviews(target: Target, timeoutMs: number, context: Context): Promise<Review[]> {
  const { clock } = context;
  const end = clock.now() + timeoutMs;
  const account = await target.account();
  let reviews = await firstLook(target, account, context);
  let pause = nextPause(undefined);
  let leastMs = 0;
  for (;;) {
    const pending = reviews.filter(isPending);
    const left = end - clock.now();
    if (pending.length === 0 || left <= 0) return reviews;
    const ms = Math.min(Math.max(pause, leastMs), left);
    if (context.watched)
      context.note(`${pending.length} of ${reviews.length} PENDING; the next look is in ${durationText(ms)}.`);
    await sleep(clock, ms, target.signal);
    const { news, waitMs } = await nextLook(target, account, pending, context);
    for (const { name, language, status } of news) context.note(visibleLine(`${name} ${language}: ${status}`));
    reviews = reviews.map((review) => news.find(({ id }) => id === review.id) ?? review);
    pause = nextPause(pause);
    leastMs = waitMs;
  }
}
