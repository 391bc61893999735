import { type ErrorCode, isMycobotError, type MycobotError } from "../../../errors/index.ts";
import type { AccountCall, Gateway } from "../../../gateway/index.ts";
import { type Issue, warning } from "../../../model/issue.ts";

/** Whether WhatsApp returned its categories, for `--json`. */
export interface CategoryAnswers {
  available: boolean;
  /** Why not. */
  reason?: string;
}

/** Failures after which WhatsApp is not asked again. The user has to fix others, such as a refused key or a wrong id. */
const NO_ANSWER: readonly ErrorCode[] = [
  "MYCO_WHATSAPP_ERROR",
  "MYCO_GATEWAY_ERROR",
  "MYCO_GATEWAY_RESPONSE",
  "MYCO_GATEWAY_UNREACHABLE",
  "MYCO_GATEWAY_TIMEOUT",
  "MYCO_RATE_LIMITED",
  "MYCO_QUOTA_EXHAUSTED",
];

/** Compares WhatsApp's category of each template's text with the declared one. */
export class LiveCategories {
  readonly #gateway: Gateway;
  readonly #account: AccountCall;
  readonly #onFailure: (error: MycobotError) => void;
  #failure: MycobotError | undefined;

  /** `onFailure`: called once if WhatsApp does not answer. It is not asked again. */
  constructor(gateway: Gateway, account: AccountCall, onFailure: (error: MycobotError) => void) {
    this.#gateway = gateway;
    this.#account = account;
    this.#onFailure = onFailure;
  }

  get answers(): CategoryAnswers {
    return this.#failure === undefined ? { available: true } : { available: false, reason: this.#failure.message };
  }

  /** A warning if WhatsApp's category of the text differs from that of `body`, a create body. */
  async issuesOf(body: unknown): Promise<Issue[]> {
    const text = messageText(body);
    const declared = declaredCategory(body);
    if (text === undefined || declared === undefined || this.#failure !== undefined) return [];
    const category = await this.#categoryOf(text);
    return category === undefined || category === declared ? [] : [differs(category, declared)];
  }

  async #categoryOf(body: string): Promise<string | undefined> {
    const message = { type: "text", text: { body } };
    try {
      return (await this.#gateway.templates.sampleCategory({ ...this.#account, message })).toUpperCase();
    } catch (error) {
      if (!isMycobotError(error) || !NO_ANSWER.includes(error.code)) throw error;
      this.#failure = error;
      this.#onFailure(error);
      return undefined;
    }
  }
}

function differs(category: string, declared: string): Issue {
  return warning({
    code: "category-differs",
    path: "/category",
    message: `WhatsApp's category of this text is ${category}; the file declares ${declared}.`,
    hint: `Declare ${category}, or change the text: WhatsApp may approve the template as ${category}, or reject it.`,
  });
}

function declaredCategory(body: unknown): string | undefined {
  const { category } = fieldsOf(body);
  return typeof category === "string" ? category.toUpperCase() : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  // Any key of an object may be read; the value remains unknown.
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/**
 * The body of a template with its samples filled in. Undefined for a template whose text WhatsApp writes itself
 * (authentication, library). A variable without a sample is kept.
 */
function messageText(template: unknown): string | undefined {
  const { components } = fieldsOf(template);
  const parts = Array.isArray(components) ? components.map(fieldsOf) : [];
  const { text, example } = parts.find(({ type }) => String(type).toUpperCase() === "BODY") ?? {};
  if (typeof text !== "string" || text.trim() === "") return undefined;
  const samples = samplesOf(fieldsOf(example));
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (variable, name: string) => samples.get(name) ?? variable);
}

/** By number or name of the variable: `body_text: [["Ana"]]`, or `body_text_named_params: [{ param_name, example }]`. */
function samplesOf({ body_text, body_text_named_params: named }: Fields): Map<string, string> {
  const [first] = Array.isArray(body_text) ? body_text : [];
  const row: unknown[] = Array.isArray(first) ? first : Array.isArray(body_text) ? body_text : [];
  const pairs = Array.isArray(named) ? named.map(fieldsOf) : [];
  return new Map([
    ...row.map((sample, index): [string, string] => [String(index + 1), String(sample)]),
    ...pairs.map(({ param_name, example }): [string, string] => [String(param_name), String(example)]),
  ]);
}
