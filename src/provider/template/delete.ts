import type { ProviderRuntime } from "../runtime.ts";
import type { Bag } from "../wire.ts";
import { factsOf, idOf, inputsOf } from "./state.ts";

/**
 * Deletes this language only: a delete by name alone would remove every language. A template that is gone already counts
 * as deleted. With `onRemove: retain`, or when another resource of this run has it now, the template stays in the account.
 */
export async function deleteTemplate(props: Bag, runtime: ProviderRuntime): Promise<void> {
  const inputs = inputsOf(props);
  if (inputs.onRemove === "retain" || runtime.claims.has("template", idOf(inputs))) return;
  const { templateId } = factsOf(props);
  await runtime.connections.through(inputs.connection, (connection) =>
    runtime.gateway().templates.delete({ connection, wabaId: inputs.waba, name: inputs.name, hsmId: templateId }),
  );
}
