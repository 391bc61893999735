import type { Call } from "../../http/call.ts";
import { isJsonObject, type JsonObject, listAt } from "../../http/json.ts";
import { checkedId } from "../ids.ts";
import { type ProxyCall, proxyRequest } from "../proxy-request.ts";

export interface ComparisonCall extends ProxyCall {
  templateId: string;
  /** Another template of the same account. */
  otherTemplateId: string;
  /** The length of the timeframe; WhatsApp allows no other. */
  days: 7 | 30 | 60 | 90;
  /** Its end. WhatsApp requires the time of the request. */
  end: Date;
}

export interface TemplateComparison {
  /** Both ids, in increasing order of blocks per send. */
  byBlockRate: string[];
  /** Sends by id. */
  sends: Record<string, number>;
  /** The most frequent reason of a block, by id: `UNKNOWN_BLOCK_REASON`, `NO_SIGN_UP`, `SPAM` … */
  topBlockReason: Record<string, string>;
}

/**
 * Compares two templates of an account, each sent at least 1,000 times within the timeframe; WhatsApp rejects others.
 * Source: Meta, template comparison.
 */
export type TemplateComparisons = (call: ComparisonCall) => Promise<TemplateComparison>;

const DAY_SECONDS = 86_400;

export function templateComparisons(call: Call): TemplateComparisons {
  return (options) => {
    const end = Math.floor(options.end.getTime() / 1000);
    const request = proxyRequest(options, {
      method: "GET",
      segments: [checkedId("template", options.templateId), "compare"],
      query: {
        template_ids: `[${checkedId("template", options.otherTemplateId)}]`,
        start: end - options.days * DAY_SECONDS,
        end,
      },
      management: true,
    });
    return call(request, readComparison);
  };
}

function readComparison(body: unknown): TemplateComparison {
  const metrics = listAt(body, "data").filter(isJsonObject);
  const metric = (name: string): JsonObject => metrics.find((each) => each.metric === name) ?? {};
  const pairs = (list: unknown) =>
    (Array.isArray(list) ? list : []).filter(isJsonObject).map(({ key, value }) => [String(key), value] as const);
  const { order_by_relative_metric: order } = metric("BLOCK_RATE");
  const sends = pairs(metric("MESSAGE_SENDS").number_values);
  const reasons = pairs(metric("TOP_BLOCK_REASON").string_values);
  return {
    byBlockRate: (Array.isArray(order) ? order : []).map(String),
    sends: Object.fromEntries(sends.map(([id, count]) => [id, Number(count)])),
    topBlockReason: Object.fromEntries(reasons.map(([id, reason]) => [id, String(reason)])),
  };
}
