import { lintMessage, preparedMessage, readReceipt, typingIndicator } from "../../model/message/index.ts";
import { ambiguousSend } from "../errors/ambiguous-send.ts";
import { isGatewayError } from "../errors/gateway-error.ts";
import { InvalidInputError } from "../errors/invalid-input-error.ts";
import type { Call } from "../http/call.ts";
import { isJsonObject, type JsonObject, listAt, objectAt, textAt } from "../http/shape.ts";
import type { PhoneCall } from "../types/call-options.ts";
import type { OutgoingMessage, SentMessage } from "../types/message.ts";
import { checkedId } from "./ids.ts";
import { proxyRequest, readSuccess } from "./proxy-request.ts";

export interface SendCall extends PhoneCall {
  message: OutgoingMessage;
  /** `false` sends without a check. Default `true`. */
  validate?: boolean;
}

export interface ReceiptCall extends PhoneCall {
  /** Of a message that was received: `wamid.…`, from its webhook; not older than 30 days. */
  messageId: string;
}

/**
 * Messages. Source: Meta's Cloud API message guides, v21.0 and later. A phone number sends up to 80 messages per second,
 * 1 per 6 seconds to one person (131056); outside of 24 hours after the person's last message only templates (131047).
 * All throw {@link GatewayError}.
 */
export interface Messages {
  /**
   * Sends one message. `messaging_product` is set, `to` loses `+`, blanks and punctuation; everything else goes as it is. Checked
   * first ({@link lintMessage}): warnings stop nothing. Repeated only while WhatsApp has certainly not taken it (no connection,
   * rate limits): a message twice is worse than an error. When that is not certain, the error is `ambiguous` and says so.
   * A body that is a receipt (`status: "read"`) passes, too; its `id` is that of the message.
   * @throws {InvalidInputError} MYCO_MESSAGE_INVALID, with all issues, before any request
   */
  send(call: SendCall): Promise<SentMessage>;
  /** Marks a message as read, and those before it. Safe to repeat. */
  markAsRead(call: ReceiptCall): Promise<void>;
  /** Marks it as read and shows "typing…", until a message is sent or 25 seconds are over. Safe to repeat. */
  typing(call: ReceiptCall): Promise<void>;
}

export function messagesApi(call: Call): Messages {
  const post = (options: PhoneCall, json: JsonObject, idempotent: boolean) =>
    proxyRequest(options, { method: "POST", segments: messagesOf(options), json, idempotent });

  return {
    async send({ message, validate = true, ...options }) {
      const body: JsonObject = { ...preparedMessage(message) };
      if (validate) check(body);
      const receipt = messageRead(body);
      if (receipt !== undefined) {
        await call(post(options, body, true), readSuccess);
        return { id: receipt, contacts: [] };
      }
      try {
        return await call(post(options, body, false), readSent);
      } catch (error) {
        throw isGatewayError(error) && error.ambiguous ? ambiguousSend(error) : error;
      }
    },
    markAsRead: (options) => call(post(options, { ...readReceipt(options) }, true), readSuccess),
    typing: (options) => call(post(options, { ...typingIndicator(options) }, true), readSuccess),
  };
}

function messagesOf({ phoneNumberId }: PhoneCall): string[] {
  return [checkedId("number", phoneNumberId, "phone number's id"), "messages"];
}

function check(body: JsonObject): void {
  const issues = lintMessage(body);
  if (issues.some(({ severity }) => severity === "error"))
    throw new InvalidInputError("MYCO_MESSAGE_INVALID", "The message", issues);
}

/** The id in a receipt; undefined for a message. */
function messageRead(body: JsonObject): string | undefined {
  return body.status === undefined ? undefined : String(body.message_id);
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
  // Recorded with a blank behind it.
  const waId = typeof wa_id === "string" ? wa_id.trim() : "";
  return { input: typeof input === "string" ? input : "", ...(waId === "" ? {} : { waId }) };
}
