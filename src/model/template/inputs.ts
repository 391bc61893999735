import type { TemplateBody, TemplateComponent } from "./types.ts";

/**
 * A template's content as Pulumi stores it: WhatsApp's fields in camelCase, for a readable diff. A field whose name cannot be
 * restored from camelCase is under `fields`, as WhatsApp spells it.
 */
export interface TemplateContent {
  name: string;
  language: string;
  category: string;
  components?: TemplateComponent[];
  fields?: Record<string, unknown>;
  [field: string]: unknown;
}

/** Inputs of the Template resource that are not part of WhatsApp's body. */
export const PLACEMENT_INPUTS = ["waba", "connection", "app", "adopt", "onRemove", "accepted"] as const;

const reserved = new Set<string>([...PLACEMENT_INPUTS, "fields", "id", "urn"]);

function camelCase(field: string): string {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The body's fields as resource inputs. Absent fields stay absent. */
export function contentOfBody(body: TemplateBody): TemplateContent {
  const content: TemplateContent = { name: body.name, language: body.language, category: body.category };
  const fields: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(body)) {
    if (value === undefined) continue;
    const key = camelCase(field);
    if (snakeCase(key) === field && !reserved.has(key)) content[key] = value;
    else fields[field] = value;
  }
  return Object.keys(fields).length > 0 ? { ...content, fields } : content;
}

/** The inverse of {@link contentOfBody}: the body of WhatsApp's create call. */
export function bodyOfContent(content: TemplateContent): TemplateBody {
  const { name, language, category } = content;
  // From entries: an assignment would lose a field named "__proto__".
  const others = Object.fromEntries(
    Object.entries(content)
      .filter(([key, value]) => value !== undefined && !reserved.has(key))
      .map(([key, value]) => [snakeCase(key), value]),
  );
  return { name, language, category, ...others, ...content.fields };
}
