import type { FaultsInput } from "./faults/schema.ts";
import type { JsonObject } from "./json.ts";

/** What the review does with a new or edited template: at the next read, never, or after a delay on the emulator's clock. */
export interface ReviewPolicy {
  outcome: "approve" | "reject" | "pending";
  /** With "pending": milliseconds until the template is approved; undefined keeps it PENDING. */
  delayMs?: number;
}

/** Options of `mycobot emulator`, one for one. All are optional. */
export interface EmulatorOptions {
  /** TCP port on 127.0.0.1; 0 (default) takes any free one. */
  port?: number;
  /** The only key that is accepted; by default any that is not empty. */
  apiKey?: string;
  /** WhatsApp Business account ids; the first one owns phones that name no other. */
  waba?: string | readonly string[];
  /** Phone number ids, plain or as "WABA:PHONE". */
  phones?: readonly string[];
  /** Requests in any sliding second and account; 0: no limit. Default 10. */
  rate?: number;
  /** Creates, calls and templates per account, edits per template. Default true. */
  quotas?: boolean;
  /** Real milliseconds before each answer. */
  latencyMs?: number;
  /** "approve" (default), "reject", "pending" or "pending:DELAY" such as "pending:10m". */
  review?: string | ReviewPolicy;
  /** Whether messages obey the 24-hour window. */
  window?: boolean;
  /** Numbers that may be written to; "any" by default. */
  recipients?: "any" | readonly string[];
  /** Whether resumable uploads work (default) or answer 403. */
  uploads?: "on" | "refused";
  /** "manual" (default): a new connection is PENDING until its URL is opened. "auto": ACTIVE at once. */
  connect?: "manual" | "auto";
  /** Id of the connection that exists from the start. */
  connection?: string;
  /** A template list as WhatsApp returns it, taken as the first account's templates, verbatim. */
  seed?: JsonObject;
  /** File that keeps the state between runs. It is locked by `FILE.lock` beside it while the emulator runs. */
  stateFile?: string;
  /** Takes warnings, such as a state file that cannot be written; by default they become warnings of the process. */
  warn?: (text: string) => void;
  /** Switches and fault rules in force at the start and after a reset. */
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
