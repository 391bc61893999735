import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, unknownObject } from "../graph/errors.ts";
import { integer, list, requiredAt, text } from "../graph/shape.ts";
import { type Json, type JsonObject, textsOf } from "../json.ts";
import { isSendOf } from "../store/messages.ts";
import type { Account, TemplateRecord } from "../store/state.ts";

const SENDS_MIN = 1000;
/** The lengths of a timeframe. */
const DAYS = [7, 30, 60, 90];

function otherId(value: Json): string {
  const ids = textsOf(value);
  list(text(), { min: 1, max: 1 })(ids, "template_ids");
  return ids[0] ?? "";
}

function timeframe(parameters: JsonObject): { start: number; end: number } {
  const [start = 0, end = 0] = ["start", "end"].map((name) => {
    const value = requiredAt(parameters, name, "");
    integer(0)(value, name);
    return Number(value) * PERIODS.SECOND;
  });
  if (!DAYS.some((days) => end - start === days * PERIODS.DAY)) {
    throw invalidParameter(`The timeframe must be exactly ${DAYS.join(", ")} days.`);
  }
  return { start, end };
}

/**
 * `GET /{template}/compare`: two templates of one account, each sent at least 1,000 times within the timeframe. In the
 * emulator, no user blocks a business. Source: WhatsApp, template comparison; it publishes no error texts, so these are our own.
 */
export function compareTemplates(
  { state }: EmulatorContext,
  account: Account,
  template: TemplateRecord,
  parameters: JsonObject,
): JsonObject {
  const id = otherId(requiredAt(parameters, "template_ids", ""));
  const other = account.templates.find((candidate) => candidate.id === id);
  if (other === undefined || other === template) throw unknownObject("GET", id);
  const { start, end } = timeframe(parameters);
  const phones = state.phones.filter(({ waba }) => waba === account.id).map((phone) => phone.id);
  const sent = state.messages.filter(({ phone, at }) => phones.includes(phone) && at >= start && at <= end);
  const counts = [template, other].map((each) => ({
    key: each.id,
    value: sent.filter((message) => isSendOf(message, each)).length,
  }));
  if (counts.some(({ value }) => value < SENDS_MIN)) {
    throw invalidParameter(`Templates must have been sent at least ${SENDS_MIN} times in the timeframe.`);
  }
  const ids = counts.map(({ key }) => key);
  return {
    data: [
      { metric: "BLOCK_RATE", type: "RELATIVE", order_by_relative_metric: ids },
      { metric: "MESSAGE_SENDS", type: "NUMBER_VALUES", number_values: counts },
      {
        metric: "TOP_BLOCK_REASON",
        type: "STRING_VALUES",
        string_values: ids.map((key) => ({ key, value: "UNKNOWN_BLOCK_REASON" })),
      },
    ],
  };
}
