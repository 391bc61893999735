import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, unknownObject } from "../graph/errors.ts";
import { GraphError } from "../graph/graph-error.ts";
import { integer, list, oneOf, requiredAt, text } from "../graph/shape.ts";
import { type Json, type JsonObject, textsOf } from "../json.ts";
import type { Account } from "../store/state.ts";

/** `start`, `end` (Unix seconds) and `granularity`, which every kind of analytics requires. */
function checkRange(parameters: JsonObject, ...granularities: readonly string[]): string {
  const [start, end] = ["start", "end"].map((name) => {
    const value = requiredAt(parameters, name, "");
    integer(0)(value, name);
    return Number(value);
  });
  if ((end ?? 0) <= (start ?? 0)) throw invalidParameter("Param end must be greater than start.");
  const granularity = requiredAt(parameters, "granularity", "");
  oneOf(...granularities)(granularity, "granularity");
  return String(granularity).toUpperCase();
}

function numbersOf({ state }: EmulatorContext, account: Account, wanted: Json | undefined): string[] {
  const own = state.phones
    .filter(({ waba }) => waba === account.id)
    .map(({ fields }) => String(fields.display_phone_number).replace(/\D/g, ""));
  const numbers = textsOf(wanted).map((number) => number.replace(/\D/g, ""));
  return numbers.length === 0 ? own : own.filter((number) => numbers.includes(number));
}

function messageAnalytics(emulator: EmulatorContext, account: Account, parameters: JsonObject): JsonObject {
  const granularity = checkRange(parameters, "HALF_HOUR", "DAY", "MONTH");
  return { phone_numbers: numbersOf(emulator, account, parameters.phone_numbers), granularity, data_points: [] };
}

/** `conversation_analytics`. */
export function conversationAnalytics(_: EmulatorContext, __: Account, parameters: JsonObject): JsonObject {
  checkRange(parameters, "HALF_HOUR", "DAILY", "MONTHLY");
  return { data: [{ data_points: [] }] };
}

const TEMPLATES_MAX = 10;
const METRICS = ["COST", "CLICKED", "DELIVERED", "READ", "SENT"];

/** `template_analytics`, of an account for which they were enabled. */
export function templateAnalytics(_: EmulatorContext, account: Account, parameters: JsonObject): JsonObject {
  if (account.fields.is_enabled_for_insights !== true) {
    const message = "(#200007) Template Insights is not enabled for this WhatsApp Business Account";
    throw new GraphError({ message, code: 200007 });
  }
  const granularity = checkRange(parameters, "DAILY");
  const ids = textsOf(requiredAt(parameters, "template_ids", ""));
  list(text(), { min: 1, max: TEMPLATES_MAX })(ids, "template_ids");
  list(oneOf(...METRICS))(textsOf(parameters.metric_types), "metric_types");
  const unknown = ids.find((id) => !account.templates.some((template) => template.id === id));
  if (unknown !== undefined) throw unknownObject("GET", unknown);
  return { data: [{ granularity, product_type: "cloud_api", data_points: [] }] };
}

/**
 * Analytics of an account, by field: checked and in WhatsApp's form, without data points, since the emulator counts
 * nothing. Source: WhatsApp, analytics.
 */
export const ANALYTICS: Readonly<
  Record<string, (emulator: EmulatorContext, account: Account, parameters: JsonObject) => JsonObject>
> = {
  analytics: messageAnalytics,
  conversation_analytics: conversationAnalytics,
  template_analytics: templateAnalytics,
};
