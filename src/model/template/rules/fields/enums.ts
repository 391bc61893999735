import type { Issue } from "../../../issue.ts";
import { closest, field, listing, quote } from "../../../text/index.ts";
import {
  ANSWERS,
  CATEGORIES,
  PARAMETER_FORMATS,
  READ_ONLY_SUB_CATEGORIES,
  RETIRED_CATEGORIES,
  SUB_CATEGORIES,
} from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import type { TemplateView } from "../template-view.ts";

/** The issue of a value that is none of an enum's, in any letter case. */
export function notOneOf(code: string, path: string, name: string, value: string, allowed: readonly string[]): Issue {
  const meant = closest(value, allowed);
  return error(
    code,
    path,
    `${name} ${quote(value)} is none of ${listing(allowed)}`,
    meant === undefined ? `Write ${listing(allowed)}.` : `Did you mean ${meant}?`,
    ANSWERS.invalidParameter,
  );
}

function* categoryIssues(category: string): Iterable<Issue> {
  const path = "/category";
  const known: readonly string[] = CATEGORIES;
  const now = RETIRED_CATEGORIES.get(category.toUpperCase());
  if (known.includes(category.toUpperCase())) return;
  if (now !== undefined)
    yield error(
      "category-retired",
      path,
      `category ${quote(category)} was retired in 2023; ${now} took its place`,
      `Write ${now}, or MARKETING for what promotes something.`,
      ANSWERS.invalidParameter,
    );
  else yield notOneOf("category-unknown", path, "category", category, CATEGORIES);
}

function* subCategoryIssues(value: string): Iterable<Issue> {
  const path = "/sub_category";
  const spelled = value.toUpperCase();
  if (SUB_CATEGORIES.includes(spelled)) return;
  if (READ_ONLY_SUB_CATEGORIES.includes(spelled))
    yield warning(
      "sub-category-read-only",
      path,
      `sub_category ${quote(value)} is set by WhatsApp itself`,
      "Leave sub_category out.",
    );
  else yield notOneOf("sub-category-unknown", path, "sub_category", value, SUB_CATEGORIES);
}

/** Category, sub-category and parameter format. */
export function* enumIssues({ body }: TemplateView): Iterable<Issue> {
  const category = field(body, "category");
  const format = field(body, "parameter_format");
  const subCategory = field(body, "sub_category");
  if (category === undefined)
    yield error(
      "category-missing",
      "",
      "the template has no category",
      `Add ${listing(CATEGORIES)}.`,
      ANSWERS.invalidParameter,
    );
  if (typeof category === "string") yield* categoryIssues(category);
  if (typeof subCategory === "string") yield* subCategoryIssues(subCategory);
  const formats: readonly string[] = PARAMETER_FORMATS;
  if (typeof format === "string" && !formats.includes(format.toUpperCase()))
    yield notOneOf("parameter-format-unknown", "/parameter_format", "parameter_format", format, PARAMETER_FORMATS);
}
