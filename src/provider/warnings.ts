import { redactedLine } from "../gateway/index.ts";
import type { Warn } from "./engine.ts";

/** Codes that handler warnings begin with. Codes are stable: reports compare them between runs. */
export const WARNINGS = {
  MYCO_W_SAMPLES_LATER: "A sample of an approved template changed. It is sent with the next edit.",
  MYCO_W_NOT_ON_DESKTOP:
    "WhatsApp for desktop does not show a message with the buttons of a template that is new or changed.",
  MYCO_W_IN_REVIEW: "A template is in review and cannot be sent until WhatsApp approves it.",
  MYCO_W_STATUS: "WhatsApp has paused, flagged, disabled or archived a template, or it is in appeal or being deleted.",
  MYCO_W_EDIT:
    "A changed template goes back to review, and cannot be relied on to be sendable until WhatsApp approves it.",
  MYCO_W_NOTHING_SENDABLE:
    "An edit sends the only APPROVED version of a template back to review: senders have nothing to send until it is approved.",
  MYCO_W_EDIT_REFUSED:
    "According to the state, WhatsApp will refuse an edit: the template is in review, disabled, or was edited recently.",
  MYCO_W_TAKE_OVER: "A template that already exists in the account will be taken over, or refused because it differs.",
  MYCO_W_LOCKED:
    "A template is created again about 30 days after its deletion, while WhatsApp may still lock its name.",
  MYCO_W_FORECAST: "The apply exceeds one of WhatsApp's quotas, or takes noticeably long at the gateway's rate.",
  MYCO_W_REJECTED: "WhatsApp rejected a template.",
  MYCO_W_CATEGORY_CHANGED: "WhatsApp assigned a category other than the declared one.",
  MYCO_W_FIELD_UNKNOWN: "The account has a field that Mycobot does not know. Mycobot does not change it.",
  MYCO_W_LIST_UNREADABLE: "WhatsApp's list contains a template that cannot be read. It was skipped.",
  MYCO_W_DELETION: "A template is deleted from the account.",
  MYCO_W_PROTECTED:
    "A protected template is removed from the stack file. The engine refuses to remove it from the state.",
  MYCO_W_UNMANAGED: "A template stays in the account and is no longer managed.",
  MYCO_W_RENAME: "A template has a new name: a new template is created, and the old one is deleted.",
  MYCO_W_GATEWAY_UNKNOWN: "The state does not record its gateway.",
  MYCO_W_CONNECTION_PENDING: "A connection is not authorized yet.",
} as const;

export type WarningCode = keyof typeof WARNINGS;

/** The warnings of one run, each text once per resource. Secrets and control characters are removed: texts of the account may contain them. */
export class Warnings {
  readonly #warn: Warn;
  readonly #shown = new Set<string>();

  constructor(warn: Warn) {
    this.#warn = warn;
  }

  add(code: WarningCode, text: string, urn?: string): void {
    const line = redactedLine(`${code}: ${text}`);
    const identity = `${urn ?? ""} ${line}`;
    if (this.#shown.has(identity)) return;
    this.#shown.add(identity);
    this.#warn(line, urn);
  }

  /** A warning about the whole run: only the first one is shown. */
  once(code: WarningCode, text: string, urn?: string): void {
    if (this.#shown.has(code)) return;
    this.#shown.add(code);
    this.add(code, text, urn);
  }
}
