import { GatewayError } from "../../../src/gateway/index.ts";

/** The error of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<GatewayError> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  if (outcome instanceof GatewayError) return outcome;
  throw new Error(`expected a GatewayError, got ${JSON.stringify(outcome)}`, { cause: outcome });
}
