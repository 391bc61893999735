import { parseDuration } from "./clock.ts";
import {
  DEFAULT_PHONE,
  DEFAULT_WABA,
  type EmulatorOptions,
  type PhoneOption,
  type ResolvedOptions,
  type ReviewPolicy,
} from "./options.ts";

function isOutcome(value: string): value is ReviewPolicy["outcome"] {
  return ["approve", "reject", "pending"].includes(value);
}

/** "approve", "reject", "pending" or "pending:DELAY". Throws a RangeError on anything else. */
export function parseReview(text: string): ReviewPolicy {
  const [outcome = "", delay] = text.split(":", 2);
  const delayMs = delay === undefined ? undefined : parseDuration(delay);
  if (!isOutcome(outcome) || (delay !== undefined && (outcome !== "pending" || delayMs === undefined))) {
    throw new RangeError(
      `review must be approve, reject, pending or pending:DELAY (such as pending:10m), not "${text}"`,
    );
  }
  return delayMs === undefined ? { outcome } : { outcome, delayMs };
}

function parsePhone(text: string, wabas: readonly string[]): PhoneOption {
  const [first = "", second] = text.split(":", 2);
  const phone = second === undefined ? { id: first, waba: wabas[0] ?? DEFAULT_WABA } : { id: second, waba: first };
  if (!wabas.includes(phone.waba))
    throw new RangeError(`phone ${phone.id} belongs to ${phone.waba}, which is no account of this emulator`);
  return phone;
}

function accountIds(waba: EmulatorOptions["waba"]): readonly string[] {
  const ids = typeof waba === "string" ? [waba] : (waba ?? []);
  return ids.length > 0 ? ids : [DEFAULT_WABA];
}

/** The options with every default filled in. Throws a RangeError that names the option when one makes no sense. */
export function resolveOptions(options: EmulatorOptions): ResolvedOptions {
  const wabas = accountIds(options.waba);
  const { rate = 10, latencyMs = 0, review = "approve" } = options;
  if (!(rate >= 0)) throw new RangeError(`rate must be 0 or more, not ${rate}`);
  if (!(latencyMs >= 0)) throw new RangeError(`latency must be 0 or more milliseconds, not ${latencyMs}`);
  return {
    port: options.port ?? 0,
    apiKey: options.apiKey,
    wabas,
    phones: (options.phones ?? [DEFAULT_PHONE]).map((phone) => parsePhone(phone, wabas)),
    rate,
    quotas: options.quotas ?? true,
    latencyMs,
    review: typeof review === "string" ? parseReview(review) : review,
    window: options.window ?? false,
    recipients: options.recipients ?? "any",
    uploads: options.uploads ?? "on",
    connect: options.connect ?? "manual",
    connection: options.connection,
    seed: options.seed,
    stateFile: options.stateFile,
    warn: options.warn ?? ((text) => process.emitWarning(text)),
    faults: options.faults ?? {},
    direct: options.direct ?? false,
    now: options.now ?? Date.now,
  };
}
