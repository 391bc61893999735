import type { MycobotError } from "../../../../errors/index.ts";
import { isGatewayError } from "../../../../gateway/index.ts";
import { WHATSAPP_APP } from "../../../../model/connection.ts";
import { EXIT } from "../../../exit-codes.ts";
import { type Finding, failed, type GatewayCheck } from "../check.ts";

const NAME = "app name";

const URLS = ["MATON_API_URL", "MATON_GATEWAY_URL", "MATON_CONTROL_URL"] as const;

/** Path segments that the client adds to the base URL, and that are often copied from examples. */
const CLIENT_SEGMENT = /^(whats-?app.*|api-gateway|connections|v\d+(\.\d+)?)$/i;

const HINT = `Specify scheme and host only, such as https://gateway.maton.ai: /${WHATSAPP_APP}/<version> is added. The name of the app is ${WHATSAPP_APP}.`;

function pathOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).pathname.replace(/\/+$/, "") : "";
}

function hasClientSegment(url: string | undefined): boolean {
  return pathOf(url)
    .split("/")
    .some((segment) => CLIENT_SEGMENT.test(segment));
}

/** Whether a base URL already contains an app name or a version. The grant shows that the app name is right. */
export const appName: GatewayCheck = {
  name: NAME,
  run: async (examination) => {
    const { env } = examination.context.io;
    const name = URLS.find((each) => hasClientSegment(env[each]));
    examination.usableUrls = name === undefined;
    if (name === undefined) return [];
    return [failed(NAME, EXIT.invalid, `${name} ends in ${pathOf(env[name])}, which is not part of a base URL.`, HINT)];
  },
};

/** A failure of this check if a response says that the path does not exist: Maton names the app, other servers send 404. */
export function wrongPath(error: MycobotError): Finding | undefined {
  if (!isGatewayError(error)) return undefined;
  const unknown = error.status === 404 && error.whatsapp === undefined && error.code !== "MYCO_CONNECTION_UNKNOWN";
  if (!unknown && !/\bapp name\b/i.test(error.message)) return undefined;
  return failed(NAME, EXIT.invalid, error.message, HINT);
}
