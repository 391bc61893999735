#!/usr/bin/env node
// Writes docs/reference from the built code. Needs a build: `npm run reference` makes one first.
import { mkdirSync, writeFileSync } from "node:fs";
import { EXIT_MEANINGS, exitCodeOf } from "../dist/cli/exit-codes.js";
import { commandReferences } from "../dist/cli/help/reference.js";
import { faultsJsonSchema } from "../dist/emulator/faults/schema.js";
import { resolveOptions } from "../dist/emulator/resolve-options.js";
import { buildApp } from "../dist/emulator/server.js";
import { World } from "../dist/emulator/world.js";
import { ERROR_CODES } from "../dist/errors/codes.js";
import { ERROR_MEANINGS } from "../dist/errors/meanings.js";
import { SUBCODES } from "../dist/gateway/errors/codes/subcodes.js";
import { matonStatus } from "../dist/gateway/errors/maton-statuses.js";
import { WHATSAPP_ERRORS } from "../dist/gateway/errors/whatsapp-errors.js";
import { stackJsonSchema } from "../dist/stack/index.js";
import { referencePages } from "./reference/pages.mjs";
import { resourceSources } from "./reference/resource-sources.mjs";

const folder = new URL("../docs/reference/", import.meta.url);
const pages = referencePages({
  commands: await commandReferences(),
  exitMeanings: EXIT_MEANINGS,
  exitCodeOf,
  errorCodes: ERROR_CODES,
  errorMeanings: ERROR_MEANINGS,
  matonStatus,
  whatsappErrors: WHATSAPP_ERRORS,
  subcodes: SUBCODES,
  stackSchema: stackJsonSchema(),
  faultsSchema: faultsJsonSchema(),
  emulatorRoutes: buildApp(new World(resolveOptions({}), undefined)).routes,
  resources: resourceSources(),
});
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(pages)) writeFileSync(new URL(name, folder), text);
