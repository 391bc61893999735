import type { ErrorCode, MycobotError } from "../../../../errors/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import type { Io } from "../../../io.ts";
import { counted } from "../../../output/phrases.ts";
import { attempt, type Finding, failed, type GatewayCheck, passed, skipped } from "../check.ts";
import { wrongPath } from "./app-name.ts";

const NAME = "gateway";
const KEY = "key";

const KEY_CODES: readonly ErrorCode[] = [
  "MYCO_KEY_MISSING",
  "MYCO_KEY_MALFORMED",
  "MYCO_KEY_COMMAND",
  "MYCO_KEY_REFUSED",
];

/** Whether the gateway responds, and accepts the key: lists the connections. */
export const gateway: GatewayCheck = {
  name: NAME,
  run: async (examination, { gateway, signal, sources }) => {
    if (examination.usableUrls !== true) return [];
    const { value, error } = await attempt(() => gateway.connections.list({ signal }));
    if (error === undefined) {
      examination.connections = value;
      const found = `accepted; it has ${counted(value.length, "connection")} for WhatsApp Business`;
      return [passed(NAME, "responds"), passed(KEY, found)];
    }
    if (KEY_CODES.includes(error.code)) {
      const reached = error.code === "MYCO_KEY_REFUSED";
      const own = reached ? passed(NAME, "responds") : skipped(NAME, "Requests require a valid key.");
      return [own, keyFailure(error, sources.env)];
    }
    const unknown = skipped(KEY, "The gateway did not confirm it.");
    return [wrongPath(error) ?? gatewayFailure(error), unknown];
  },
};

/** The request of the gateway check also checks the key. */
export const key: GatewayCheck = { name: KEY, run: async () => [] };

/** A failure of the gateway, found by any check. */
export function gatewayFailure(error: MycobotError): Finding {
  return failed(NAME, EXIT.failure, error.message, error.hint);
}

function keyFailure(error: MycobotError, env: Io["env"]): Finding {
  const stray = error.code === "MYCO_KEY_REFUSED" ? strayCharacters(env.MATON_API_KEY) : undefined;
  if (stray === undefined) return failed(KEY, EXIT.key, error.message, error.hint);
  const message = `${error.message.replace(/\.$/, "")}. The key contains ${stray}.`;
  return failed(KEY, EXIT.key, message, `Remove the ${stray} from MATON_API_KEY.`);
}

/** Characters around the key that can be sent. The key itself is not shown. */
function strayCharacters(key = ""): string | undefined {
  if (/^["'`]|["'`]$/.test(key)) return "quotes";
  if (/^[<{[]|[>}\]]$/.test(key)) return "brackets";
  return /[,;]$/.test(key) ? "trailing comma or semicolon" : undefined;
}
