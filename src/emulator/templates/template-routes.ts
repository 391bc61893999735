import type { EmulatorContext } from "../emulator-context.ts";
import { unknownObject } from "../graph/errors.ts";
import { fieldNames, project } from "../graph/fields.ts";
import { paged } from "../graph/paging.ts";
import { accountInPath, graphVersion, nodeId, readParameters } from "../graph/request.ts";
import type { EmulatorApp, RequestContext } from "../http-env.ts";
import { type JsonObject, listOf } from "../json.ts";
import { findTemplate } from "../store/templates.ts";
import { moveToArchive, unpauseTemplate } from "./archive.ts";
import { authenticationPreviews, upsertAuthentication } from "./authentication-edges.ts";
import { compareTemplates } from "./compare.ts";
import { createTemplate } from "./create.ts";
import { deleteTemplates } from "./delete.ts";
import { listLibrary } from "./library.ts";
import { settleTemplates, templateLimit } from "./life-cycle.ts";
import { filteredTemplates, listSummary } from "./list.ts";
import { migrateTemplates } from "./migrate.ts";
import { TEMPLATE_NODE, templateFields } from "./record.ts";

/** A list that ends early without any sign of it. */
function cutShort(page: JsonObject): JsonObject {
  const data = listOf(page.data);
  return { ...page, data: data.slice(0, Math.floor(data.length / 2)), paging: {} };
}

async function listTemplates(emulator: EmulatorContext, c: RequestContext): Promise<JsonObject> {
  const account = accountInPath(emulator, c);
  const parameters = await readParameters(c);
  const { switches } = emulator;
  settleTemplates(emulator, account, "all");
  if (switches.listEmpty) return { data: [] };
  const found = filteredTemplates(emulator, account, parameters);
  const names = fieldNames(c.req.query("fields"));
  // Unknown names are refused even if the list is empty.
  project({}, names, TEMPLATE_NODE);
  const page = paged(c, found, (template) => templateFields(template, names, emulator.now()));
  const whole = switches.listShort ? cutShort(page) : page;
  const { summary } = parameters;
  return summary === undefined
    ? whole
    : { ...whole, summary: listSummary(account, summary, found.length, templateLimit(emulator)) };
}

/** The template edges of an account, and `compare` and `unpause` of a template. */
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
  for (const move of ["archive", "unarchive"] as const) {
    app.post(`/:id/message_templates/${move}`, async (c) =>
      c.json(moveToArchive(emulator, accountInPath(emulator, c), move, await readParameters(c))),
    );
  }
  app.post("/:id/upsert_message_templates", async (c) =>
    c.json(upsertAuthentication(emulator, accountInPath(emulator, c), await readParameters(c), graphVersion(c))),
  );
  app.get("/:id/message_template_previews", async (c) => {
    accountInPath(emulator, c);
    return c.json(authenticationPreviews(await readParameters(c)));
  });
  app.get("/message_template_library", (c) => c.json(listLibrary(c)));
  app.get("/:id/message_template_library", (c) => {
    accountInPath(emulator, c);
    return c.json(listLibrary(c));
  });
  app.post("/:id/migrate_message_templates", async (c) =>
    c.json(migrateTemplates(emulator, accountInPath(emulator, c), await readParameters(c), c.req.method)),
  );
  app.get("/:id/compare", (c) => {
    const found = findTemplate(emulator.state, nodeId(c));
    if (found === undefined) throw unknownObject("GET", nodeId(c));
    return c.json(compareTemplates(emulator, found.account, found.template, c.req.query()));
  });
  app.post("/:id/unpause", (c) => {
    const found = findTemplate(emulator.state, nodeId(c));
    if (found === undefined) throw unknownObject("POST", nodeId(c));
    unpauseTemplate(emulator, found.account, found.template);
    return c.json({ success: true });
  });
}
