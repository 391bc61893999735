import type { FailureKind } from "../../retry/failure-kind.ts";

/** What is known about one of WhatsApp's error codes. */
export interface KnownError {
  /** One clause, lower case, no full stop. */
  meaning: string;
  retry: FailureKind;
  /** What to do: whole sentences. */
  advice: string;
  /** The least wait before another try. */
  waitMs?: number;
}
