import type { EmulatorContext } from "../emulator-context.ts";
import { readParameters } from "../graph/request.ts";
import type { EmulatorApp } from "../http-env.ts";
import type { JsonObject } from "../json.ts";
import { callbackOverride } from "../phones/callback-override.ts";
import type { Account } from "../store/state.ts";
import { accountInPath } from "./owners.ts";

/** The app behind every token. */
const APP = {
  id: "634974688087057",
  name: "Emulated App",
  link: "https://www.facebook.com/games/?app_id=634974688087057",
};

function subscriptions({ subscription }: Account): JsonObject[] {
  if (subscription === undefined) return [];
  const { overrideCallbackUri: uri } = subscription;
  return [{ ...(uri === undefined ? {} : { override_callback_uri: uri }), whatsapp_business_api_data: APP }];
}

/** `GET`, `POST` and `DELETE /{waba}/subscribed_apps`. A POST without a callback takes the override back. */
export function subscribedAppRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
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
