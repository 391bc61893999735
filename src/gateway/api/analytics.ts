import type { Call } from "../http/call.ts";
import { isJsonObject, type JsonObject, listAt, objectAt, ShapeError } from "../http/json.ts";
import { checkedId } from "./ids.ts";
import { type AccountCall, proxyRequest } from "./proxy-request.ts";

/** A timeframe. WhatsApp keeps messages and conversations for a year, templates for 90 days. */
export interface AnalyticsCall extends AccountCall {
  start: Date;
  end: Date;
}

export interface MessageAnalyticsCall extends AnalyticsCall {
  granularity: "HALF_HOUR" | "DAY" | "MONTH";
  /** Digits with country code; default: all numbers of the account. */
  phoneNumbers?: readonly string[];
}

export interface ConversationAnalyticsCall extends AnalyticsCall {
  granularity: "HALF_HOUR" | "DAILY" | "MONTHLY";
  /** Digits with country code; default: all numbers of the account. */
  phoneNumbers?: readonly string[];
  /** CONVERSATION_CATEGORY, CONVERSATION_DIRECTION, CONVERSATION_TYPE, COUNTRY, PHONE; default: no breakdown. */
  dimensions?: readonly string[];
}

export interface TemplateAnalyticsCall extends AnalyticsCall {
  /** 1–10 ids. */
  templateIds: readonly string[];
  /** SENT, DELIVERED, READ, CLICKED, COST; default: all. */
  metricTypes?: readonly string[];
}

/** One period: `start` and `end` are Unix seconds, in UTC. Unknown fields are kept. */
export interface AnalyticsPoint {
  start?: number;
  end?: number;
  [field: string]: unknown;
}

/** Messages of one period. */
export interface MessagePoint extends AnalyticsPoint {
  sent?: number;
  delivered?: number;
}

/** Conversations of one period, and their approximate cost in the account's currency. */
export interface ConversationPoint extends AnalyticsPoint {
  conversation?: number;
  cost?: number;
}

/** Messages with one template on one day. */
export interface TemplatePoint extends AnalyticsPoint {
  template_id?: string;
  sent?: number;
  delivered?: number;
  read?: number;
}

/** Analytics of an account. Source: Meta, analytics. All methods throw {@link GatewayError}. */
export interface AccountAnalytics {
  messages(call: MessageAnalyticsCall): Promise<MessagePoint[]>;
  conversations(call: ConversationAnalyticsCall): Promise<ConversationPoint[]>;
  /** Per day. Requires `is_enabled_for_insights` of the account (otherwise code 200007). */
  templates(call: TemplateAnalyticsCall): Promise<TemplatePoint[]>;
}

export function accountAnalytics(call: Call): AccountAnalytics {
  /** Reads a field of the account with these filters. */
  const byField = <Point extends AnalyticsPoint>(
    options: AnalyticsCall,
    field: string,
    filters: Readonly<Record<string, unknown>>,
    read: (value: JsonObject) => Point[],
  ): Promise<Point[]> => {
    const { start, end } = rangeOf(options);
    const chain = Object.entries({ start, end, ...filters })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `.${name}(${typeof value === "object" ? JSON.stringify(value) : String(value)})`)
      .join("");
    const request = proxyRequest(options, {
      method: "GET",
      segments: [checkedId("account", options.wabaId)],
      query: { fields: `${field}${chain}` },
      management: true,
    });
    return call(request, (body) => {
      const value = objectAt(body, "the answer")[field];
      // WhatsApp may leave out a field without data.
      return value === undefined ? [] : read(objectAt(value, field));
    });
  };

  return {
    messages: ({ granularity, phoneNumbers, ...options }) =>
      byField<MessagePoint>(options, "analytics", { granularity, phone_numbers: phoneNumbers }, (value) =>
        pointsAt(value, "analytics"),
      ),
    conversations: ({ granularity, phoneNumbers, dimensions, ...options }) =>
      byField<ConversationPoint>(
        options,
        "conversation_analytics",
        { granularity, phone_numbers: phoneNumbers, dimensions },
        pointsIn,
      ),
    templates: ({ templateIds, metricTypes, ...options }) =>
      call(
        proxyRequest(options, {
          method: "GET",
          segments: [checkedId("account", options.wabaId), "template_analytics"],
          query: {
            ...rangeOf(options),
            granularity: "DAILY",
            template_ids: `[${templateIds.map((id) => checkedId("template", id)).join(",")}]`,
            metric_types: metricTypes === undefined ? undefined : JSON.stringify(metricTypes),
          },
          management: true,
        }),
        (body) => pointsIn<TemplatePoint>(body),
      ),
  };
}

/** Unix seconds. */
function rangeOf({ start, end }: AnalyticsCall): { start: number; end: number } {
  return { start: Math.floor(start.getTime() / 1000), end: Math.floor(end.getTime() / 1000) };
}

function pointsAt<Point extends AnalyticsPoint>(value: JsonObject, where: string): Point[] {
  const { data_points: points } = value;
  if (!Array.isArray(points)) throw new ShapeError(`where ${where} has no "data_points"`);
  // Every field of a point is optional.
  return points.filter(isJsonObject) as Point[];
}

/** The points of all groups in `data`. */
function pointsIn<Point extends AnalyticsPoint>(body: unknown): Point[] {
  return listAt(body, "data").flatMap((group, index) =>
    pointsAt<Point>(objectAt(group, `data[${index}]`), `data[${index}]`),
  );
}
