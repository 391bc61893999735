import type { Call } from "../http/call.ts";
import { objectAt, textAt } from "../http/shape.ts";
import type { ProxyCall } from "../types/call-options.ts";
import { checkedId } from "./ids.ts";
import { proxyRequest } from "./proxy-request.ts";

/** An object of the Graph API, as it came. */
export interface GraphNode {
  id: string;
  [field: string]: unknown;
}

export interface NodeCall extends ProxyCall {
  /** Of an account, a phone number, a template, a flow …: digits. */
  id: string;
  fields?: readonly string[];
}

/** Reads of single objects. Source: Meta's Graph API overview. */
export interface Nodes {
  /**
   * Without `fields` WhatsApp returns few; an unknown field is an error (code 100). An unknown id and a missing permission are
   * the same error: 400, code 100, subcode 33. Counts against the management quota.
   * @throws {GatewayError}
   */
  get(call: NodeCall): Promise<GraphNode>;
}

export function nodesApi(call: Call): Nodes {
  return {
    get: (options) =>
      call(
        proxyRequest(options, {
          method: "GET",
          segments: [checkedId("number", options.id, "object's id")],
          query: { fields: options.fields?.join(",") },
          management: true,
        }),
        (body) => {
          const node = objectAt(body, "the answer");
          return { ...node, id: textAt(node, "id", "the answer") };
        },
      ),
  };
}
