import { type GatewayError, isGatewayError, type ProxyCall } from "../../../../gateway/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import { findPhone, findWaba } from "../../../target/ids.ts";
import type { Target } from "../../../target/target.ts";
import { attempt } from "../attempt.ts";
import { type Check, failed, passed } from "../check.ts";
import { wrongPath } from "./app-name.ts";

/** An object that does not exist: that WhatsApp says so shows that the request came through. */
const NOBODY = "0";

/** WhatsApp's code for a token that is no longer good. */
const TOKEN_EXPIRED = 190;

/** WhatsApp's code for a path that it does not know: an object was asked for, so it can only be the version. */
const UNKNOWN_PATH = 2500;

const RENEW =
  "Make a new connection (mycobot connections create), complete it (mycobot connections open ID --wait), use its id, and delete the old one.";

function isDead({ status, maton, whatsapp }: GatewayError): boolean {
  return whatsapp?.code === TOKEN_EXPIRED || (maton !== undefined && status === 500);
}

/** Reads something through the gateway: ACTIVE in the list does not say that WhatsApp still takes the grant. */
export async function checkGrant({ gateway, sources }: Target, call: ProxyCall): Promise<Check> {
  const waba = findWaba(sources)?.id ?? "";
  const id = [waba, findPhone(sources)?.id ?? ""].find((each) => /^\d{1,20}$/.test(each)) ?? NOBODY;
  const { error } = await attempt(() => gateway.nodes.get({ ...call, id, fields: ["id"] }));
  const alive = passed("grant", "WhatsApp answers through it");
  if (error === undefined) return alive;
  if (!isGatewayError(error)) return failed("grant", EXIT.failure, error.message, error.hint ?? "");
  if (isDead(error)) {
    const message = `The connection is listed as ACTIVE, but its grant is dead: ${error.message}`;
    return failed("grant", EXIT.failure, message, RENEW);
  }
  if (error.code === "MYCO_CONNECTION_UNKNOWN" || error.code === "MYCO_CONNECTION_NOT_ACTIVE") {
    return failed("connection", EXIT.invalid, error.message, error.hint ?? "");
  }
  if (error.whatsapp?.code === UNKNOWN_PATH) {
    const message = `WhatsApp does not know the version in the path: ${error.message}`;
    return failed(
      "api version",
      EXIT.invalid,
      message,
      "Set WHATSAPP_API_VERSION to one that there is, such as v25.0.",
    );
  }
  const path = wrongPath(error);
  if (path !== undefined) return path;
  return error.code === "MYCO_WHATSAPP_ERROR"
    ? alive
    : failed("gateway", EXIT.failure, error.message, error.hint ?? "");
}
