import type { EmulatorContext } from "../emulator-context.ts";
import { GraphError } from "../graph/graph-error.ts";
import { accountInPath, readParameters } from "../graph/request.ts";
import { requiredAt } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";
import { type JsonObject, textOf } from "../json.ts";
import { EMULATED_APP } from "../store/accounts.ts";
import type { Account } from "../store/state.ts";

/** Characters. */
const CALLBACK_URI_MAX = 200;

/**
 * Reads `override_callback_uri` and `verify_token`; undefined when the call removes the override. WhatsApp calls the
 * URL before it answers; the emulator does not.
 */
export function callbackOverride(parameters: JsonObject): string | undefined {
  const uri = textOf(parameters.override_callback_uri) ?? "";
  if (uri === "") return undefined;
  if (!URL.canParse(uri) || !uri.startsWith("https://") || uri.length > CALLBACK_URI_MAX) {
    throw new GraphError({ message: "Invalid callback URI format", code: 100 });
  }
  requiredAt(parameters, "verify_token", "");
  return uri;
}

const APP_VIEW = { ...EMULATED_APP, link: `https://www.facebook.com/games/?app_id=${EMULATED_APP.id}` };

function subscriptions({ subscription }: Account): JsonObject[] {
  if (subscription === undefined) return [];
  const { overrideCallbackUri: uri } = subscription;
  return [{ ...(uri === undefined ? {} : { override_callback_uri: uri }), whatsapp_business_api_data: APP_VIEW }];
}

/** `GET`, `POST` and `DELETE /{waba}/subscribed_apps`. A POST without a callback removes the override. */
export function webhookRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/subscribed_apps", (c) => c.json({ data: subscriptions(accountInPath(emulator, c)) }));
  app.post("/:id/subscribed_apps", async (c) => {
    const account = accountInPath(emulator, c);
    const uri = callbackOverride(await readParameters(c));
    account.subscription = uri === undefined ? {} : { overrideCallbackUri: uri };
    emulator.changed();
    return c.json(uri === undefined ? { success: true } : { success: true, data: subscriptions(account) });
  });
  app.delete("/:id/subscribed_apps", (c) => {
    delete accountInPath(emulator, c).subscription;
    emulator.changed();
    return c.json({ success: true });
  });
}
