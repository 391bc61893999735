import { isJsonObject, listAt, objectAt, ShapeError, textAt } from "../../http/shape.ts";
import type {
  AuthenticationPreview,
  CreatedTemplate,
  TemplatePage,
  UnreadableTemplate,
  WireTemplate,
} from "../../types/template.ts";
import { nextCursorOf } from "../paging.ts";

const UNKNOWN = "UNKNOWN";

/** @throws {ShapeError} when it lacks an identity */
export function readTemplate(value: unknown, where = "the template"): WireTemplate {
  const template = objectAt(value, where);
  return {
    ...template,
    id: textAt(template, "id", where),
    name: textAt(template, "name", where),
    language: textAt(template, "language", where),
    status: textOr(template.status, UNKNOWN),
    category: textOr(template.category, UNKNOWN),
  };
}

function textOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === "string" && value !== "" ? value : other;
}

export function readCreatedTemplate(body: unknown): CreatedTemplate {
  const created = objectAt(body, "the answer");
  return {
    id: textAt(created, "id", "the answer"),
    status: textAt(created, "status", "the answer"),
    category: textAt(created, "category", "the answer"),
  };
}

/** One template that cannot be read must not hide all the others. */
export function readTemplatePage(body: unknown): TemplatePage {
  const templates: WireTemplate[] = [];
  const unreadable: UnreadableTemplate[] = [];
  for (const [index, value] of listAt(body, "data").entries()) {
    try {
      templates.push(readTemplate(value, `data[${index}]`));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      unreadable.push(unreadableTemplate(index, value, error));
    }
  }
  const { summary } = objectAt(body, "the answer");
  return { templates, unreadable, nextCursor: nextCursorOf(body), ...(isJsonObject(summary) ? { summary } : {}) };
}

function unreadableTemplate(index: number, value: unknown, error: ShapeError): UnreadableTemplate {
  const given = isJsonObject(value) ? value : {};
  const [id, name, language] = [given.id, given.name, given.language].map((each) => textOr(each, undefined));
  return {
    index,
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    reason: error.message.replace(/^where /, ""),
  };
}

export function readPreviews(body: unknown): AuthenticationPreview[] {
  return listAt(body, "data").map((value, index) => {
    const preview = objectAt(value, `data[${index}]`);
    return { ...preview, language: textAt(preview, "language", `data[${index}]`) };
  });
}
