import type { Issue } from "../../../issue.ts";
import { field, quote } from "../../../text/index.ts";
import { warning } from "../issues.ts";
import { type TemplateView, upper } from "../template-view.ts";

/** Fields that are taken and do not do what one may think. */
export function* settingIssues({ body }: TemplateView): Iterable<Issue> {
  const display = field(body, "display_format");
  if (field(body, "allow_category_change") !== undefined)
    yield warning(
      "allow-category-change-ignored",
      "/allow_category_change",
      "allow_category_change has no effect since 2025-04-09: WhatsApp may always change the category",
      "Leave it out.",
    );
  if (typeof display === "string" && upper(display) !== "ORDER_DETAILS")
    yield warning(
      "display-format-unknown",
      "/display_format",
      `display_format ${quote(display)} is not documented`,
      "The documented value is ORDER_DETAILS.",
    );
}
