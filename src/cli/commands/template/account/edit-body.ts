import type { TemplateCreateBody, TemplateEditBody, WireTemplate } from "../../../../gateway/index.ts";

/**
 * What an edit sends of a create body: all but name and language, which cannot change. The category goes along only where
 * it changes and may: not while the template is APPROVED. Without `present` it goes along.
 */
export function editBody(
  body: TemplateCreateBody,
  present?: Pick<WireTemplate, "category" | "status">,
): TemplateEditBody {
  const { name: _, language: __, category, ...content } = body;
  if (present === undefined) return { category, ...content };
  return present.status === "APPROVED" || present.category === category ? content : { category, ...content };
}
