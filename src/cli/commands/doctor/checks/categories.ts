import type { ProxyCall } from "../../../../gateway/index.ts";
import type { Target } from "../../../target/target.ts";
import { attempt } from "../attempt.ts";
import { type Check, passed, skipped } from "../check.ts";

/** A text that no category is in doubt about. Nothing is created from it. */
const SAMPLE = { type: "text", text: { body: "Your order 4711 has been shipped and will arrive tomorrow." } };

/**
 * Whether WhatsApp tells its own category of a text, as it does where Direct Send is switched on. For information: nothing but
 * `template lint --live` needs it. `waba`: an account that is known to be there.
 */
export async function checkCategories({ gateway }: Target, call: ProxyCall, waba: string | undefined): Promise<Check> {
  if (waba === undefined) return skipped("categories", "It needs an account.");
  const { error } = await attempt(() => gateway.templates.sampleCategory({ ...call, wabaId: waba, message: SAMPLE }));
  if (error === undefined) {
    return passed("categories", "available: mycobot template lint --live asks WhatsApp for the category of a text");
  }
  return error.code === "MYCO_WHATSAPP_ERROR"
    ? passed("categories", `not available to this account, and not needed (${error.message})`)
    : skipped("categories", error.message);
}
