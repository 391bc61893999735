import type { ErrorCode } from "../../errors/index.ts";
import type { GatewayRequest } from "../http/gateway-request.ts";

interface MatonStatus {
  code: ErrorCode;
  hint: string;
}

/**
 * What the statuses of Maton's own errors mean. Source: the error tables of Maton's api-gateway skill
 * (2026-02 to 2026-08). 400 has two meanings, told apart by its text.
 */
const MATON_STATUSES: Readonly<Record<number, MatonStatus>> = {
  400: {
    code: "MYCO_GATEWAY_ERROR",
    hint: "Maton found the request invalid; a wrong app name or version in the path answers so, too.",
  },
  401: {
    code: "MYCO_KEY_REFUSED",
    hint: "Check MATON_API_KEY; keys are made at https://maton.ai/settings.",
  },
  403: { code: "MYCO_GATEWAY_ERROR", hint: "The key may not do this: check the account that it belongs to." },
  404: {
    code: "MYCO_CONNECTION_UNKNOWN",
    hint: "Check the connection's id: `mycobot connections list` shows those of this key.",
  },
  429: {
    code: "MYCO_RATE_LIMITED",
    hint: "Maton allows 10 requests per second and account: other programs use it at the same time, or MYCOBOT_RATE is too high.",
  },
  500: {
    code: "MYCO_GATEWAY_ERROR",
    hint: "Most often the connection's grant has expired, though it is still listed as ACTIVE: make a new connection (`mycobot connections create`), open its URL, use its id, and delete the old one.",
  },
};

const NO_CONNECTION: MatonStatus = {
  code: "MYCO_CONNECTION_NOT_ACTIVE",
  hint: "Make a connection (`mycobot connections create`) or complete a pending one (`mycobot connections open`).",
};

const NO_SUCH_ENDPOINT: MatonStatus = {
  code: "MYCO_GATEWAY_ERROR",
  hint: "The server has no such endpoint: check MATON_API_URL and MATON_CONTROL_URL.",
};

const OTHER_STATUS: MatonStatus = { code: "MYCO_GATEWAY_ERROR", hint: "Try again later." };

export function matonStatus(request: GatewayRequest, status: number, message: string): MatonStatus {
  const { plane, segments } = request;
  if (status === 400 && /connection/i.test(message)) return NO_CONNECTION;
  // The control plane knows no grants, and only `/connections/{id}` names a connection there.
  if (plane === "control" && status === 500) return OTHER_STATUS;
  if (plane === "control" && status === 404 && segments.length < 2) return NO_SUCH_ENDPOINT;
  return MATON_STATUSES[status] ?? OTHER_STATUS;
}
