import { GatewayError } from "../../gateway/index.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { Bag } from "../wire.ts";
import { explainKept, isBeingDeleted } from "./refusals.ts";
import { factsOf, idOf, inputsOf, type TemplateInputs } from "./state.ts";

/**
 * Deletes this language only: a delete by name alone would remove every language. A template that is gone already counts
 * as deleted. With `onRemove: retain`, or when another resource of this run has it now, the template stays in the account.
 */
export async function deleteTemplate(props: Bag, runtime: ProviderRuntime): Promise<void> {
  const inputs = inputsOf(props);
  if (inputs.onRemove === "retain" || runtime.claims.has("template", idOf(inputs))) return;
  const known: string | undefined = factsOf(props).templateId;
  if (known === undefined || (await deleteById(known, inputs, runtime)) === "absent") {
    // Somebody may have deleted it and created it again, under another id: it is the same template all the same.
    const present = await listedId(inputs, runtime);
    if (present !== undefined && present !== known) await deleteById(present, inputs, runtime);
  }
  runtime.account(inputs.waba).forget(inputs.name, inputs.language);
}

async function listedId(inputs: TemplateInputs, runtime: ProviderRuntime): Promise<string | undefined> {
  const snapshot = await runtime.account(inputs.waba).snapshot(inputs.connection);
  return snapshot.find(inputs.name, inputs.language)?.id;
}

async function deleteById(
  hsmId: string,
  { connection, waba, name }: TemplateInputs,
  runtime: ProviderRuntime,
): Promise<"deleted" | "absent"> {
  const { connections } = runtime;
  try {
    return await connections.through(connection, (id) =>
      runtime.gateway().templates.delete({ connection: id, wabaId: waba, name, hsmId }),
    );
  } catch (error) {
    if (!(error instanceof GatewayError) || error.whatsapp?.code !== 100) throw error;
    if (isBeingDeleted(error)) return "deleted";
    // Only for the explanation: when this fails, too, the refusal itself is what to say.
    const live = await connections
      .through(connection, (id) => runtime.gateway().templates.get({ connection: id, templateId: hsmId, fields: [] }))
      .catch(() => undefined);
    throw explainKept(error, live?.status);
  }
}
