// Collects the data for the reference from the code. `load` imports a module by its path below src/ or dist/.
import { resourceSources } from "./resource-sources.mjs";

export async function referenceSources(load) {
  const { EXIT_MEANINGS, exitCodeOf } = await load("cli/exit-codes");
  const { commandReferences } = await load("cli/help/reference");
  const { faultsJsonSchema } = await load("emulator/faults/schema");
  const { resolveOptions } = await load("emulator/resolve-options");
  const { buildApp } = await load("emulator/server");
  const { EmulatorContext } = await load("emulator/emulator-context");
  const { ERROR_CODES } = await load("errors/codes");
  const { ERROR_MEANINGS } = await load("errors/meanings");
  const { SUBCODES } = await load("gateway/errors/codes/subcodes");
  const { matonStatus } = await load("gateway/errors/maton-statuses");
  const { WHATSAPP_ERRORS } = await load("gateway/errors/whatsapp-errors");
  const { WARNINGS } = await load("provider/warnings");
  const { stackJsonSchema } = await load("stack/index");
  return {
    commands: await commandReferences(),
    exitMeanings: EXIT_MEANINGS,
    exitCodeOf,
    errorCodes: ERROR_CODES,
    errorMeanings: ERROR_MEANINGS,
    warnings: WARNINGS,
    matonStatus,
    whatsappErrors: WHATSAPP_ERRORS,
    subcodes: SUBCODES,
    stackSchema: stackJsonSchema(),
    faultsSchema: faultsJsonSchema(),
    emulatorRoutes: buildApp(new EmulatorContext(resolveOptions({}), undefined)).routes,
    resources: resourceSources(),
  };
}
