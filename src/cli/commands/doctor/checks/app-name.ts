import type { MycobotError } from "../../../../errors/index.ts";
import { isGatewayError } from "../../../../gateway/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import type { Io } from "../../../io.ts";
import { type Check, failed } from "../check.ts";

const URLS = ["MATON_API_URL", "MATON_GATEWAY_URL", "MATON_CONTROL_URL"] as const;

/** What the client itself puts behind the base URL, and what people copy from examples. */
const OWN_PARTS = /^(whats-?app.*|api-gateway|connections|v\d+(\.\d+)?)$/i;

const HINT =
  "Give scheme and host only, such as https://gateway.maton.ai: /whatsapp-business/<version> is added to it. The app is called whatsapp-business.";

function pathOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).pathname.replace(/\/+$/, "") : "";
}

/** A base URL that already holds an app name or a version: the requests would go to another place. */
export function appNameInUrl(env: Io["env"]): Check | undefined {
  const name = URLS.find((each) =>
    pathOf(env[each])
      .split("/")
      .some((part) => OWN_PARTS.test(part)),
  );
  if (name === undefined) return undefined;
  return failed(
    "app name",
    EXIT.invalid,
    `${name} ends in ${pathOf(env[name])}, which is no part of a base URL.`,
    HINT,
  );
}

/** An answer that says that the path leads nowhere: Maton names the app, others say 404. */
export function wrongPath(error: MycobotError): Check | undefined {
  if (!isGatewayError(error)) return undefined;
  const unknown = error.status === 404 && error.whatsapp === undefined && error.code !== "MYCO_CONNECTION_UNKNOWN";
  if (!unknown && !/\bapp name\b/i.test(error.message)) return undefined;
  return failed("app name", EXIT.invalid, error.message, HINT);
}
