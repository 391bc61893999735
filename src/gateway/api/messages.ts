import { lintMessage, type Message, preparedMessage, readReceipt, typingIndicator } from "../../model/message/index.ts";
import { GatewayError, isGatewayError } from "../errors/gateway-error.ts";
import { InvalidInputError } from "../errors/invalid-input-error.ts";
import type { Call } from "../http/call.ts";
import { isJsonObject, type JsonObject, listAt, objectAt, textAt } from "../http/json.ts";
import { checkedId } from "./ids.ts";
import { type PhoneCall, proxyRequest, readSuccess } from "./proxy-request.ts";

type WithoutProduct<Each extends Message> = Each extends Message
  ? Omit<Each, "messaging_product"> & { messaging_product?: "whatsapp" }
  : never;

/** A message of the builders, or one written with the fields of its `type`; {@link Messages.sendRaw} takes any other body. */
export type OutgoingMessage = WithoutProduct<Message>;

/** WhatsApp has accepted the message; delivery is reported by webhook. */
export interface SentMessage {
  /** `wamid.…`: for replies, reactions and webhooks. */
  id: string;
  /** `accepted`, `held_for_quality_assessment`, `paused`; for templates only. */
  status?: string;
  /** The recipients: `input` as sent, `waId` the WhatsApp account. */
  contacts: { input: string; waId?: string }[];
}

export interface SendCall extends PhoneCall {
  message: OutgoingMessage;
  /** `false` skips the check. Default `true`. */
  validate?: boolean;
}

export interface RawSendCall extends PhoneCall {
  /** Any body of `POST /{phone}/messages`. */
  body: Readonly<Record<string, unknown>>;
}

export interface ReceiptCall extends PhoneCall {
  /** Id of a received message: `wamid.…`, from its webhook; not older than 30 days. */
  messageId: string;
}

/**
 * Messages. Source: Meta's Cloud API message guides, v21.0 and later. A phone number sends up to 80 messages per second, and
 * 1 per 6 seconds to one person (131056). More than 24 hours after the person's last message only templates are allowed (131047).
 * All methods throw {@link GatewayError}.
 */
export interface Messages {
  /**
   * Sends one message. Sets `messaging_product`, removes `+`, spaces and punctuation from `to`, and sends everything else unchanged.
   * Checks the message first ({@link lintMessage}); warnings do not prevent sending. Retries only while WhatsApp has certainly not
   * accepted the message (could not connect, rate limits): a duplicate is worse than an error. When that is uncertain, the error is
   * `ambiguous`.
   * @throws {InvalidInputError} MYCO_MESSAGE_INVALID, with all issues, before any request
   */
  send(call: SendCall): Promise<SentMessage>;
  /**
   * As {@link Messages.send}, without its check, for a body that the types do not know: a new kind of message, a new field, JSON of
   * another program. A receipt (`status: "read"`) is accepted too; the result then has the id of its message.
   */
  sendRaw(call: RawSendCall): Promise<SentMessage>;
  /** Marks a message and those before it as read. Safe to repeat. */
  markAsRead(call: ReceiptCall): Promise<void>;
  /** Marks a message as read and shows "typing…" until a message is sent, for at most 25 seconds. Safe to repeat. */
  typing(call: ReceiptCall): Promise<void>;
}

export function messagesApi(call: Call): Messages {
  const post = (options: PhoneCall, json: JsonObject, idempotent: boolean) =>
    proxyRequest(options, { method: "POST", segments: messagesOf(options), json, idempotent });

  const deliver = async (options: PhoneCall, body: JsonObject): Promise<SentMessage> => {
    const receipt = receiptOf(body);
    if (receipt !== undefined) {
      await call(post(options, body, true), readSuccess);
      return { id: receipt, contacts: [] };
    }
    try {
      return await call(post(options, body, false), readSent);
    } catch (error) {
      throw isGatewayError(error) && error.ambiguous ? ambiguousSend(error) : error;
    }
  };

  return {
    async send({ message, validate = true, ...options }) {
      const body: JsonObject = { ...preparedMessage(message) };
      if (validate) check(body);
      return deliver(options, body);
    },
    sendRaw: async ({ body, ...options }) => deliver(options, { ...preparedMessage(body) }),
    markAsRead: (options) => call(post(options, { ...readReceipt(options) }, true), readSuccess),
    typing: (options) => call(post(options, { ...typingIndicator(options) }, true), readSuccess),
  };
}

function messagesOf({ phoneNumberId }: PhoneCall): string[] {
  return [checkedId("phoneNumber", phoneNumberId), "messages"];
}

function check(body: JsonObject): void {
  const issues = lintMessage(body);
  if (issues.some(({ severity }) => severity === "error"))
    throw new InvalidInputError("MYCO_MESSAGE_INVALID", "The message", issues);
}

/** The message id in a receipt; undefined for a message. */
function receiptOf(body: JsonObject): string | undefined {
  return body.status === undefined ? undefined : String(body.message_id);
}

/** The error of a message of which it is unknown whether it was sent, with advice for the sender. */
function ambiguousSend(error: GatewayError): GatewayError {
  return new GatewayError(error.code, `The message may have been sent: ${error.message}`, {
    method: error.method,
    url: error.url,
    status: error.status,
    whatsapp: error.whatsapp,
    maton: error.maton,
    ambiguous: true,
    retryAfterMs: error.retryAfterMs,
    hint: "It was not retried. Check the webhooks, or ask the recipient, before sending it again.",
    cause: error,
  });
}

function readSent(body: unknown): SentMessage {
  const [first] = listAt(body, "messages");
  const message = objectAt(first, "messages[0]");
  const { contacts } = objectAt(body, "the answer");
  return {
    id: textAt(message, "id", "messages[0]"),
    ...(typeof message.message_status === "string" ? { status: message.message_status } : {}),
    contacts: Array.isArray(contacts) ? contacts.filter(isJsonObject).map(readContact) : [],
  };
}

function readContact({ input, wa_id }: JsonObject): { input: string; waId?: string } {
  // A recorded answer has a trailing space.
  const waId = typeof wa_id === "string" ? wa_id.trim() : "";
  return { input: typeof input === "string" ? input : "", ...(waId === "" ? {} : { waId }) };
}
