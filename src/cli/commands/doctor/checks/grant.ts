import { type GatewayError, isGatewayError, type ProxyCall } from "../../../../gateway/index.ts";
import { WHATSAPP_APP } from "../../../../model/connection.ts";
import { EXIT } from "../../../exit-codes.ts";
import { findPhone, findWaba } from "../../../scope/ids.ts";
import type { Scope } from "../../../scope/scope.ts";
import { attempt, type Finding, failed, type GatewayCheck, passed } from "../check.ts";
import { unknownApiVersion } from "./api-version.ts";
import { appName, wrongPath } from "./app-name.ts";
import { connectionFailure } from "./connection.ts";
import { gatewayFailure } from "./gateway.ts";

const NAME = "grant";

/** An id that does not exist: WhatsApp's refusal shows that the request reached it. */
const UNUSED_ID = "0";

/** WhatsApp's code for an expired token. */
const TOKEN_EXPIRED = 190;

/** WhatsApp's code for an unknown path. The path contains only an id and the version, so the version is unknown. */
const UNKNOWN_PATH = 2500;

const RENEW =
  "Create a new connection (mycobot connections create), complete it (mycobot connections open ID --wait), use its id, and delete the old one.";

/** Whether WhatsApp accepts the grant of the connection: the status ACTIVE does not show that. Reads an object. */
export const grant: GatewayCheck = {
  name: NAME,
  run: async (examination, scope) => {
    const { connection } = examination;
    if (connection === undefined) return [];
    const failure = await failureOf(scope, connection);
    if (failure !== undefined) return [failure];
    examination.call = connection;
    return [passed(NAME, "WhatsApp responds through it"), passed(appName.name, WHATSAPP_APP)];
  },
};

async function failureOf({ gateway, sources }: Scope, call: ProxyCall): Promise<Finding | undefined> {
  const ids = [findWaba(sources)?.id ?? "", findPhone(sources)?.id ?? ""];
  const id = ids.find((each) => /^\d{1,20}$/.test(each)) ?? UNUSED_ID;
  const { error } = await attempt(() => gateway.nodes.get({ ...call, id, fields: ["id"] }));
  if (error === undefined) return undefined;
  if (!isGatewayError(error)) return failed(NAME, EXIT.failure, error.message, error.hint);
  if (isExpired(error)) {
    const message = `The connection is ACTIVE, but WhatsApp no longer accepts its grant: ${error.message}`;
    return failed(NAME, EXIT.failure, message, RENEW);
  }
  if (error.code === "MYCO_CONNECTION_UNKNOWN" || error.code === "MYCO_CONNECTION_NOT_ACTIVE") {
    return connectionFailure(error.message, error.hint);
  }
  if (error.whatsapp?.code === UNKNOWN_PATH) return unknownApiVersion(error.message);
  const path = wrongPath(error);
  if (path !== undefined) return path;
  return error.code === "MYCO_WHATSAPP_ERROR" ? undefined : gatewayFailure(error);
}

function isExpired({ status, maton, whatsapp }: GatewayError): boolean {
  return whatsapp?.code === TOKEN_EXPIRED || (maton !== undefined && status === 500);
}
