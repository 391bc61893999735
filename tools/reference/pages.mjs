import { cliPage } from "./cli-page.mjs";
import { emulatorPage } from "./emulator-page.mjs";
import { environmentPage } from "./environment-page.mjs";
import { errorsPage } from "./errors-page.mjs";
import { resourcesPage } from "./resources-page.mjs";
import { stackFilePage } from "./stack-file-page.mjs";

/**
 * The pages of docs/reference by file name. The tool passes sources from `dist`, the test passes sources from `src`.
 */
export const referencePages = (sources) => ({
  "cli.md": cliPage(sources),
  "emulator.md": emulatorPage({
    command: sources.commands.find(({ path }) => path === "mycobot emulator"),
    routes: sources.emulatorRoutes,
    faultsSchema: sources.faultsSchema,
  }),
  "environment.md": environmentPage(sources),
  "errors.md": errorsPage(sources),
  "resources.md": resourcesPage(sources.resources),
  "stack-file.md": stackFilePage(sources.stackSchema),
});
