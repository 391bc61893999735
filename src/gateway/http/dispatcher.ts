import { Agent, type Dispatcher, EnvHttpProxyAgent } from "undici";
import type { Settings } from "../options/settings.ts";

/** The pool of connections of one gateway, through the proxy where one is set. */
export function dispatcherFor({ proxy, deadlines }: Settings): Dispatcher {
  const connect = { timeout: deadlines.connect };
  if (proxy.http === undefined && proxy.https === undefined) return new Agent({ connect });
  return new EnvHttpProxyAgent({
    connect,
    proxyTls: connect,
    requestTls: connect,
    // Empty strings, not undefined: undici would look into the environment of the process by itself.
    httpProxy: proxy.http ?? "",
    httpsProxy: proxy.https ?? "",
    noProxy: proxy.bypass ?? "",
  });
}
