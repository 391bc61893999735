import { findWaba } from "../../../scope/ids.ts";
import { attempt, type GatewayCheck, passed, skipped } from "../check.ts";
import { NO_ACCOUNT } from "./account.ts";

const NAME = "categories";

/** A text with an unambiguous category. Nothing is created from it. */
const SAMPLE = { type: "text", text: { body: "Your order 4711 has been shipped and will arrive tomorrow." } };

/**
 * Whether WhatsApp returns its category of a text, as it does if Direct Send is enabled. For information: only
 * `template lint --live` requires it.
 */
export const categories: GatewayCheck = {
  name: NAME,
  run: async ({ call, waba }, { gateway, sources }) => {
    if (call === undefined) return [];
    if (waba === undefined) return findWaba(sources) === undefined ? [skipped(NAME, NO_ACCOUNT)] : [];
    const { error } = await attempt(() => gateway.templates.sampleCategory({ ...call, wabaId: waba, message: SAMPLE }));
    if (error === undefined) {
      return [passed(NAME, "available: mycobot template lint --live asks WhatsApp for the category of a text")];
    }
    return [
      error.code === "MYCO_WHATSAPP_ERROR"
        ? passed(NAME, `not available for this account, and not required (${error.message})`)
        : skipped(NAME, error.message),
    ];
  },
};
