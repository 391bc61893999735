import { MycobotError } from "../../errors/index.ts";
import type { WireTemplate } from "../../gateway/index.ts";
import type { TemplateBody } from "../../model/template/index.ts";

/** Fields that an edit does not take: they are the template's identity, or only mean something at creation. */
const NOT_EDITABLE_FIELDS = [
  "name",
  "language",
  "category",
  "library_template_name",
  "library_template_body_inputs",
  "library_template_button_inputs",
];

/** "No limit of its own", in seconds, by category: an edit keeps what it does not name. -1, which others take, is refused for MARKETING. */
const DEFAULT_TTL: Readonly<Record<string, number>> = { AUTHENTICATION: 600, MARKETING: 2_592_000 };

/** A time to live that is no longer declared has to be sent away: leaving it out would leave it as it is. */
function withDefaultTtl(edit: Record<string, unknown>, existing: WireTemplate): Record<string, unknown> {
  if (edit.message_send_ttl_seconds !== undefined || existing.message_send_ttl_seconds === undefined) return edit;
  return { ...edit, message_send_ttl_seconds: DEFAULT_TTL[existing.category] ?? -1 };
}

/**
 * What an edit sends, `existing` being what the account has. The category can be changed until the template is approved, and
 * only for all languages of the name at once. `wasDeclared`: the category before this change.
 */
export function editBody(
  body: TemplateBody,
  existing: WireTemplate,
  wasDeclared: string | undefined,
): Record<string, unknown> {
  const fields = Object.entries(body).filter(([field]) => !NOT_EDITABLE_FIELDS.includes(field));
  const edit = withDefaultTtl(Object.fromEntries(fields), existing);
  const categoryChanged = wasDeclared !== undefined && wasDeclared.toUpperCase() !== body.category.toUpperCase();
  if (!categoryChanged || existing.category === body.category.toUpperCase()) return edit;
  if (existing.status === "APPROVED") {
    throw new MycobotError(
      "MYCO_TEMPLATE_NOT_EDITABLE",
      `the category of an approved template cannot be changed (${existing.category} to ${body.category})`,
      {
        hint: "Declare a new version (version: 2), or use another name.",
      },
    );
  }
  return { ...edit, category: body.category };
}
