import { GatewayError } from "../../gateway/index.ts";
import type { Route } from "../account/connection-directory.ts";
import { routeOf } from "../place.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { PropertyBag } from "../wire.ts";
import { explainKept, isBeingDeleted } from "./refusals.ts";
import { factsOf, idOf, inputsOf, type TemplateInputs } from "./state.ts";

/**
 * Deletes this language only: a delete by name alone would remove every language. A template that is gone already counts
 * as deleted. With `onRemove: retain`, or when another resource of this run has it now, the template stays in the account.
 * Deletes come last: after a failure of this run they are refused.
 */
export async function deleteTemplate(outputs: PropertyBag, runtime: ProviderRuntime): Promise<void> {
  const inputs = inputsOf(outputs);
  if (inputs.onRemove === "retain" || runtime.claims.has("template", idOf(inputs))) return;
  runtime.failures.assertNone();
  const known: string | undefined = factsOf(outputs).templateId;
  const route = routeOf({ ...outputs, connection: runtime.claims.connectionFor(inputs.connection) });
  const target = { inputs, route, runtime };
  if (known === undefined || (await deleteById(known, target)) === "absent") {
    // It may have been deleted and created again elsewhere, under another id: it is the same template all the same.
    const present = await listedId(target);
    if (present !== undefined && present !== known) await deleteById(present, target);
  }
  runtime.account(inputs.waba).forget(inputs.name, inputs.language);
}

interface Target {
  inputs: TemplateInputs;
  route: Route;
  runtime: ProviderRuntime;
}

async function listedId({ inputs, route, runtime }: Target): Promise<string | undefined> {
  const snapshot = await runtime.account(inputs.waba).snapshot(route);
  return snapshot.find(inputs.name, inputs.language)?.id;
}

async function deleteById(hsmId: string, { inputs, route, runtime }: Target): Promise<"deleted" | "absent"> {
  const { connections } = runtime;
  const { waba: wabaId, name } = inputs;
  try {
    return await connections.through(route, (connection) =>
      runtime.gateway().templates.delete({ connection, wabaId, name, hsmId }),
    );
  } catch (error) {
    if (!(error instanceof GatewayError) || error.whatsapp?.code !== 100) throw error;
    if (isBeingDeleted(error)) return "deleted";
    // Only for the explanation: when this fails, too, the refusal itself is what to say.
    const live = await connections
      .through(route, (connection) => runtime.gateway().templates.get({ connection, templateId: hsmId, fields: [] }))
      .catch(() => undefined);
    throw explainKept(error, live?.status);
  }
}
