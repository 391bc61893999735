import { isJsonObject, listAt, objectAt, textAt } from "../../http/shape.ts";
import type { AuthenticationPreview, CreatedTemplate, TemplatePage, WireTemplate } from "../../types/template.ts";
import { nextCursorOf } from "../paging.ts";

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

export function readTemplatePage(body: unknown): TemplatePage {
  const templates = listAt(body, "data").map((value, index) => readTemplate(value, `data[${index}]`));
  const { summary } = objectAt(body, "the answer");
  return { templates, nextCursor: nextCursorOf(body), ...(isJsonObject(summary) ? { summary } : {}) };
}

export function readPreviews(body: unknown): AuthenticationPreview[] {
  return listAt(body, "data").map((value, index) => {
    const preview = objectAt(value, `data[${index}]`);
    return { ...preview, language: textAt(preview, "language", `data[${index}]`) };
  });
}
