import { parseDuration } from "./clock.ts";
import type { FaultsInput } from "./faults/schema.ts";
import type { JsonObject } from "./json.ts";
import { RATES } from "./tables/rates.ts";

/** The outcome of the review of a new or edited template, at the next read or after a delay on the emulator's clock. */
export interface ReviewPolicy {
  outcome: "approve" | "reject" | "pending";
  /** With "pending": milliseconds until the template is approved; undefined keeps it PENDING. */
  delayMs?: number;
}

/** The options of `mycobot emulator`. All are optional. */
export interface EmulatorOptions {
  /** TCP port on 127.0.0.1; 0 (default) takes any free one. */
  port?: number;
  /** The only accepted key; by default, any key is accepted. */
  apiKey?: string;
  /** WhatsApp Business account ids; the first one owns phones without an account. */
  waba?: string | readonly string[];
  /** Phone number ids, plain or as "WABA:PHONE". */
  phones?: readonly string[];
  /** Requests in any sliding second and API key; 0: no limit. Default: Maton's own limit, see RATES. */
  rate?: number;
  /** Whether creates, calls and templates per account and edits per template are limited (default). */
  quotas?: boolean;
  /** Real milliseconds before each answer. */
  latencyMs?: number;
  /** "approve" (default), "reject", "pending" or "pending:DELAY" such as "pending:10m". */
  review?: string | ReviewPolicy;
  /** Whether free-form messages require an open conversation window. */
  window?: boolean;
  /** Numbers that can receive messages; "any" by default. */
  recipients?: "any" | readonly string[];
  /** Whether resumable uploads work (default) or answer 403. */
  uploads?: "on" | "refused";
  /** "manual" (default): a new connection is PENDING until its URL is opened. "auto": ACTIVE at once. */
  connect?: "manual" | "auto";
  /** Id of the connection that exists from the start. */
  connection?: string;
  /**
   * A template list in WhatsApp's format: the templates of the first account, verbatim; `{ data: [] }` for none. Without it,
   * and in other accounts, there is WhatsApp's sample `hello_world`.
   */
  seed?: JsonObject;
  /** File that stores the state between runs. `FILE.lock`, next to it, locks it while the emulator runs. */
  stateFile?: string;
  /** Receives warnings, such as a failed write of the state file; by default they are warnings of the process. */
  warn?: (text: string) => void;
  /** Switches and fault rules that apply at the start and after a reset. */
  faults?: FaultsInput;
  /** Also serve the Graph API at `/v…/`, without the gateway's rules. */
  direct?: boolean;
  /** The machine's clock, for tests: milliseconds since the epoch. */
  now?: () => number;
}

export const DEFAULT_WABA = "102290129340398";
export const DEFAULT_PHONE = "106540352242922";

export interface PhoneOption {
  id: string;
  waba: string;
}

export interface ResolvedOptions {
  port: number;
  apiKey: string | undefined;
  wabas: readonly string[];
  phones: readonly PhoneOption[];
  rate: number;
  quotas: boolean;
  latencyMs: number;
  review: ReviewPolicy;
  window: boolean;
  recipients: "any" | readonly string[];
  uploads: "on" | "refused";
  connect: "manual" | "auto";
  connection: string | undefined;
  seed: JsonObject | undefined;
  stateFile: string | undefined;
  warn: (text: string) => void;
  faults: FaultsInput;
  direct: boolean;
  now: () => number;
}

function isOutcome(value: string): value is ReviewPolicy["outcome"] {
  return ["approve", "reject", "pending"].includes(value);
}

/** "approve", "reject", "pending" or "pending:DELAY". Throws a RangeError for anything else. */
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
    throw new RangeError(`phone ${phone.id} belongs to ${phone.waba}, which is not an account of this emulator`);
  return phone;
}

function accountIds(waba: EmulatorOptions["waba"]): readonly string[] {
  const ids = typeof waba === "string" ? [waba] : (waba ?? []);
  return ids.length > 0 ? ids : [DEFAULT_WABA];
}

/** The options with every default filled in. Throws a RangeError that names an invalid option. */
export function resolveOptions(options: EmulatorOptions): ResolvedOptions {
  const wabas = accountIds(options.waba);
  const { rate = RATES.matonRequestsPerSecond, latencyMs = 0, review = "approve" } = options;
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
