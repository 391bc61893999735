import type { Call } from "../http/call.ts";
import { objectAt, textAt } from "../http/json.ts";
import { checkedId } from "./ids.ts";
import { type ProxyCall, proxyRequest } from "./proxy-request.ts";

/** An object of the Graph API, unchanged. */
export interface GraphNode {
  id: string;
  [field: string]: unknown;
}

export interface NodeCall extends ProxyCall {
  /** Id of an account, a phone number, a template, a flow …: digits. */
  id: string;
  fields?: readonly string[];
}

/** Reads of single objects. Source: Meta's Graph API overview. */
export interface Nodes {
  /**
   * Without `fields` WhatsApp returns only a few; an unknown field is an error (code 100). An unknown id and a missing permission
   * have the same error: 400, code 100, subcode 33. Counts against the management quota.
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
          segments: [checkedId("object", options.id)],
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
