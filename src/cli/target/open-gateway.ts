import type { Exchange, Gateway } from "../../gateway/index.ts";
import type { Context } from "../context.ts";
import { tracer } from "./trace.ts";

/**
 * Runs `work` with a client made from the environment, traced with `--verbose`, and closes it. No request is sent, and no key
 * looked at, before `work` does.
 */
export async function withGateway<Result>(
  context: Context,
  work: (gateway: Gateway) => Promise<Result>,
  onExchange: (exchange: Exchange) => void = () => undefined,
): Promise<Result> {
  const { createGateway, gatewayOptions, registerSecret } = await import("../../gateway/index.ts");
  const { env, clock } = context.io;
  registerSecret(env.WHATSAPP_ACCESS_TOKEN ?? "");
  const trace = tracer(context);
  const gateway = createGateway({
    ...gatewayOptions(env),
    ...(clock === undefined ? {} : { clock }),
    onExchange: (exchange) => {
      trace(exchange);
      onExchange(exchange);
    },
  });
  try {
    return await work(gateway);
  } finally {
    // Not waited for: what was interrupted must not be held up by an answer that is still to come.
    gateway.close().catch(() => undefined);
  }
}
