import { isMycobotError, type MycobotError } from "../../../errors/index.ts";
import type { AccountCall, Gateway } from "../../../gateway/index.ts";
import type { Issue } from "../../../model/issue.ts";
import { messageText } from "./message-text.ts";

/** Whether WhatsApp told its categories, for `--json`. */
export interface LiveAnswers {
  available: boolean;
  /** Why not. */
  reason?: string;
}

/** Failures that say that there is no answer to be had. Others (a refused key, a wrong id) are for the caller to fix. */
const NO_ANSWER: readonly string[] = [
  "MYCO_WHATSAPP_ERROR",
  "MYCO_GATEWAY_ERROR",
  "MYCO_GATEWAY_RESPONSE",
  "MYCO_GATEWAY_UNREACHABLE",
  "MYCO_GATEWAY_TIMEOUT",
  "MYCO_RATE_LIMITED",
  "MYCO_QUOTA_EXHAUSTED",
];

/** WhatsApp's own category of each template's text, beside the declared one. */
export class LiveCategories {
  readonly #gateway: Gateway;
  readonly #account: AccountCall;
  readonly #onSilence: (error: MycobotError) => void;
  #silence: MycobotError | undefined;

  /** `onSilence`: told once, when WhatsApp does not answer; it is not asked again then. */
  constructor(gateway: Gateway, account: AccountCall, onSilence: (error: MycobotError) => void) {
    this.#gateway = gateway;
    this.#account = account;
    this.#onSilence = onSilence;
  }

  get answers(): LiveAnswers {
    return this.#silence === undefined ? { available: true } : { available: false, reason: this.#silence.message };
  }

  /** A warning when WhatsApp takes the text for another category than `body`, a template's, declares. */
  async issuesOf(body: unknown): Promise<Issue[]> {
    const text = messageText(body);
    const declared = declaredCategory(body);
    if (text === undefined || declared === undefined || this.#silence !== undefined) return [];
    const told = await this.#ask(text);
    return told === undefined || told === declared ? [] : [differs(told, declared)];
  }

  async #ask(body: string): Promise<string | undefined> {
    const message = { type: "text", text: { body } };
    try {
      return (await this.#gateway.templates.sampleCategory({ ...this.#account, message })).toUpperCase();
    } catch (error) {
      if (!isMycobotError(error) || !NO_ANSWER.includes(error.code)) throw error;
      this.#silence = error;
      this.#onSilence(error);
      return undefined;
    }
  }
}

function declaredCategory(body: unknown): string | undefined {
  const given = typeof body === "object" && body !== null && "category" in body ? body.category : undefined;
  return typeof given === "string" ? given.toUpperCase() : undefined;
}

function differs(told: string, declared: string): Issue {
  return {
    severity: "warning",
    code: "category-differs",
    path: "/category",
    message: `WhatsApp's own category of this text is ${told}, the file declares ${declared}.`,
    hint: `Declare ${told}, or change the text: WhatsApp may approve the template as ${told} all the same, or reject it.`,
  };
}
