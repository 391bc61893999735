import { type ErrorCode, isMycobotError, MycobotError } from "../../../errors/index.ts";
import type { AccountCall, Clock, Gateway, WireTemplate } from "../../../gateway/index.ts";
import { NOT_CREATED } from "../../account/statuses.ts";
import { collectTemplates, noteUnreadable, pairTemplates, templateIdentity } from "../../account/templates.ts";
import type { Context } from "../../context.ts";
import { durationText, sentences } from "../../output/phrases.ts";
import { visibleLine } from "../../output/visible.ts";
import { recordedTemplates } from "../../pulumi/recorded.ts";
import { readStackState } from "../../pulumi/stack-state.ts";
import type { Scope } from "../../scope/scope.ts";

/** The state of the review of a declared template. */
export interface Review {
  name: string;
  language: string;
  /** WhatsApp's status, or NOT_CREATED. */
  status: string;
  /** Absent if it is not created. */
  id?: string;
  rejectedReason?: string;
  /** WhatsApp's own words about a rejection, in the language of the account's user. */
  recommendation?: string;
  /** PENDING because of an edit, according to Pulumi's state. */
  isEdit?: true;
}

const FIELDS = ["rejected_reason"];

/** Failures that may be temporary: polling continues. */
const TEMPORARY: readonly ErrorCode[] = [
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

/** Polls all declared templates with one list of the account. */
async function firstPoll({ gateway, stack }: Scope, account: AccountCall, context: Context): Promise<Review[]> {
  const { templates, unreadable } = await collectTemplates(gateway, account, {}, Number.POSITIVE_INFINITY, context);
  noteUnreadable(unreadable, context);
  return pairTemplates(stack?.templates ?? [], templates).pairs.map(({ declared, observed }) => {
    const { name, language } = declared.body;
    return observed === undefined ? { name, language, status: NOT_CREATED } : reviewOf(observed);
  });
}

/** Marks the PENDING templates that are in review because of an edit, if Pulumi's state can be read. */
async function withEdits(
  reviews: Review[],
  { stack, signal }: Scope,
  wabaId: string,
  { io }: Context,
): Promise<Review[]> {
  if (stack === undefined || !reviews.some(isPending)) return reviews;
  const { state } = await readStackState({ stack, io, signal });
  if (state === undefined) return reviews;
  const recorded = recordedTemplates(state, wabaId);
  const isEdited = (review: Review) => (recorded.get(templateIdentity(review))?.edits.length ?? 0) > 0;
  return reviews.map((review) => (isPending(review) && isEdited(review) ? { ...review, isEdit: true } : review));
}

/** Adds what WhatsApp recommends for an invalid format. Best effort: not every version of the API returns it. */
async function withRecommendations(reviews: Review[], { gateway }: Scope, account: AccountCall): Promise<Review[]> {
  const result: Review[] = [];
  for (const review of reviews) {
    const { id, rejectedReason } = review;
    const call = { ...account, templateId: id ?? "", fields: ["rejection_info"] };
    const found =
      id === undefined || rejectedReason !== "INVALID_FORMAT"
        ? undefined
        : await gateway.templates.get(call).catch((error: unknown) => {
            if (isMycobotError(error) && error.code === "MYCO_INTERRUPTED") throw error;
            return undefined;
          });
    const recommendation = found?.rejection_info?.recommendation;
    result.push(typeof recommendation === "string" ? { ...review, recommendation } : review);
  }
  return result;
}

/** Lists the PENDING templates with one request, and reads each template that is no longer among them. */
async function reviewed(gateway: Gateway, account: AccountCall, pending: readonly Review[]): Promise<Review[]> {
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

/** Polls pending templates. A temporary failure is noted and returns no reviews, and the pause that it requires. */
async function nextPoll(
  { gateway }: Scope,
  account: AccountCall,
  pending: readonly Review[],
  context: Context,
): Promise<{ reviews: Review[]; minPauseMs: number }> {
  try {
    return { reviews: await reviewed(gateway, account, pending), minPauseMs: 0 };
  } catch (error) {
    if (!isMycobotError(error) || !TEMPORARY.includes(error.code)) throw error;
    context.note(`note: ${sentences(visibleLine(error.message))} Retrying.`);
    const minPauseMs = "retryAfterMs" in error && typeof error.retryAfterMs === "number" ? error.retryAfterMs : 0;
    return { reviews: [], minPauseMs };
  }
}

const FIRST_PAUSE_MS = 30_000;
const MAX_PAUSE_MS = 5 * 60_000;
const PAUSE_FACTOR = 1.5;

/** Polls until no template is PENDING or the time is over. Returns the reviews in the order of the stack. */
export async function awaitReviews(scope: Scope, timeoutMs: number, context: Context): Promise<Review[]> {
  const { clock } = context;
  const end = clock.now() + timeoutMs;
  const account = await scope.account();
  let reviews = await withEdits(await firstPoll(scope, account, context), scope, account.wabaId, context);
  let pause = FIRST_PAUSE_MS;
  let minPause = 0;
  for (;;) {
    const pending = reviews.filter(isPending);
    const left = end - clock.now();
    if (pending.length === 0 || left <= 0) return withRecommendations(reviews, scope, account);
    const ms = Math.min(Math.max(pause, minPause), left);
    if (context.watched)
      context.note(`${pending.length} of ${reviews.length} PENDING; next check in ${durationText(ms)}.`);
    await sleep(clock, ms, scope.signal);
    const poll = await nextPoll(scope, account, pending, context);
    for (const { name, language, status } of poll.reviews) context.note(visibleLine(`${name} ${language}: ${status}`));
    reviews = reviews.map((review) => poll.reviews.find(({ id }) => id === review.id) ?? review);
    pause = Math.min(Math.round(pause * PAUSE_FACTOR), MAX_PAUSE_MS);
    minPause = poll.minPauseMs;
  }
}

/** Resolves after `ms` milliseconds. @throws MYCO_INTERRUPTED if the signal aborts */
function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      cancel();
      reject(new MycobotError("MYCO_INTERRUPTED", "Interrupted."));
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
