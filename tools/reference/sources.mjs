// Collects the data for the reference from the code. `load` imports a module by its path below src/ or dist/.
import { resourceSources } from "./resource-sources.mjs";

export async function referenceSources(load) {
  const { EXIT_MEANINGS, exitCodeOf } = await load("cli/exit-codes");
  const { commandReferences } = await load("cli/help/reference");
  const { faultsJsonSchema } = await load("emulator/faults/schema");
  const { resolveOptions } = await load("emulator/options");
  const { buildApp } = await load("emulator/server");
  const { EmulatorContext } = await load("emulator/emulator-context");
  const { ERRORS } = await load("errors/codes");
  const { matonStatus } = await load("gateway/failures/maton-failure");
  const { UNPUBLISHED, WHATSAPP_ERRORS } = await load("gateway/failures/whatsapp-codes");
  const { WHATSAPP_SUBCODES } = await load("gateway/failures/whatsapp-subcodes");
  const gatewayDefaults = await load("gateway/options/defaults");
  const { WARNINGS } = await load("provider/warnings");
  const { stackJsonSchema } = await load("stack/index");
  return {
    commands: await commandReferences(),
    exitMeanings: EXIT_MEANINGS,
    exitCodeOf,
    errors: ERRORS,
    warnings: WARNINGS,
    matonStatus,
    whatsappErrors: WHATSAPP_ERRORS,
    subcodes: WHATSAPP_SUBCODES,
    unpublished: UNPUBLISHED,
    gatewayDefaults,
    stackSchema: stackJsonSchema(),
    faultsSchema: faultsJsonSchema(),
    emulatorRoutes: buildApp(new EmulatorContext(resolveOptions({}), undefined)).routes,
    resources: resourceSources(),
  };
}
