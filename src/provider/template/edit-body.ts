import { MycobotError } from "../../errors/index.ts";
import type { WireTemplate } from "../../gateway/index.ts";
import type { TemplateBody } from "../../model/template/index.ts";
import { rowOf } from "../../model/text/index.ts";

/** Fields that an edit does not take: they are the template's identity, or only mean something at creation. */
const NOT_EDITABLE_FIELDS = [
  "name",
  "language",
  "category",
  "library_template_name",
  "library_template_body_inputs",
  "library_template_button_inputs",
];

/** The times to live, in seconds, that mean "none declared", the one to send first. MARKETING takes no -1 (facts §1.2). */
const DEFAULT_TTLS: Readonly<Record<string, readonly number[]>> = {
  AUTHENTICATION: [600],
  MARKETING: [2_592_000],
  UTILITY: [-1, 2_592_000],
};

/** A time to live that is no longer declared has to be sent away: an edit keeps what it does not name. */
function withDefaultTtl(edit: Record<string, unknown>, existing: WireTemplate): Record<string, unknown> {
  const { category, message_send_ttl_seconds: held } = existing;
  const defaults = rowOf(DEFAULT_TTLS, category) ?? [];
  const isDefault = held === undefined || defaults.includes(Number(held));
  if (edit.message_send_ttl_seconds !== undefined || isDefault) return edit;
  return { ...edit, message_send_ttl_seconds: defaults[0] };
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
