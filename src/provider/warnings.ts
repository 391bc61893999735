import { redactedLine } from "../gateway/index.ts";
import type { Warn } from "./engine/index.ts";

/** What every warning of a handler begins with. Codes are stable: reports compare them from run to run. */
export const WARNINGS = {
  MYCO_W_SAMPLES_LATER: "A sample of an approved template changed. It is sent with the next edit.",
  MYCO_W_IN_REVIEW: "A template is in review and may not be sendable until WhatsApp approves it.",
  MYCO_W_REJECTED: "WhatsApp rejected a template.",
  MYCO_W_CATEGORY_CHANGED: "WhatsApp gave a template another category than the declared one.",
  MYCO_W_FIELD_UNKNOWN: "The account has a field that Mycobot does not know. It is left alone.",
  MYCO_W_LIST_UNREADABLE: "WhatsApp's list holds a template that cannot be read. It was skipped.",
  MYCO_W_DELETION: "A template is deleted from the account.",
  MYCO_W_UNMANAGED: "A template stays in the account and is no longer managed.",
  MYCO_W_RENAME: "A template has a new name: WhatsApp gets a new template, and the old one is deleted.",
  MYCO_W_GATEWAY_UNKNOWN: "The state does not say through which gateway it was written.",
  MYCO_W_CONNECTION_PENDING: "A connection needs a person who opens its link.",
} as const;

export type WarningCode = keyof typeof WARNINGS;

/** The warnings of one run, each text once per resource. They hold texts of the account: secrets and control characters go. */
export class Warnings {
  readonly #warn: Warn;
  readonly #said = new Set<string>();

  constructor(warn: Warn) {
    this.#warn = warn;
  }

  add(code: WarningCode, text: string, urn?: string): void {
    const line = redactedLine(`${code}: ${text}`);
    const identity = `${urn ?? ""} ${line}`;
    if (this.#said.has(identity)) return;
    this.#said.add(identity);
    this.#warn(line, urn);
  }

  /** What concerns the whole run, the first time only. */
  once(code: WarningCode, text: string, urn?: string): void {
    if (this.#said.has(code)) return;
    this.#said.add(code);
    this.add(code, text, urn);
  }
}
