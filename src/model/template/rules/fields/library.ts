import type { Issue } from "../../../issue.ts";
import { field, quote } from "../../../text/index.ts";
import { ANSWERS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import type { TemplateView } from "../template-view.ts";

const INPUTS = ["library_template_button_inputs", "library_template_body_inputs"];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export function isFromLibrary({ body }: TemplateView): boolean {
  return field(body, "library_template_name") !== undefined;
}

/** A template of WhatsApp's library brings its components along; inputs only fill its buttons and options. */
export function* libraryIssues(view: TemplateView): Iterable<Issue> {
  const { body, category } = view;
  const name = field(body, "library_template_name");
  if (typeof name === "string" && name.trim() === "")
    yield error(
      "library-name-empty",
      "/library_template_name",
      "library_template_name is empty",
      "Write the name of a library template, or leave it out.",
      ANSWERS.invalidParameter,
    );
  if (isFromLibrary(view) && field(body, "components") !== undefined)
    yield error(
      "library-with-components",
      "/components",
      `the template comes from the library (${quote(name)}) and has components of its own`,
      "Leave out components, or library_template_name.",
      ANSWERS.invalidParameter,
    );
  if (isFromLibrary(view) && category === "MARKETING")
    yield warning(
      "library-category",
      "/category",
      "library templates are for UTILITY and AUTHENTICATION; this one says MARKETING",
      "Write UTILITY.",
    );
  for (const key of INPUTS) {
    const value = field(body, key);
    if (value === undefined) continue;
    if (!isFromLibrary(view))
      yield warning(
        "library-inputs-without-name",
        `/${key}`,
        `${key} does nothing without library_template_name`,
        "Add library_template_name, or leave it out.",
      );
    // Meta's own sample is no JSON either (single quotes, one of them open), so it cannot be an error.
    if (typeof value === "string" && !isJson(value))
      yield warning(
        "library-inputs-not-json",
        `/${key}`,
        `${key} is a text that is not JSON: ${quote(value)}`,
        "Write it as a list or object, or as JSON with double quotes.",
      );
  }
}
