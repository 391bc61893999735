import type { EmulatorContext } from "../emulator-context.ts";
import { fieldNames, project } from "../graph/fields.ts";
import { paged } from "../graph/paging.ts";
import { accountInPath, graphVersion, readParameters } from "../graph/request.ts";
import type { EmulatorApp, RequestContext } from "../http-env.ts";
import { type JsonObject, listOf } from "../json.ts";
import { TEMPLATE_SHAPE, templateView } from "../read-back/template-view.ts";
import { settleReviews } from "../store/templates.ts";
import { LIBRARY_TEMPLATES } from "../tables/library-templates.ts";
import { moveToArchive } from "../templates/archive.ts";
import { authenticationPreviews } from "../templates/authentication-previews.ts";
import { templateLimit } from "../templates/conflicts.ts";
import { createTemplate } from "../templates/create.ts";
import { deleteTemplates } from "../templates/delete.ts";
import { libraryView } from "../templates/from-library.ts";
import { filteredTemplates, listSummary } from "../templates/list.ts";
import { upsertAuthentication } from "../templates/upsert-authentication.ts";

/** A list that lacks its tail and does not say so. */
function cutShort(page: JsonObject): JsonObject {
  const data = listOf(page.data);
  return { ...page, data: data.slice(0, Math.floor(data.length / 2)), paging: {} };
}

async function listTemplates(emulator: EmulatorContext, c: RequestContext): Promise<JsonObject> {
  const account = accountInPath(emulator, c);
  const parameters = await readParameters(c);
  const { switches } = emulator;
  if (settleReviews(account, emulator.now(), true)) emulator.changed();
  if (switches.listEmpty) return { data: [] };
  const found = filteredTemplates(emulator, account, parameters);
  const names = fieldNames(c.req.query("fields"));
  // Unknown names are refused even where there is nothing to show.
  project({}, names, TEMPLATE_SHAPE);
  const page = paged(c, found, (template) => templateView(template, names, emulator.now()));
  const whole = switches.listShort ? cutShort(page) : page;
  const { summary } = parameters;
  return summary === undefined
    ? whole
    : { ...whole, summary: listSummary(account, summary, found.length, templateLimit(emulator)) };
}

function listLibrary(c: RequestContext): JsonObject {
  const { search, name, ...rest } = c.req.query();
  const matches = LIBRARY_TEMPLATES.filter(
    (template) =>
      (search === undefined || `${template.name} ${template.body}`.toLowerCase().includes(search.toLowerCase())) &&
      (name === undefined || template.name === name) &&
      (rest.language === undefined || template.language === rest.language) &&
      (rest.topic === undefined || template.topic === rest.topic.toUpperCase()) &&
      (rest.usecase === undefined || template.usecase === rest.usecase.toUpperCase()) &&
      (rest.industry === undefined || template.industry.includes(rest.industry.toUpperCase())),
  );
  return paged(c, matches, libraryView);
}

/** The template edges of an account. */
export function templateRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/message_templates", async (c) => c.json(await listTemplates(emulator, c)));
  app.post("/:id/message_templates", async (c) => {
    const account = accountInPath(emulator, c);
    const { id, shown } = createTemplate(emulator, account, await readParameters(c), graphVersion(c));
    return c.json({ id, status: shown.status, category: shown.category });
  });
  app.delete("/:id/message_templates", async (c) => {
    deleteTemplates(emulator, accountInPath(emulator, c), await readParameters(c));
    return c.json({ success: true });
  });
  for (const way of ["archive", "unarchive"] as const) {
    app.post(`/:id/message_templates/${way}`, async (c) =>
      c.json(moveToArchive(emulator, accountInPath(emulator, c), way, await readParameters(c))),
    );
  }
  app.post("/:id/upsert_message_templates", async (c) =>
    c.json(upsertAuthentication(emulator, accountInPath(emulator, c), await readParameters(c), graphVersion(c))),
  );
  app.get("/:id/message_template_previews", async (c) => {
    accountInPath(emulator, c);
    return c.json(authenticationPreviews(await readParameters(c)));
  });
  app.get("/:id/message_template_library", (c) => {
    accountInPath(emulator, c);
    return c.json(listLibrary(c));
  });
}
