import { GraphError } from "../graph/graph-error.ts";
import { isObject, type JsonObject, objectOf } from "../json.ts";
import { SlidingSecond } from "../middleware/sliding-second.ts";
import { findAccount } from "../store/accounts.ts";
import { isWindowOpen, newWamid } from "../store/messages.ts";
import { templateCategory, templateLanguage, templatesNamed } from "../store/templates.ts";
import { RATES } from "../tables/rates.ts";
import { attributeMessage, checkDirectContent, type DirectSend, directSendOf } from "./direct-send.ts";
import { checkExtras, checkProduct, type Recipient, recipientOf, userId, userKey } from "./envelope.ts";
import { checkMessage, laterFailure } from "./kinds/index.ts";
import type { SendContext } from "./kinds/message-kind.ts";
import { blamed, DETAILS, type MessageErrorKind, messageError, statusError } from "./message-error.ts";

type Reason = MessageErrorKind & keyof typeof DETAILS;

function isListed({ emulator }: SendContext, { kind, id }: Recipient): boolean {
  const { recipients } = emulator.options;
  return recipients === "any" || kind !== "user" || recipients.some((number) => userId(number) === id);
}

/** Why a recipient may not receive the message; undefined when it may. Groups have neither a test list nor a window. */
function refusalOf(context: SendContext, recipient: Recipient, type: string): Reason | undefined {
  const { emulator, phone } = context;
  if (!isListed(context, recipient)) return "notAllowed";
  if (emulator.switches.undeliverable.some((number) => userId(number) === recipient.id)) return "undeliverable";
  const needsWindow = emulator.options.window && type !== "template" && recipient.kind !== "group";
  if (needsWindow && !isWindowOpen(emulator.state, phone.id, recipient.id, emulator.now())) return "reEngagement";
  return undefined;
}

/** The category of the message, in capitals: of its template, or of Direct Send; empty for a free-form message. */
function categoryOf({ emulator, phone }: SendContext, direct: DirectSend | undefined, parameters: JsonObject): string {
  if (direct !== undefined) return direct.category;
  const { name } = objectOf(parameters.template);
  const account = findAccount(emulator.state, phone.waba);
  const [template] = account === undefined || typeof name !== "string" ? [] : templatesNamed(account, name);
  return template === undefined ? "" : templateCategory(template);
}

/** A template that is not used for a long time is archived. */
function recordUse({ emulator, phone }: SendContext, { template }: JsonObject): void {
  const { name, language } = objectOf(template);
  const account = findAccount(emulator.state, phone.waba);
  const named = account === undefined ? [] : templatesNamed(account, String(name));
  const used = named.find((one) => templateLanguage(one) === objectOf(language).code);
  if (used !== undefined) used.used = emulator.now();
}

/** Spends one message of the phone's throughput. The error and its subcode are recorded. */
function spendThroughput({ emulator, phone }: SendContext): void {
  const max = emulator.switches.throughput;
  if (max === 0) return;
  const key = `messages of ${phone.id}`;
  const window = emulator.rates.get(key) ?? new SlidingSecond();
  emulator.rates.set(key, window);
  if (window.countAt(emulator.now()) >= max) {
    throw new GraphError({
      message: "(#130429) Rate limit hit",
      code: 130429,
      subcode: 2494055,
      data: blamed("Cloud API message throughput has been reached."),
    });
  }
  window.add(emulator.now());
}

/** Spends one message of the budget between two numbers. */
function spendPairBudget({ emulator, phone }: SendContext, { id }: Recipient): void {
  if (!emulator.switches.pairRate) return;
  const { intervalMs, burst } = RATES.pair;
  const now = emulator.now();
  const pair = `${phone.id}:${id}`;
  const usedUntil = Math.max(emulator.state.pairs[pair] ?? 0, now) + intervalMs;
  if (usedUntil - now > intervalMs * burst) throw messageError("pairRate", DETAILS.pairRate);
  emulator.state.pairs[pair] = usedUntil;
}

function answer({ input, id }: Recipient, message: JsonObject): JsonObject {
  return {
    messaging_product: "whatsapp",
    contacts: [{ input, [userKey(id)]: id }],
    messages: [message],
  };
}

/**
 * Accepts a message: checks its content, then whether the recipient may receive it, and records it. An unreachable
 * recipient is an error of the answer, or of the message's status when the switch says so.
 */
export function sendMessage(context: SendContext, parameters: JsonObject): JsonObject {
  const { emulator, phone } = context;
  checkProduct(parameters);
  if (!phone.registered) throw messageError("notRegistered", "The phone number is not registered with Cloud API");
  const recipient = recipientOf(parameters);
  const direct = directSendOf(context, parameters);
  const type = direct === undefined ? checkMessage(context, parameters) : checkDirectContent(context, parameters);
  checkExtras(parameters);
  if (recipient.kind === "business-scoped user" && categoryOf(context, direct, parameters) === "AUTHENTICATION") {
    throw messageError("phoneNumberOnly", DETAILS.phoneNumberOnly);
  }
  // The 24-hour window treats a Direct Send message as a template.
  const reason = refusalOf(context, recipient, direct === undefined ? type : "template");
  if (reason !== undefined && (reason === "notAllowed" || emulator.switches.deliveryErrors === "answer")) {
    throw messageError(reason, DETAILS[reason]);
  }
  spendThroughput(context);
  spendPairBudget(context, recipient);
  const failure = reason === undefined ? laterFailure(context, type, parameters) : statusError(reason, DETAILS[reason]);
  const refusedName = direct === undefined ? undefined : attributeMessage(context, direct, parameters);
  const errors = [failure, refusedName].filter(isObject);
  const id = newWamid(recipient.kind === "user" ? recipient.id : phone.id, "out");
  emulator.state.messages.push({
    id,
    phone: phone.id,
    to: recipient.id,
    type,
    request: parameters,
    at: emulator.now(),
    ...(errors.length > 0 ? { errors } : {}),
    ...(emulator.switches.switchedOff.some((number) => userId(number) === recipient.id) ? { isUndelivered: true } : {}),
  });
  if (type === "template") recordUse(context, parameters);
  emulator.changed();
  return answer(recipient, type === "template" ? { id, message_status: "accepted" } : { id });
}
