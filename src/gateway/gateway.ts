import { type Templates, templatesApi } from "./api/templates.ts";
import { createCall } from "./http/call.ts";
import { dispatcherFor } from "./http/dispatcher.ts";
import { gatewayOptions } from "./options/from-environment.ts";
import type { GatewayOptions } from "./options/gateway-options.ts";
import { settingsOf } from "./options/settings.ts";

/** The Maton gateway: one typed method per call. */
export interface Gateway {
  readonly templates: Templates;
  /** Lets requests under way finish, then closes the connections. */
  close(): Promise<void>;
}

/**
 * A client of the gateway. Opens nothing, and needs no key, before the first call.
 * @throws MYCO_USAGE, MYCO_INSECURE_URL for options that are not usable
 */
export function createGateway(options: GatewayOptions = gatewayOptions()): Gateway {
  const settings = settingsOf(options);
  const dispatcher = dispatcherFor(settings);
  const call = createCall(settings, dispatcher);
  return {
    templates: templatesApi(call),
    close: () => dispatcher.close(),
  };
}
