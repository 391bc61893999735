import { isJsonObject, listAt, objectAt, ShapeError, textAt } from "../http/shape.ts";
import type { AuthenticationPreview, CreatedTemplate, TemplatePage, WireTemplate } from "../types/template.ts";

export function readTemplate(value: unknown, where = "the template"): WireTemplate {
  const template = objectAt(value, where);
  return {
    ...template,
    id: textAt(template, "id", where),
    name: textAt(template, "name", where),
    language: textAt(template, "language", where),
    status: textAt(template, "status", where),
    category: textAt(template, "category", where),
  };
}

export function readCreatedTemplate(body: unknown): CreatedTemplate {
  const created = objectAt(body, "the answer");
  return {
    id: textAt(created, "id", "the answer"),
    status: textAt(created, "status", "the answer"),
    category: textAt(created, "category", "the answer"),
  };
}

/** `paging.next` says only that there is more: its URL leads past the gateway and carries a token, so it is never followed. */
export function readTemplatePage(body: unknown): TemplatePage {
  const templates = listAt(body, "data").map((value, index) => readTemplate(value, `data[${index}]`));
  const { paging, summary } = objectAt(body, "the answer");
  const hasNext = isJsonObject(paging) && paging.next !== undefined && paging.next !== null;
  return {
    templates,
    nextCursor: hasNext ? afterCursor(paging.cursors) : undefined,
    ...(isJsonObject(summary) ? { summary } : {}),
  };
}

function afterCursor(cursors: unknown): string {
  const after = isJsonObject(cursors) ? cursors.after : undefined;
  if (typeof after !== "string" || after === "") throw new ShapeError("with a next page but no cursor");
  return after;
}

export function readPreviews(body: unknown): AuthenticationPreview[] {
  return listAt(body, "data").map((value, index) => {
    const preview = objectAt(value, `data[${index}]`);
    return { ...preview, language: textAt(preview, "language", `data[${index}]`) };
  });
}
