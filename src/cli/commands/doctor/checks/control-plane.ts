import type { MycobotError } from "../../../../errors/index.ts";
import type { Connection } from "../../../../gateway/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import type { Io } from "../../../io.ts";
import { counted } from "../../../output/plural.ts";
import type { Target } from "../../../target/target.ts";
import { attempt } from "../attempt.ts";
import { type Check, failed, passed, skipped } from "../check.ts";
import { wrongPath } from "./app-name.ts";

const KEY_CODES: readonly string[] = ["MYCO_KEY_MISSING", "MYCO_KEY_MALFORMED", "MYCO_KEY_REFUSED"];

/** Stray characters that can be sent all the same. The key itself is not shown. */
function strayCharacters(key = ""): string | undefined {
  if (/^["'`]|["'`]$/.test(key)) return "quotes";
  if (/^[<{[]|[>}\]]$/.test(key)) return "brackets";
  return /[,;]$/.test(key) ? "a comma or semicolon at its end" : undefined;
}

function keyFailure(error: MycobotError, env: Io["env"]): Check {
  const stray = error.code === "MYCO_KEY_REFUSED" ? strayCharacters(env.MATON_API_KEY) : undefined;
  const message = stray === undefined ? error.message : `${error.message}. The key has ${stray} around it`;
  const hint = stray === undefined ? (error.hint ?? "") : `Take the ${stray} out of MATON_API_KEY.`;
  return failed("key", EXIT.key, message, hint);
}

export interface ControlPlane {
  checks: Check[];
  /** Absent when they could not be listed. */
  connections?: Connection[];
}

/** Lists the connections: whether the gateway answers, and takes the key. */
export async function checkControlPlane({ gateway, signal, sources }: Target): Promise<ControlPlane> {
  const { value, error } = await attempt(() => gateway.connections.list({ signal }));
  if (error === undefined) {
    const found = `accepted; it has ${counted(value.length, "connection")} for WhatsApp Business`;
    return { checks: [passed("gateway", "answers"), passed("key", found)], connections: value };
  }
  if (KEY_CODES.includes(error.code)) {
    const reached = error.code === "MYCO_KEY_REFUSED";
    const answers = reached
      ? passed("gateway", "answers")
      : skipped("gateway", "No request can be sent without a usable key.");
    return { checks: [answers, keyFailure(error, sources.env)] };
  }
  const untold = skipped("key", "The gateway did not say whether it takes it.");
  return { checks: [wrongPath(error) ?? failed("gateway", EXIT.failure, error.message, error.hint ?? ""), untold] };
}
