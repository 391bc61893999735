import { GatewayError } from "../../gateway/index.ts";
import type { Route } from "../gateway-identity.ts";
import { routeOf } from "../gateway-identity.ts";
import { type PropertyBag, urnOf } from "../property-bag.ts";
import type { Run } from "../run.ts";
import { explainKept, isBeingDeleted } from "./refusals.ts";
import { factsOf, idOf, inputsOf, type TemplateInputs } from "./state.ts";

/**
 * Deletes this language only: a delete by name alone removes every language. A template that no longer exists counts as deleted.
 * With `onRemove: retain`, or if another resource of this run has adopted it, the template stays in the account.
 */
export async function deleteTemplate(outputs: PropertyBag, run: Run): Promise<void> {
  const inputs = inputsOf(outputs);
  if (inputs.onRemove === "retain" || run.claims.has("template", idOf(inputs))) return;
  run.failures.assertNone();
  const known: string | undefined = factsOf(outputs).templateId;
  const route = routeOf({ ...outputs, connection: run.claims.connectionFor(inputs.connection) });
  const urn = urnOf(outputs, "template", `${inputs.name}/${inputs.language}`);
  const deletion = { inputs, route, run, urn };
  if (known === undefined || (await deleteById(known, deletion)) === "absent") {
    // It may have been deleted and created again elsewhere: the same template under another id.
    const present = await listedId(deletion);
    if (present !== undefined && present !== known) await deleteById(present, deletion);
  }
  run.account(inputs.waba).forget(inputs.name, inputs.language);
}

interface Deletion {
  inputs: TemplateInputs;
  route: Route;
  run: Run;
  /** For the explanation of a refusal. */
  urn: string | undefined;
}

async function listedId({ inputs, route, run }: Deletion): Promise<string | undefined> {
  const snapshot = await run.account(inputs.waba).snapshot(route);
  return snapshot.find(inputs.name, inputs.language)?.id;
}

async function deleteById(hsmId: string, { inputs, route, run, urn }: Deletion): Promise<"deleted" | "absent"> {
  const { connections } = run;
  const { waba: wabaId, name } = inputs;
  try {
    return await connections.through(route, (connection) =>
      run.gateway().templates.delete({ connection, wabaId, name, hsmId }),
    );
  } catch (error) {
    if (!(error instanceof GatewayError) || error.whatsapp?.code !== 100) throw error;
    if (isBeingDeleted(error)) return "deleted";
    // Only for the explanation: if this fails too, the refusal is reported by itself.
    const live = await connections
      .through(route, (connection) => run.gateway().templates.get({ connection, templateId: hsmId, fields: [] }))
      .catch(() => undefined);
    throw explainKept(error, live?.status, urn);
  }
}
